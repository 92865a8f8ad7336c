package org.commensal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    private final InstantSource wall = time::get;
    private final List<String> written = new ArrayList<>();
    private final Steps steps =
            new Steps(1, (number, state, percent) -> written.add(number + " " + state + " " + percent));

    @Test
    void workThatTakesTooLongIsStopped() {
        steps.begin(wall, Duration.ofSeconds(60));
        time.set(NOON.plusSeconds(60));
        steps.at(0.1);
        time.set(NOON.plusSeconds(61));

        assertThatThrownBy(() -> steps.at(0.2)).hasMessage("the work takes too long");
        assertThat(steps.isLate()).isTrue();
    }

    @Test
    void saysHowFarItIs() {
        steps.say();
        steps.begin(wall, Duration.ofSeconds(60));
        steps.say();
        steps.at(0.25);
        steps.say();
        steps.at(0.6);
        steps.say();
        steps.at(1);
        steps.say();

        assertThat(written)
                .containsExactly("1 QUEUED 0", "2 RUNNING 0", "3 RUNNING 25", "4 RUNNING 60", "5 RUNNING 99");
    }

    @Test
    void nothingFollowsTheLastStep() {
        steps.say();
        steps.end(State.FAILED);
        steps.say();

        assertThat(written).containsExactly("1 QUEUED 0", "2 FAILED 0");
    }

    @Test
    void everyStateThatIsNotGoneOnWithSaysWhatToDo() {
        for (State state : List.of(State.FAILED, State.TOO_LONG, State.ENDED)) {
            assertThat(state.sentence().en()).contains("nothing was kept. ");
            assertThat(state.isActive()).isFalse();
        }
        for (State state : State.values()) {
            assertThat(State.of(state.code())).contains(state);
        }
    }
}
