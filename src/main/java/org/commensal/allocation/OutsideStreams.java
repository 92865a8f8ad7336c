package org.commensal.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The allocations of a scheme that no stream of it makes: those of sealed envelopes, and those forced to follow another
 * participant. No stream of the scheme counts them.
 *
 * <p>In the ledger they have streams of their own, {@code envelopes/SITE} and {@code forced/CODE}; no stratum has such a
 * name, since a stratum holds an equals sign. See the decision page "An allocation outside the streams takes two people".
 */
public final class OutsideStreams {

    /** How a participant came to an arm. */
    public enum Way {
        /** By the next place of a stream of the scheme. */
        RANDOMISED(""),
        /** By a sealed envelope, opened while the server could not be used. */
        ENVELOPE("envelopes/"),
        /** By following the arm of another participant. */
        FORCED("forced/");

        private final String prefix;

        Way(String prefix) {
            this.prefix = prefix;
        }

        /** By the name of the stream. */
        public static Way of(String stream) {
            return Arrays.stream(values())
                    .filter(way -> way != RANDOMISED && stream.startsWith(way.prefix))
                    .findFirst()
                    .orElse(RANDOMISED);
        }

        /** As releases, the audit trail and the API write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The stream of the envelopes of a site, or of those who follow a participant. */
        public String stream(String of) {
            return prefix + of;
        }

        /** The site or the participant that a stream of this kind is named after. */
        public String named(String stream) {
            return stream.substring(prefix.length());
        }
    }

    private final Design design;
    private final Binding binding;
    private final Seed seed;

    OutsideStreams(Design design, Binding binding, Seed seed) {
        this.design = design;
        this.binding = binding;
        this.seed = seed;
    }

    /**
     * What an envelope holds: drawn by the allocation ratio alone for its number, whatever the other envelopes hold.
     *
     * @param number of the envelope at its site, from 1
     * @param levels of whoever is allocated by it; they decide nothing
     */
    public Allocation envelope(String site, int number, Map<String, String> levels) {
        String stream = Way.ENVELOPE.stream(site);
        long[] shares = design.shares();
        Draws.Drawn drawn = new Draws(binding.streamKey(seed, stream), number).drawn(Draws.ARM, design.total());
        ArmCode arm = design.arms().get(AllocationStream.place(drawn.value(), shares));
        List<Long> weights = Arrays.stream(shares).boxed().toList();
        return new Allocation(stream, number, levels, weights, drawn.value(), drawn.words(), arm);
    }

    /**
     * The arm of a participant, given to another; draws nothing.
     *
     * @param followed the code of the participant whose arm it is
     * @param sequence place among those who follow this participant, from 1
     */
    public Allocation forced(String followed, int sequence, ArmCode arm, Map<String, String> levels) {
        List<Long> weights = new ArrayList<>();
        design.arms().forEach(each -> weights.add(each.equals(arm) ? 1L : 0L));
        return new Allocation(Way.FORCED.stream(followed), sequence, levels, weights, 0, 0, arm);
    }
}
