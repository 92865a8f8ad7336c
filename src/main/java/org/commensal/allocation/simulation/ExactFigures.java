package org.commensal.allocation.simulation;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.Course;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;

/**
 * How predictable and how balanced one stream of a scheme is, exactly: every sequence that it may take counts by its
 * probability.
 *
 * <p>Sequences that lead to one state ({@link Course#state}) with the same arms so far are followed together, participant
 * by participant, over every arm and every number that the method itself draws. A method that balances factors is
 * followed over every participant that may come, each combination of levels equally likely. Probabilities are exact
 * rationals added in double precision; what is less likely than 10^-30 is left out, as no figure could show it.
 * Guessing: Blackwell and Hodges, Design for the control of selection bias, Annals
 * of Mathematical Statistics 1957;28:449.
 */
public final class ExactFigures {

    /** Of one participant, which take memory; and of all, which take time. */
    private static final int MOST_STATES = 100_000;

    private static final long MOST_FOLLOWED = 5_000_000;
    private static final double NEGLIGIBLE = 1e-30;
    private static final Text TOO_LARGE = new Text(
            "Exact figures of %s participants follow too many states: participant %s is past what can be. Ask for fewer"
                    + " participants, or simulate.",
            "Exacte cijfers voor %s deelnemers vragen te veel toestanden: deelnemer %s past er niet meer bij. Vraag om"
                    + " minder deelnemers, of simuleer.");

    /**
     * The figures of one stream. Counts are divided by the share of their arm in the ratio before arms are compared, so
     * that for two equal arms the range is the difference without its sign.
     *
     * @param participants of the stream
     * @param correctGuess the share of allocations that somebody guesses who knows the method and every arm before
     * @param deterministicShare the share of allocations that are certain
     * @param meanRange the largest count less the smallest at the end, expected
     * @param meanMaxImbalance the largest range that there was at any time, expected
     * @param balance the probability that the arms are exactly at their ratio at the end
     * @param meanBalance the same, averaged over all participants
     * @param differenceSd the standard deviation of the first arm's count less the second's at the end
     * @param ratioDeviation the most by which the probability of an arm for some participant, those before unknown,
     *     differs from its share of the ratio; 0 where the method preserves the ratio
     * @param ratioTrace these probabilities: of each participant, of each arm
     * @param maxImbalance the probability of each value of the largest range that there was
     * @param sequences how many there are, exactly up to 2^53; 0 where that is not known: the method draws more than
     *     arms, so that one sequence comes about in several ways, or some are too unlikely to be followed
     */
    public record Of(
            int participants,
            double correctGuess,
            double deterministicShare,
            double meanRange,
            double meanMaxImbalance,
            double balance,
            double meanBalance,
            double differenceSd,
            double ratioDeviation,
            List<List<Double>> ratioTrace,
            SortedMap<Double, Double> maxImbalance,
            double sequences) {}

    /** Where many sequences have arrived. */
    private static final class Cell {
        final Course course;
        double probability;
        double sequences;

        Cell(Course course) {
            this.course = course;
        }
    }

    /** @param most the largest range so far, in parts of a participant that are whole numbers */
    private record Key(Object state, LongBuffer counts, long most) {}

    private final AllocationScheme scheme;
    private final int participants;
    private final Counts counts;
    private final List<int[]> levels;
    private final List<List<Double>> trace = new ArrayList<>();
    private double guess;
    private double certain;
    private double balance;
    private boolean draws;
    private boolean leftOut;
    private long followed;

    private ExactFigures(AllocationScheme scheme, int participants) {
        this.scheme = scheme;
        this.participants = participants;
        this.counts = new Counts(List.copyOf(scheme.ratio().values()));
        this.levels = scheme.balancesFactors()
                ? everyLevel(scheme.factors())
                : List.of(new int[scheme.factors().size()]);
    }

