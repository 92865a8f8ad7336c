package org.commensal.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.allocation.OutsideStreams.Way;

/**
 * Computes the rows that no stream of the scheme made again: what an envelope holds, from the seed; what a forced
 * participant was given, from the row of the participant who is followed. Its sentences tell no arm.
 */
final class OutsideRows {

    private final AllocationScheme scheme;
    private final OutsideStreams outside;
    private final Map<String, ArmCode> randomised;
    private final EnvelopeLines envelopes;
    private final Map<String, Integer> last = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<List<String>> opened = new HashSet<>();

    /** @param randomised the arm of everybody who was not forced to follow somebody */
    OutsideRows(AllocationScheme scheme, Seed seed, Map<String, ArmCode> randomised, EnvelopeLines envelopes) {
        this.scheme = scheme;
        this.outside = scheme.outside(seed);
        this.randomised = randomised;
        this.envelopes = envelopes;
    }

    /** The site and the number of each envelope that has a row. */
    Set<List<String>> opened() {
        return opened;
    }

    /** What differs in the next row, each in words that follow where it stands. */
    List<String> differences(Allocation recorded) {
        if (!scheme.knows(recorded.levels())) {
            return List.of("the factor levels are not levels of this scheme");
        }
        return Way.of(recorded.stream()) == Way.FORCED ? forced(recorded) : envelope(recorded);
    }

    private List<String> forced(Allocation recorded) {
        String stream = recorded.stream();
        if (broken.contains(stream)) {
            return List.of();
        }
        int number = last.merge(stream, 1, Integer::sum);
        if (recorded.sequence() != number) {
            broken.add(stream);
            return List.of("number " + number + " of stream " + stream
                    + " was expected here; what follows in that stream cannot be computed");
        }
        String followed = Way.FORCED.named(stream);
        ArmCode arm = randomised.get(followed);
        return arm == null
                ? List.of("the participant who is followed was not randomised")
                : Replay.differences(recorded, outside.forced(followed, number, arm, recorded.levels()));
    }

    private List<String> envelope(Allocation recorded) {
        String site = Way.ENVELOPE.named(recorded.stream());
        int number = recorded.sequence();
        List<String> differences = new ArrayList<>();
        if (number <= last.getOrDefault(recorded.stream(), 0)) {
            differences.add("an envelope with this number or a later one was used before");
        }
        last.merge(recorded.stream(), number, Math::max);
        opened.add(List.of(site, String.valueOf(number)));
        if (!envelopes.isUsed(site, number)) {
            differences.add("no such envelope was issued and used");
        }
        differences.addAll(Replay.differences(recorded, outside.envelope(site, number, recorded.levels())));
        return differences;
    }
}
