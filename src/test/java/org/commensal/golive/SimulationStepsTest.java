package org.commensal.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.commensal.golive.SimulationJob.State;
import org.junit.jupiter.api.Test;

class SimulationStepsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    private final InstantSource wall = time::get;
    private final List<String> written = new ArrayList<>();
    private final SimulationSteps steps =
            new SimulationSteps(2, (number, state, percent) -> written.add(number + " " + state + " " + percent));

    @Test
    void aSimulationThatTakesTooLongIsStopped() {
        steps.begin(wall, NOON.plusSeconds(60));
        time.set(NOON.plusSeconds(60));
        steps.at("a", 1, 10);
        time.set(NOON.plusSeconds(61));

        assertThatThrownBy(() -> steps.at("a", 2, 10)).hasMessage("the simulation takes too long");
        assertThat(steps.isLate()).isTrue();
    }

    @Test
    void saysHowFarAllMethodsTogetherAre() {
        steps.say();
        steps.begin(wall, NOON.plusSeconds(60));
        steps.say();
        steps.at("a", 5, 10);
        steps.say();
        steps.at("a", 10, 10);
        steps.at("b", 2, 10);
        steps.say();
        steps.at("b", 10, 10);
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
