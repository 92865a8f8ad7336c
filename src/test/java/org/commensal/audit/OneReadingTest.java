package org.commensal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneReadingTest {

    private final OneReading reading = new OneReading();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksEachQuestionOnceUntilItEnds() {
        assertThat(ask("a")).isEqualTo(1);
        assertThat(ask("a")).as("nothing has begun").isEqualTo(2);

        reading.begin();
        assertThat(ask("a")).isEqualTo(3);
        assertThat(ask("a")).isEqualTo(3);
        assertThat(ask("b")).isEqualTo(4);

        reading.end();
        assertThat(ask("a")).isEqualTo(5);
        assertThat(ask("a")).isEqualTo(6);
    }

    @Test
    void whatAnotherThreadReadsIsItsOwn() throws InterruptedException {
        reading.begin();
        ask("a");
        Thread other = new Thread(() -> ask("a"));
        other.start();
        other.join();

        assertThat(asked).hasValue(2);
    }

    @Test
    void anAnswerMayAskAnotherQuestion() {
        reading.begin();

        assertThat(reading.once("outer", () -> ask("inner") + 10)).isEqualTo(11);
        assertThat(reading.once("outer", () -> ask("inner") + 10)).isEqualTo(11);
    }

    private int ask(String question) {
        return reading.once(question, asked::incrementAndGet);
    }
}
