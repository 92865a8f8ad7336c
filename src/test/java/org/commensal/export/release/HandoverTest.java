package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Portions are taken in order and by one thread, however many there are. */
class HandoverTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10})
    void portionsAreTakenInTheirOrderByOneThread(int portions) {
        List<Integer> taken = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();

        try (Handover<Integer> handover = new Handover<>(portion -> {
            taken.add(portion);
            threads.add(Thread.currentThread());
        })) {
            IntStream.range(0, portions).forEach(handover::add);
            handover.finish();
        }

        assertThat(taken).isEqualTo(IntStream.range(0, portions).boxed().toList());
        assertThat(threads).hasSize(Math.min(1, portions));
        assertThat(threads.contains(Thread.currentThread())).isEqualTo(portions == 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void whatCannotBeTakenIsNotPassedOver(int portions) {
        try (Handover<Integer> handover = new Handover<>(portion -> {
            throw new IllegalArgumentException("no row");
        })) {
            assertThatThrownBy(() -> {
                        IntStream.range(0, portions).forEach(handover::add);
                        handover.finish();
                    })
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no row");
        }
    }

    @Test
    void atMostThreePortionsAreHeld() {
        AtomicInteger taken = new AtomicInteger();
        try (Handover<Integer> handover = new Handover<>(portion -> taken.incrementAndGet())) {
            for (int portion = 0; portion < 1_000; portion++) {
                handover.add(portion);
                assertThat(portion + 1 - taken.get()).isLessThanOrEqualTo(3);
            }
            handover.finish();
        }
        assertThat(taken).hasValue(1_000);
    }

    @Test
    void nothingIsTakenAnyMoreOnceItIsClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        try (Handover<Integer> handover = new Handover<>(portion -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                ended.incrementAndGet();
            }
        })) {
            handover.add(1);
            handover.add(2);
            begun.await();
        }
        assertThat(ended).hasValue(1);
    }
}
