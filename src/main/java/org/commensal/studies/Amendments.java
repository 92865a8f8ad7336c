package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyDifference;
import org.commensal.protocol.StudyDifference.Severity;

/**
 * What no amendment may do, whoever approves it: break the allocation, the blind, or the meaning of what is stored.
 *
 * <p>An amendment is held against every version that was ever in force, since answers may have been given by each.
 */
@ApplicationScoped
class Amendments {

    private static final Text FORBIDDEN = new Text(
            "Version %s of study \"%s\" changes what a running study may not change. Each change is listed; undo it, or"
                    + " give the study another id.",
            "Versie %s van studie \"%s\" wijzigt wat in een lopende studie niet mag wijzigen. Elke wijziging staat"
                    + " erbij; draai die terug, of geef de studie een ander id.");

    @Inject
    StudyLedger contents;

    /** Refuses this version where the study is activated and the version changes what must stay. */
    void refuseForbidden(VersionHistory history, Study amended) {
        Set<Violation> forbidden = new LinkedHashSet<>();
        for (PublishedVersion version : history.everInForce()) {
            StudyDifference.between(contents.study(version), amended).stream()
                    .filter(difference -> difference.severity() == Severity.NOT_ALLOWED)
                    .map(difference ->
                            new Violation("/" + difference.file() + "/" + difference.code(), difference.sentence()))
                    .forEach(forbidden::add);
        }
        if (!forbidden.isEmpty()) {
            throw new Refusal(Reason.CONFLICT, FORBIDDEN.with(amended.version(), amended.id()), List.copyOf(forbidden));
        }
    }
}
