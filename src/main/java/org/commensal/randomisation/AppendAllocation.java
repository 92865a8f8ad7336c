package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.commensal.allocation.LedgerChain;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kits.AssignKit;
import org.commensal.protocol.Study;
import org.commensal.randomisation.RandomiseParticipant.Randomised;

/**
 * Appends an allocation that was computed, with all that goes with it: the audit entry, study day 0, and the kit where
 * the study has kits. In the transaction of a use case that has checked its own right.
 */
@ApplicationScoped
class AppendAllocation {

    @Inject
    AuditTrail audit;

    @Inject
    SeedLedger seeds;

    @Inject
    AllocationLedger ledger;

    @Inject
    ParticipantLedger people;

    @Inject
    AssignKit kits;

    /**
     * @param scheme the version of the study whose scheme allocates
     * @param row with its chain; day 0 is its day
     * @param key by which the same allocation is known when it is asked for again
     */
    Randomised append(ActingAs as, Ready ready, Study scheme, LedgerRow row, String key) {
        Study study = ready.study();
        ParticipantCode code = ready.participant().code();
        LocalDate day = row.at().atZone(study.zone()).toLocalDate();
        // The arm names the kind of kit, and no more of it leaves this room than a number that tells nothing.
        Optional<String> kit = study.conduct()
                .kits()
                .map(rules -> kits.choose(
                        study, ready.participant(), row.allocation().arm().value()));
        UUID entry = audit.record(
                as, RandomiseParticipant.RANDOMISED, code.value(), "", changes(study, scheme, row, day, kit));
        ledger.append(new AllocationRow(study.id(), scheme.version(), row).because(key, ready.verdicts(), entry));
        people.reach(study.id(), code, Stage.RANDOMISED, day, entry);
        kit.ifPresent(number -> kits.append(study, code, number, AssignKit.AT_RANDOMISATION, "", entry));
        return new Randomised(code, row.at(), day, kit);
    }

    private static Map<String, String> changes(
            Study study, Study scheme, LedgerRow row, LocalDate day, Optional<String> kit) {
        Map<String, String> changes = new TreeMap<>(Map.of(
                "version", study.version(), "scheme", scheme.version(), "day", day.toString(), "chain", row.chain()));
        kit.ifPresent(number -> changes.put("kit", number));
        Way way = Way.of(row.allocation().stream());
        if (way != Way.RANDOMISED) {
            changes.put("way", way.code());
        }
        return changes;
    }

    /** The same of a row outside the streams of the scheme, which is chained to the rows of its own stream. */
    Randomised appendOutside(ActingAs as, Ready ready, Study scheme, LedgerRow row, String key) {
        String stream = row.allocation().stream();
        LedgerChain chain = scheme.scheme().chain(seeds.open(scheme), stream);
        String link = ledger.holdOutside(scheme, stream).stream()
                .map(LedgerRow::chain)
                .reduce(chain.first(), (first, second) -> second);
        return append(as, ready, scheme, row.chained(chain.next(link, row)), key);
    }
}
