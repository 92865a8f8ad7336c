package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** Enters somebody in the screening log of a site and gives them the code that they keep. */
@ApplicationScoped
public class ScreenParticipant {

    private static final Text NO_SITE = new Text(
            "There is no site \"%s\" in this study. Use one of: %s.",
            "Er is geen centrum \"%s\" in deze studie. Kies uit: %s.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantLedger ledger;

    @Inject
    Clock clock;

    @Transactional
    public ParticipantCode screen(Actor actor, String studyId, String siteCode) {
        ActingAs as = permission.require(actor, Right.SCREEN, studyId, siteCode);
        Study study = studies.at(studyId, siteCode).recruiting();
        Study.Site site = study.sites().stream()
                .filter(known -> known.code().equals(siteCode))
                .findFirst()
                .orElseThrow(() -> noSite(study, siteCode));
        ParticipantCode code = ledger.nextCode(site);
        UUID entry = audit.record(as, "participant.screened", code.value(), "", Map.of());
        ledger.append(studyId, code, siteCode, entry);
        ledger.reach(studyId, code, Stage.SCREENED, LocalDate.now(clock.withZone(study.zone())), entry);
        return code;
    }

    private static Refusal noSite(Study study, String site) {
        String known =
                String.join(", ", study.sites().stream().map(Study.Site::code).toList());
        Text message = NO_SITE.with(Text.shorten(site), known);
        return new Refusal(Refusal.Reason.INVALID, message, List.of(new Violation("/site", message)));
    }
}
