package org.commensal.benchmark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.protocol.StudyReader;

/**
 * Measures how long it takes to score 1,000,000 responses of the PHQ-9 with its three scores, as read from its file,
 * against a hand-written sum of nine whole numbers in the same run. Prints one row of {@code src/docs/benchmarks.md}.
 */
public final class ScoringBenchmark {

    private static final Path STUDY = Path.of("study-protocols", "gutbrain-migraine-3arm");
    private static final int ITEMS = 9;
    private static final int RESPONSES = 1_000_000;
    private static final int DISTINCT = 1_000;
    private static final int WARM_UP = 3;
    private static final int RUNS = 5;

    private ScoringBenchmark() {}

    public static void main(String[] arguments) {
        Questionnaire phq9 = StudyReader.read(STUDY).questionnaire("phq-9");
        int[][] codes = IntStream.range(0, DISTINCT)
                .mapToObj(ScoringBenchmark::response)
                .toArray(int[][]::new);
        List<Answers> answers =
                List.of(codes).stream().map(ScoringBenchmark::answers).toList();
        double ours = median(response -> total(phq9.score(answers.get(response % DISTINCT))));
        double floor = median(response -> sum(codes[response % DISTINCT]));
        System.out.printf(
                Locale.ROOT,
                "| 1,000,000 PHQ-9 responses, three scores each, against a sum of nine ints | %.2f s, %.4f s, %.0f times |%n",
                ours,
                floor,
                ours / floor);
    }

    /** The digits to the base of 4 of a number that differs for every response. */
    private static int[] response(int number) {
        int[] codes = new int[ITEMS];
        int rest = number * 263;
        for (int item = 0; item < ITEMS; item++) {
            codes[item] = rest % 4;
            rest /= 4;
        }
        return codes;
    }

    private static Answers answers(int[] codes) {
        Map<String, Value> values = new HashMap<>();
        for (int item = 0; item < ITEMS; item++) {
            values.put("phq9_0" + (item + 1), Value.Num.of(codes[item]));
        }
        return new Answers(values);
    }

    private static long total(Map<String, Value> scores) {
        return scores.getOrDefault("phq9_total", Value.Missing.UNKNOWN) instanceof Value.Num total
                ? total.value().longValueExact()
                : -1;
    }

    private static long sum(int[] codes) {
        int sum = 0;
        for (int code : codes) {
            sum += code;
        }
        return sum;
    }

    /** Median seconds for all responses; both ways must come to the same sum, which also keeps the compiler honest. */
    private static double median(IntToLongFunction score) {
        double[] seconds = new double[WARM_UP + RUNS];
        for (int run = 0; run < seconds.length; run++) {
            long begin = System.nanoTime();
            long all = 0;
            for (int response = 0; response < RESPONSES; response++) {
                all += score.applyAsLong(response);
            }
            seconds[run] = (System.nanoTime() - begin) / 1e9;
            require(all);
        }
        return DoubleStream.of(seconds)
                .skip(WARM_UP)
                .sorted()
                .skip(RUNS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void require(long all) {
        long expected = 0;
        for (int response = 0; response < RESPONSES; response++) {
            expected += sum(response(response % DISTINCT));
        }
        if (all != expected) {
            throw new IllegalStateException("the scores come to " + all + ", not " + expected);
        }
    }
}