    private static List<int[]> everyLevel(List<AllocationScheme.Factor> factors) {
        List<int[]> all = List.of(new int[factors.size()]);
        for (int i = 0; i < factors.size(); i++) {
            List<int[]> more = new ArrayList<>();
            for (int[] one : all) {
                for (int level = 0; level < factors.get(i).levels().size(); level++) {
                    int[] next = one.clone();
                    next[i] = level;
                    more.add(next);
                }
            }
            all = more;
        }
        return all;
    }

    /**
     * The figures of one stream.
     *
     * @param participants of the stream, at least 1
     * @throws Refusal where there are more states than can be followed
     */
    public static Of of(AllocationScheme scheme, int participants) {
        return new ExactFigures(scheme, participants).figures();
    }

    private Of figures() {
        Map<Key, Cell> layer = new HashMap<>();
        Cell first = new Cell(scheme.begin());
        first.probability = 1;
        first.sequences = 1;
        layer.put(new Key(first.course.state(), counts.none(), 0), first);
        for (int taken = 0; taken < participants; taken++) {
            layer = step(layer);
        }
        SortedMap<Double, Double> most = new TreeMap<>();
        layer.forEach((key, cell) -> most.merge(counts.inParticipants(key.most()), cell.probability, Double::sum));
        double range = mean(layer, key -> counts.inParticipants(counts.range(key.counts())));
        double mean = mean(layer, key -> counts.difference(key.counts()));
        double squares = mean(layer, key -> Math.pow(counts.difference(key.counts()) - mean, 2));
        double sequences =
                layer.values().stream().mapToDouble(cell -> cell.sequences).sum();
        return new Of(
                participants,
                guess / participants,
                certain / participants,
                range,
                most.entrySet().stream()
                        .mapToDouble(each -> each.getKey() * each.getValue())
                        .sum(),
                mean(layer, key -> counts.range(key.counts()) == 0 ? 1 : 0),
                balance / participants,
                Math.sqrt(squares),
                counts.deviation(trace),
                List.copyOf(trace),
                most,
                draws || leftOut || scheme.balancesFactors() ? 0 : sequences);
    }

    private interface Figure {
        double of(Key key);
    }

    private static double mean(Map<Key, Cell> layer, Figure figure) {
        return layer.entrySet().stream()
                .mapToDouble(each -> figure.of(each.getKey()) * each.getValue().probability)
                .sum();
    }

    private Map<Key, Cell> step(Map<Key, Cell> layer) {
        Map<Key, Cell> after = new HashMap<>(2 * layer.size());
        double[] arms = new double[counts.arms()];
        layer.forEach((key, cell) -> levels.forEach(each -> branch(key, cell, each, arms, after)));
        leftOut |= after.values().removeIf(cell -> cell.probability < NEGLIGIBLE);
        trace.add(Arrays.stream(arms).boxed().toList());
        balance += mean(after, key -> counts.range(key.counts()) == 0 ? 1 : 0);
        return after;
    }

    /** Follows one participant with these levels from one state, over every arm and every number drawn. */
    private void branch(Key key, Cell cell, int[] each, double[] arms, Map<Key, Cell> after) {
        Script script = new Script();
        do {
            Course course = cell.course.copy();
            long[] weights = course.weights(each, script);
            double best = script.largest(weights);
            int arm = script.arm(weights);
            course.allocated(each, arm);
            double probability = cell.probability * script.probability() / levels.size();
            guess += probability * best;
            certain += best == 1 ? probability : 0;
            arms[arm] += probability;
            LongBuffer next = counts.more(key.counts(), arm);
            Key reached = new Key(course.state(), next, Math.max(key.most(), counts.range(next)));
            Cell there = after.computeIfAbsent(reached, none -> new Cell(course));
            there.probability += probability;
            there.sequences += cell.sequences;
            draws |= script.drew();
            followed++;
            if (after.size() > MOST_STATES || followed > MOST_FOLLOWED) {
                throw new Refusal(Refusal.Reason.TOO_LARGE, TOO_LARGE.with(participants, trace.size() + 1));
            }
        } while (script.next());
    }
}
