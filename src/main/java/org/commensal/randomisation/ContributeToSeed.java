package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Contribution;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.randomisation.SeedLedger.Drawn;
import org.commensal.randomisation.SeedLedger.Given;
import org.commensal.studies.StudyRegister;

/**
 * Adds what somebody else threw, drew or thought of to a seed that is already bound, so that nobody can have tried seeds
 * until one pleased.
 */
@ApplicationScoped
public class ContributeToSeed {

    private static final Pattern CONTENT = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{8,200}");
    private static final Text BAD_CONTENT = new Text(
            "Write 8 to 200 characters on one line, such as the throws of ten dice.",
            "Schrijf 8 tot en met 200 tekens op één regel, bijvoorbeeld tien worpen met een dobbelsteen.");
    private static final Text NOT_DRAWN = new Text(
            "No seed was drawn yet. An administrator draws it first, so that your contribution comes after it.",
            "Er is nog geen startgetal getrokken. Een beheerder doet dat eerst, zodat uw bijdrage erna komt.");
    private static final Text DRAWER = new Text(
            "You had the seed drawn. Somebody else contributes to it.",
            "U liet het startgetal trekken. Iemand anders draagt eraan bij.");
    private static final Text AGAIN = new Text(
            "You have contributed to this seed. Each person contributes once.",
            "U hebt al bijgedragen aan dit startgetal. Iedereen doet dat één keer.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    SeedLedger seeds;

    @Inject
    Clock clock;

    @Transactional
    public void contribute(Actor actor, String studyId, String content) {
        ActingAs as = permission.require(actor, Right.CONTRIBUTE_TO_SEED, studyId);
        String written = content.strip();
        if (!CONTENT.matcher(written).matches()) {
            throw new Refusal(Reason.INVALID, BAD_CONTENT, List.of(new Violation("/content", BAD_CONTENT)));
        }
        locks.hold("study/" + studyId);
        Study study = DrawSeed.unopened(studies.opening(studyId));
        Drawn drawn = seeds.drawn(study).orElseThrow(() -> new Refusal(Reason.NOT_YET, NOT_DRAWN));
        if (drawn.person().equals(actor.id())) {
            throw new Refusal(Reason.CONFLICT, DRAWER);
        }
        List<Given> before = seeds.given(study);
        if (before.stream().anyMatch(given -> given.person().equals(actor.id()))) {
            throw new Refusal(Reason.CONFLICT, AGAIN);
        }
        int number = before.size() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID entry = audit.record(
                as,
                "seed.contributed",
                studyId,
                "",
                Map.of("version", study.version(), "number", Integer.toString(number)));
        seeds.appendGiven(study, new Given(new Contribution(number, as.role(), now, written), actor.id()), entry);
    }
}
