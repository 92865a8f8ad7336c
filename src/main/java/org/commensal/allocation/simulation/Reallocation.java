package org.commensal.allocation.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.ArmCode;
import org.commensal.allocation.Course;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.OutsideStreams.Way;

/**
 * The participants of a trial, allocated anew by the trial's own algorithm: each scheme with its streams, its order of
 * participants and their factor levels, and with other numbers than the sealed ones. What a re-randomisation test rests
 * on.
 *
 * <p>Who was allocated by an envelope is drawn by the ratio alone, as the envelopes were. Who was given the arm of
 * somebody is given what that participant is given now. Of an imported list, whose algorithm is not known, the arms that
 * were allocated are shuffled within each stratum. Arms are numbers from 0, the same for all schemes.
 */
public final class Reallocation {

    /** A scheme and what it allocated, in any order. */
    public record Part(AllocationScheme scheme, List<LedgerRow> rows) {}

    /** @param arm that it was, as a number */
    private record Slot(int participant, int[] levels, int arm) {}

    /** One stream of a scheme, in sequence; without a scheme that can run it, its arms are shuffled. */
    private record Stream(AllocationScheme scheme, boolean runs, int[] arms, List<Slot> slots) {}

    private final Map<String, Integer> arms = new LinkedHashMap<>();
    private final Map<String, Integer> participants = new LinkedHashMap<>();
    private final List<Stream> streams = new ArrayList<>();
    private final List<Stream> envelopes = new ArrayList<>();
    /** Whom somebody follows, both by their place. */
    private final Map<Integer, Integer> follows = new LinkedHashMap<>();

    private final Map<Integer, Integer> actual = new HashMap<>();
    private final Map<String, Instant> moments = new HashMap<>();

    public Reallocation(List<Part> parts) {
        parts.forEach(part -> part.scheme().arms().forEach(arm -> arms.putIfAbsent(arm.value(), arms.size())));
        parts.forEach(part -> part.rows().forEach(row -> {
            place(row.participant());
            moments.put(row.participant(), row.at());
        }));
        parts.forEach(this::read);
    }

    /** How many arms there are in all schemes together. */
    public int arms() {
        return arms.size();
    }

    /** Whether this participant was allocated. */
    public boolean has(String participant) {
        return participants.containsKey(participant);
    }

    /** The arm of each of these participants, as it was allocated. */
    public byte[] actual(List<String> codes) {
        return project(codes, place -> actual.getOrDefault(place, 0));
    }

    /** The arm of each of these participants in another run, which this seed and number decide. */
    public byte[] again(List<String> codes, long seed, int number) {
        int[] drawn = run(new Chance(seed, number));
        return project(codes, place -> drawn[place]);
    }

    /** When each of these participants was allocated, in seconds. */
    public double[] moments(List<String> codes) {
        return codes.stream()
                .mapToDouble(code -> Objects.requireNonNull(moments.get(code)).toEpochMilli() / 1000.0)
                .toArray();
    }

    private static int arm(long[] weights, Chance chance) {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        long pick = chance.below(sum);
        int arm = 0;
        for (long upTo = weights[0]; upTo <= pick; upTo += weights[arm]) {
            arm++;
        }
        return arm;
    }

    private int[] run(Chance chance) {
        int[] drawn = new int[participants.size()];
        for (Stream stream : streams) {
            if (stream.runs) {
                run(stream, chance, drawn);
            } else {
                shuffle(stream, chance, drawn);
            }
        }
        for (Stream stream : envelopes) {
            long[] shares = stream.scheme.ratio().values().stream()
                    .mapToLong(Integer::longValue)
                    .toArray();
            stream.slots.forEach(slot -> drawn[slot.participant] = stream.arms[arm(shares, chance)]);
        }
        follows.forEach((follower, followed) -> drawn[follower] = drawn[last(followed)]);
        return drawn;
    }

    private static void run(Stream stream, Chance chance, int[] drawn) {
        Course course = stream.scheme.begin();
        for (Slot slot : stream.slots) {
            int arm = arm(course.weights(slot.levels, chance), chance);
            course.allocated(slot.levels, arm);
            drawn[slot.participant] = stream.arms[arm];
        }
    }

    private static void shuffle(Stream stream, Chance chance, int[] drawn) {
        List<Integer> left =
                new ArrayList<>(stream.slots.stream().map(Slot::arm).toList());
        for (Slot slot : stream.slots) {
            drawn[slot.participant] = left.remove((int) chance.below(left.size()));
        }
    }

    /** Whoever follows somebody who follows, follows the last one. */
    private int last(int followed) {
        int last = followed;
        for (int steps = 0; follows.containsKey(last) && steps < follows.size(); steps++) {
            last = Objects.requireNonNull(follows.get(last));
        }
        return last;
    }

    private void read(Part part) {
        AllocationScheme scheme = part.scheme();
        int[] numbers = scheme.arms().stream()
                .map(ArmCode::value)
                .mapToInt(this::number)
                .toArray();
        Map<String, List<LedgerRow>> byStream = new TreeMap<>();
        part.rows().forEach(row -> byStream.computeIfAbsent(row.allocation().stream(), name -> new ArrayList<>())
                .add(row));
        byStream.forEach((name, rows) -> {
            Way way = Way.of(name);
            rows.sort(Comparator.comparingInt(row -> row.allocation().sequence()));
            List<Slot> slots = rows.stream().map(row -> slot(scheme, row)).toList();
            slots.forEach(slot -> actual.put(slot.participant, slot.arm));
            if (way == Way.FORCED) {
                slots.forEach(slot -> follows.put(slot.participant, place(way.named(name))));
            } else {
                (way == Way.ENVELOPE ? envelopes : streams)
                        .add(new Stream(scheme, !scheme.method().equals("list"), numbers, slots));
            }
        });
    }

    private Slot slot(AllocationScheme scheme, LedgerRow row) {
        Map<String, String> levels = row.allocation().levels();
        int[] places = scheme.factors().stream()
                .mapToInt(factor -> factor.levels().indexOf(levels.getOrDefault(factor.name(), "")))
                .toArray();
        return new Slot(
                place(row.participant()), places, number(row.allocation().arm().value()));
    }

    private int number(String arm) {
        return Objects.requireNonNull(arms.get(arm));
    }

    private int place(String participant) {
        Integer known = participants.putIfAbsent(participant, participants.size());
        return known == null ? participants.size() - 1 : known;
    }

    private byte[] project(List<String> codes, IntUnaryOperator arm) {
        byte[] projected = new byte[codes.size()];
        for (int i = 0; i < projected.length; i++) {
            projected[i] = (byte) arm.applyAsInt(Objects.requireNonNull(participants.get(codes.get(i))));
        }
        return projected;
    }
}
