package org.commensal.kits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kits.Kit.Done;
import org.commensal.kits.Kit.Step;

/** Kits for tests. */
final class Kits {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final ParticipantCode SOMEBODY = ParticipantCode.of("NOR", 1);

    private Kits() {}

    /** A kit to which these things happened. */
    static Kit kit(String number, LocalDate expiry, Step... steps) {
        Map<Step, Done> done = new EnumMap<>(Step.class);
        List.of(steps).forEach(step -> done.put(step, done(step)));
        return new Kit(number, "B1", expiry, false, done);
    }

    static Kit recalled(Kit kit) {
        return new Kit(kit.number(), kit.batch(), kit.expiry(), true, kit.done());
    }

    private static Done done(Step step) {
        return new Done(
                Instant.parse("2026-11-20T10:00:00Z"),
                step == Step.SHIPPED ? Optional.of("north") : Optional.empty(),
                Optional.empty(),
                step == Step.ASSIGNED ? Optional.of(SOMEBODY) : Optional.empty(),
                step == Step.ASSIGNED ? "V2" : "",
                "",
                step == Step.RETURNED ? Optional.of(4) : Optional.empty(),
                "");
    }
}
