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
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kits.AssignKit;
import org.commensal.protocol.Study;
import org.commensal.randomisation.RandomiseParticipant.Randomised;

/**
 * Appends an allocation that was computed, with all that goes with it: study day 0, and the kit where the study has kits.
 * In the transaction of a use case that has checked its own right, and records the act in between.
 */
@ApplicationScoped
class AppendAllocation {

    /**
     * An allocation that is not appended yet.
     *
     * @param scheme the version of the study whose scheme allocates
     * @param row with its chain; day 0 is its day
     * @param kit the number to hand out; empty where the study has no kits
     */
    record Made(Ready ready, Study scheme, LedgerRow row, Optional<String> kit) {

        LocalDate day() {
            return row.at().atZone(ready.study().zone()).toLocalDate();
        }

        /** What the audit trail has of it: no arm. */
        Map<String, String> changes() {
            Map<String, String> changes = new TreeMap<>(Map.of(
                    "version", ready.study().version(),
                    "scheme", scheme.version(),
                    "day", day().toString(),
                    "chain", row.chain()));
            kit.ifPresent(number -> changes.put("kit", number));
            Way way = Way.of(row.allocation().stream());
            if (way != Way.RANDOMISED) {
                changes.put("way", way.code());
            }
            return changes;
        }
    }

    @Inject
    SeedLedger seeds;

    @Inject
    AllocationLedger ledger;

    @Inject
    ParticipantLedger people;

    @Inject
    AssignKit kits;

    /** With the kit. The arm names its kind, and no more of it leaves this room than a number that tells nothing. */
    Made made(Ready ready, Study scheme, LedgerRow row) {
        Optional<String> kit = ready.study()
                .conduct()
                .kits()
                .map(rules -> kits.choose(
                        ready.study(),
                        ready.participant(),
                        row.allocation().arm().value()));
        return new Made(ready, scheme, row, kit);
    }

    /** The same of a row outside the streams of the scheme, which is chained to the rows of its own stream. */
    Made outside(Ready ready, Study scheme, LedgerRow row) {
        String stream = row.allocation().stream();
        LedgerChain chain = scheme.scheme().chain(seeds.open(scheme), stream);
        String link = ledger.holdOutside(scheme, stream).stream()
                .map(LedgerRow::chain)
                .reduce(chain.first(), (first, second) -> second);
        return made(ready, scheme, row.chained(chain.next(link, row)));
    }

    /**
     * @param key by which the same allocation is known when it is asked for again
     * @param entry of the audit trail
     */
    Randomised append(Made made, String key, UUID entry) {
        Study study = made.ready().study();
        ParticipantCode code = made.ready().participant().code();
        ledger.append(new AllocationRow(study.id(), made.scheme().version(), made.row())
                .because(key, made.ready().verdicts(), entry));
        people.reach(study.id(), code, Stage.RANDOMISED, made.day(), entry);
        made.kit().ifPresent(number -> kits.append(study, code, number, AssignKit.AT_RANDOMISATION, "", entry));
        return new Randomised(code, made.row().at(), made.day(), made.kit());
    }
}
