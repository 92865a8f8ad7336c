package org.commensal.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.Seed;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/**
 * Examples of the allocation scheme: the arms that a seed draws for participants of these levels, in their order.
 *
 * <p>The version is bound into every stream. An amendment that keeps the scheme, and with it the streams of the version
 * that was activated last, names that version, so that its examples stay as they are.
 */
final class AllocationExamples {

    private static final Pattern SEED = Pattern.compile("[0-9a-f]{64}");
    private static final String NO_SEED = "0".repeat(64);
    private static final String FIX = Expectation.FIX
            + " In an amendment that keeps the scheme, say \"version:\" beside the seed, with the version that was activated.";

    private final Study study;

    AllocationExamples(Study study) {
        this.study = study;
    }

    void check(Settings at) {
        String written = at.string("seed");
        AllocationScheme scheme =
                at.optionalString("version").map(study.scheme()::as).orElse(study.scheme());
        boolean sound = SEED.matcher(written).matches();
        if (!sound && !written.isEmpty()) {
            at.fault("seed", "A seed has 64 hexadecimal digits.", "Write digits and the letters a to f.");
        }
        Seed seed = new Seed(HexFormat.of().parseHex(sound ? written : NO_SEED));
        Map<String, List<Allocation>> streams = new HashMap<>();
        List<Settings> participants = at.children("participants");
        if (participants.isEmpty()) {
            at.fault("participants", "Nobody is allocated.", "List participants with levels: and arm:.");
        }
        for (Settings participant : participants) {
            Map<String, String> levels = new LinkedHashMap<>();
            Expectation.values(participant, "levels").forEach((name, level) -> levels.put(name, String.valueOf(level)));
            String arm = participant.string("arm");
            if (sound) {
                allocate(participant, scheme, seed, streams, levels, arm);
            }
            participant.done();
        }
    }

    private static void allocate(
            Settings at,
            AllocationScheme scheme,
            Seed seed,
            Map<String, List<Allocation>> streams,
            Map<String, String> levels,
            String arm) {
        try {
            List<Allocation> history = streams.computeIfAbsent(scheme.stream(levels), first -> new ArrayList<>());
            Allocation next = scheme.next(seed, history, levels);
            history.add(next);
            if (!next.arm().value().equals(arm)) {
                at.fault(
                        "arm",
                        "Expected arm " + Text.shorten(arm) + ", the study says "
                                + next.arm().value() + ".",
                        FIX);
            }
        } catch (Refusal refusal) {
            refusal.violations()
                    .forEach(violation -> at.fault("levels", violation.message().en(), Expectation.FIX));
        }
    }
}
