package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come in order and in the thread that asks for them, however many portions there are. */
class MadeAheadTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10})
    void rowsComeInTheOrderOfThePortionsAndInThisThread(int portions) {
        List<String> rows = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();

        try (MadeAhead<Integer> ahead = new MadeAhead<>(MadeAheadTest::two, row -> {
            rows.add(row[0]);
            threads.add(Thread.currentThread());
        })) {
            IntStream.range(0, portions).forEach(ahead::add);
            ahead.finish();
        }

        assertThat(rows)
                .isEqualTo(IntStream.range(0, 2 * portions)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(threads).isSubsetOf(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void whatCannotBeMadeIsNotPassedOver(int portions) {
        try (MadeAhead<Integer> ahead = new MadeAhead<>(
                portion -> {
                    throw new IllegalArgumentException("no row");
                },
                row -> {})) {
            assertThatThrownBy(() -> {
                        IntStream.range(0, portions).forEach(ahead::add);
                        ahead.finish();
                    })
                    .hasStackTraceContaining("no row");
        }
    }

    @Test
    void atMostThreePortionsAreHeld() {
        List<Integer> made = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();

        try (MadeAhead<Integer> ahead = new MadeAhead<>(
                portion -> List.<String[]>of(new String[] {portion.toString()}), row -> taken.add(made.size()))) {
            for (int portion = 0; portion < 6; portion++) {
                made.add(portion);
                ahead.add(portion);
                assertThat(made.size() - taken.size()).isLessThanOrEqualTo(2);
            }
            ahead.finish();
        }

        assertThat(taken).hasSize(6);
    }

    private static List<String[]> two(int portion) {
        return List.of(new String[] {Integer.toString(2 * portion)}, new String[] {Integer.toString(2 * portion + 1)});
    }
}
