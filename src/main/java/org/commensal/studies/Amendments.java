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
public class Amendments {

    private static final Text FORBIDDEN = new Text(
            "Version %s of study \"%s\" changes what a running study may not change. Each change is listed; undo it, or"
                    + " give the study another id.",
            "Versie %s van studie \"%s\" wijzigt wat in een lopende studie niet mag wijzigen. Elke wijziging staat"
                    + " erbij; draai die terug, of geef de studie een ander id.");

    private static final Text AHEAD = new Text(
            "Site %s works with version %s, which is newer than %s. Publish the new scheme as a newer version.",
            "Centrum %s werkt met versie %s, die nieuwer is dan %s. Publiceer het nieuwe schema als een nieuwere versie.");

    @Inject
    StudyLedger contents;

    @Inject
    VersionLedger versions;

    /** Refuses to put this version in force at every site where that would take a site back, or break what must stay. */
    public void refuseToOpen(Study amended) {
        VersionHistory history = versions.history(amended.id()).orElseThrow();
        PublishedVersion version = history.find(amended.version()).orElseThrow();
        for (Study.Site site : amended.sites()) {
            PublishedVersion now = history.at(site.code());
            if (history.comesBefore(version, now)) {
                throw new Refusal(Reason.CONFLICT, AHEAD.with(site.code(), now.version(), version.version()));
            }
        }
        refuseForbidden(history, amended);
    }

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
