package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.quality.Deviation.Account;
import org.commensal.quality.Deviation.Entry;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.UnblindingRegister;

/**
 * Records a departure from the protocol, or corrects what was recorded by a later entry.
 *
 * <p>The same once more changes nothing. What was written stays with the deviation: the audit trail records that there is
 * an entry, by its number.
 */
@ApplicationScoped
public class RecordDeviation {

    private static final Text NO_SITE =
            new Text("Choose the site of the deviation.", "Kies het centrum van de afwijking.");
    private static final Text FUTURE =
            new Text("This day is still to come. Check it.", "Deze dag komt nog. Controleer de datum.");
    private static final Text NO_CODE_BREAK = new Text(
            "No code of this participant was broken under this id. Choose one from the list.",
            "Van deze deelnemer is geen code verbroken met dit nummer. Kies er een uit de lijst.");
    private static final Text OTHER_CONTENT = new Text(
            "A deviation with this id was recorded before, in other words. Correct that one, or use another id.",
            "Met dit nummer is al een andere afwijking vastgelegd. Verbeter die, of gebruik een ander nummer.");
    private static final Text CHANGED = new Text(
            "Somebody else corrected this deviation meanwhile. Read it again before you go on.",
            "Iemand anders heeft deze afwijking intussen verbeterd. Lees de afwijking opnieuw voordat u verdergaat.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    UnblindingRegister unblindings;

    @Inject
    DeviationRegister deviations;

    @Inject
    DeviationLedger ledger;

    @Inject
    Clock clock;

    /**
     * @param id that the deviation will have, so that sending it twice records it once
     * @param participant of whom; without one it is of the site
     * @param site is not asked where there is a participant
     */
    @Transactional
    public Deviation record(
            Actor actor, String study, UUID id, Optional<ParticipantCode> participant, String site, Account account) {
        String where = participant
                .map(code -> participants
                        .find(actor, Right.RECORD_DEVIATION, study, code)
                        .site())
                .orElse(site);
        ActingAs as = permission.require(actor, Right.RECORD_DEVIATION, study, where);
        refuseUnknownSite(studies.inForce(study).study(), where);
        Account checked = checked(actor, studies.inForce(study).study(), participant, account);
        locks.hold("deviation/" + id);
        Optional<Deviation> before = ledger.find(study, id);
        if (before.isPresent()) {
            return same(before.get(), participant, where, checked);
        }
        if (ledger.has(id)) {
            throw new Refusal(Reason.CONFLICT, OTHER_CONTENT);
        }
        UUID entry = record(as, "deviation.recorded", id, 1, participant);
        ledger.append(id, study, where, participant, entry);
        ledger.append(id, 1, checked, "", clock.instant(), entry);
        return deviations.find(study, id);
    }

    private static Deviation same(
            Deviation before, Optional<ParticipantCode> participant, String site, Account account) {
        boolean same = before.participant().equals(participant)
                && before.site().equals(site)
                && before.entries().get(0).account().equals(account);
        if (!same) {
            throw new Refusal(Reason.CONFLICT, OTHER_CONTENT);
        }
        return before;
    }

    /**
     * @param number of the entry that this will be: one more than the reader saw
     * @param reason why it is corrected
     */
    @Transactional
    public Deviation correct(Actor actor, String study, UUID id, int number, Account account, String reason) {
        Deviation deviation = deviations.find(study, id);
        ActingAs as = permission.require(actor, Right.RECORD_DEVIATION, study, deviation.site());
        String why = QueryWords.required("reason", reason);
        Account checked = checked(actor, studies.inForce(study).study(), deviation.participant(), account);
        locks.hold("deviation/" + id);
        List<Entry> entries = deviations.find(study, id).entries();
        boolean before = number > 1 && number <= entries.size();
        if (before
                && entries.get(number - 1).account().equals(checked)
                && entries.get(number - 1).reason().equals(why)) {
            return deviations.find(study, id);
        }
        if (number != entries.size() + 1) {
            throw new Refusal(Reason.CHANGED, CHANGED);
        }
        UUID entry = record(as, "deviation.corrected", id, number, deviation.participant());
        ledger.append(id, number, checked, why, clock.instant(), entry);
        return deviations.find(study, id);
    }

    private UUID record(ActingAs as, String action, UUID id, int number, Optional<ParticipantCode> participant) {
        return audit.record(
                as,
                action,
                participant.map(ParticipantCode::value).orElse(as.site()),
                "",
                Map.of("deviation", id.toString(), "entry", Integer.toString(number)));
    }

    private static void refuseUnknownSite(Study study, String site) {
        if (study.sites().stream().noneMatch(known -> known.code().equals(site))) {
            throw QueryWords.invalid("site", NO_SITE);
        }
    }

    private Account checked(Actor actor, Study study, Optional<ParticipantCode> participant, Account account) {
        if (account.day().isAfter(LocalDate.now(clock.withZone(study.zone())))) {
            throw QueryWords.invalid("day", FUTURE);
        }
        boolean known = account.codeBreak().isEmpty()
                || unblindings.list(actor, study.id()).stream()
                        .filter(each -> each.kind() == Unblinding.Kind.EMERGENCY)
                        .filter(each -> each.id().equals(account.codeBreak().get()))
                        .anyMatch(each -> participant.isEmpty()
                                || each.participants().stream()
                                        .anyMatch(whom -> whom.code().equals(participant.get())));
        if (!known) {
            throw QueryWords.invalid("codeBreak", NO_CODE_BREAK);
        }
        return new Account(
                account.day(),
                account.category(),
                account.important(),
                QueryWords.required("description", account.description()),
                QueryWords.required("action", account.action()),
                account.codeBreak());
    }
}
