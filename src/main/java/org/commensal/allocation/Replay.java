package org.commensal.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One walk over a ledger that computes every allocation again from the levels alone.
 *
 * <p>Its sentences name the stream, the place in it and the field that differs, never an arm or a number that would tell
 * one: an auditor may read them while the trial is blinded. A stream with a gap is said once and left, because what
 * follows a gap depends on what is missing. Rows cut off at the end of a stream leave no trace here; the audit trail
 * keeps their number.
 */
final class Replay {

    private final AllocationScheme scheme;
    private final Seed seed;
    private final Map<String, AllocationStream> streams = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<String> differences = new ArrayList<>();

    Replay(AllocationScheme scheme, Seed seed) {
        this.scheme = scheme;
        this.seed = seed;
    }

    List<String> of(List<Allocation> ledger) {
        List<String> all = new ArrayList<>();
        ledger.forEach(recorded -> differences(recorded)
                .forEach(what -> all.add(
                        "Stream " + recorded.stream() + ", number " + recorded.sequence() + ": " + what + ".")));
        return all;
    }

    /** What differs in the next row of the walk, each in words that follow where it stands. */
    List<String> differences(Allocation recorded) {
        differences.clear();
        check(recorded);
        return List.copyOf(differences);
    }

    private void check(Allocation recorded) {
        if (!scheme.knows(recorded.levels())) {
            differences.add("the factor levels are not levels of this scheme");
            return;
        }
        String stream = scheme.stream(recorded.levels());
        AllocationStream course = streams.computeIfAbsent(stream, first -> scheme.open(seed, first));
        if (broken.contains(stream)) {
            return;
        }
        compare(differences, "the stream is not that of the factor levels", recorded.stream(), stream);
        if (recorded.sequence() == course.sequence()) {
            compare(recorded, course.next(recorded.levels()), course);
        } else {
            broken.add(stream);
            differences.add("number " + course.sequence() + " of stream " + stream
                    + " was expected here; what follows in that stream cannot be computed");
        }
    }

    private void compare(Allocation recorded, Allocation computed, AllocationStream course) {
        differences.addAll(differences(recorded, computed));
        course.add(computed);
    }

    /** Where an allocation differs from what was computed of its place. */
    static List<String> differences(Allocation recorded, Allocation computed) {
        List<String> differences = new ArrayList<>();
        compare(differences, "the weights are not those computed", recorded.weights(), computed.weights());
        compare(differences, "the pick is not the number drawn", recorded.pick(), computed.pick());
        compare(differences, "the count of words drawn is not right", recorded.draws(), computed.draws());
        compare(differences, "the arm is not the arm computed", recorded.arm(), computed.arm());
        return differences;
    }

    private static void compare(List<String> differences, String sentence, Object found, Object expected) {
        if (!found.equals(expected)) {
            differences.add(sentence);
        }
    }
}
