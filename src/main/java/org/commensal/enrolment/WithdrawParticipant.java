package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.access.CloseAccount;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.Role;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * Records what a participant stops with: at once, by the participant or by staff whom they told, and whatever state the
 * study is in. With the use of the data ends the account, and the identity is erased; no fact is.
 */
@ApplicationScoped
public class WithdrawParticipant {

    private static final int LONGEST_NOTE = 2000;

    private static final Text FAULTY =
            new Text("What is stopped with is not clear.", "Het is niet duidelijk waarmee wordt gestopt.");
    private static final Text PARTS = new Text("Choose what to stop with.", "Kies waarmee u wilt stoppen.");
    private static final Text FUTURE = new Text(
            "This is a day to come. Give the day on which the participant said so.",
            "Deze dag ligt in de toekomst. Vul de dag in waarop de deelnemer het zei.");
    private static final Text BEFORE = new Text(
            "This is before the consent of %s. Check the day.",
            "Dit is voor de toestemming van %s. Controleer de dag.");
    private static final Text NOTE = new Text(
            "Write a note of at most 2000 characters, or none.",
            "Schrijf een notitie van hoogstens 2000 tekens, of geen.");
    private static final Text NOBODY_ASKS = new Text(
            "A participant is not asked why. Leave the note out.",
            "Een deelnemer hoeft niet te zeggen waarom. Laat de notitie weg.");
    private static final Text NO_CONSENT = new Text(
            "%s has not consented, so there is nothing to stop with.",
            "%s heeft geen toestemming gegeven, dus er is niets om mee te stoppen.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger ledger;

    @Inject
    IdentityVault vault;

    @Inject
    ConsentLedger consents;

    @Inject
    CloseAccount accounts;

    @Inject
    Clock clock;

    /** What was stopped with before stays as it was, so that asking twice is asking once. */
    @Transactional
    public Participant withdraw(Actor actor, String studyId, ParticipantCode code, Withdrawal withdrawal) {
        Participant known = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.WITHDRAW, studyId, known.site(), code.value());
        ledger.holdAllocation(studyId, code);
        ledger.hold(studyId, code);
        Participant participant = participants.find(studyId, code);
        check(as, studies.at(studyId, participant.site()).study(), participant, withdrawal);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        parts.addAll(withdrawal.parts());
        parts.removeAll(participant.withdrawn().keySet());
        if (parts.isEmpty()) {
            return participant;
        }
        UUID entry = audit.record(
                as, "participant.withdrew", code.value(), withdrawal.note(), Map.of("parts", words(parts)));
        parts.forEach(part -> ledger.append(studyId, code, part, withdrawal, entry));
        if (parts.contains(Part.USE_OF_DATA)) {
            vault.erase(as, studyId, code);
            consents.eraseNames(studyId, code);
            accounts.ofParticipant(as, code);
        }
        return participants.find(studyId, code);
    }

    private void check(ActingAs as, Study study, Participant participant, Withdrawal withdrawal) {
        LocalDate consented = participant.milestones().get(Stage.CONSENTED);
        if (consented == null) {
            throw new Refusal(Reason.NOT_YET, NO_CONSENT.with(participant.code()));
        }
        if (withdrawal.parts().isEmpty()) {
            throw faulty("/parts", PARTS);
        }
        if (withdrawal.day().isAfter(LocalDate.now(clock.withZone(study.zone())))) {
            throw faulty("/day", FUTURE);
        }
        if (withdrawal.day().isBefore(consented)) {
            throw faulty("/day", BEFORE.with(consented));
        }
        if (withdrawal.note().length() > LONGEST_NOTE) {
            throw faulty("/note", NOTE);
        }
        if (as.role().equals(Role.PARTICIPANT.code()) && !withdrawal.note().isEmpty()) {
            throw faulty("/note", NOBODY_ASKS);
        }
    }

    private static Refusal faulty(String field, Text why) {
        return new Refusal(Reason.INVALID, FAULTY, List.of(new Violation(field, why)));
    }

    private static String words(Set<Part> parts) {
        return parts.stream()
                .map(part -> part.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" "));
    }
}
