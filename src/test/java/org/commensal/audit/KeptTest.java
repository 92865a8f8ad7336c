package org.commensal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static final Facts ALERTS = Facts.of("count(*) from alerts where study = ?");

    private final OneReading reading = new OneReading();
    private final Map<String, Long> alerts = new HashMap<>(Map.of("one", 3L, "two", 3L));
    private final List<String> work = new ArrayList<>();
    private final Kept kept = new Kept();

    KeptTest() {
        kept.reading = reading;
        kept.ledger = new FactLedger() {
            @Override
            List<Object> count(Facts facts, String study) {
                return List.of(alerts.get(study));
            }
        };
    }

    @Test
    void worksOutAgainWhatThereAreMoreFactsOfOrAnotherSetting() {
        assertThat(ask("worst", "one", "monday")).isEqualTo("worst of one on monday, 1");
        assertThat(ask("worst", "one", "monday")).isEqualTo("worst of one on monday, 1");

        alerts.put("one", 4L);
        assertThat(ask("worst", "one", "monday")).isEqualTo("worst of one on monday, 2");
        assertThat(ask("worst", "one", "tuesday")).isEqualTo("worst of one on tuesday, 3");
        assertThat(ask("worst", "one", "tuesday")).isEqualTo("worst of one on tuesday, 3");
    }

    @Test
    void studiesAndQuestionsAreApart() {
        ask("worst", "one", "");
        ask("worst", "two", "");
        ask("last", "one", "");

        assertThat(ask("worst", "one", "")).isEqualTo("worst of one on , 1");
        assertThat(ask("worst", "two", "")).isEqualTo("worst of two on , 2");
        assertThat(ask("last", "one", "")).isEqualTo("last of one on , 3");
    }

    @Test
    void whoMayHaveWrittenNeitherKeepsNorIsGivenWhatWasKept() {
        assertThat(work("")).isEqualTo("worst of one on , 1");
        assertThat(ask("worst", "one", "")).as("nothing was kept").isEqualTo("worst of one on , 2");
        assertThat(work("")).as("it is not given").isEqualTo("worst of one on , 3");

        reading.begin();
        reading.end();
        assertThat(work("")).as("nor after a reading has ended").isEqualTo("worst of one on , 4");
    }

    @Test
    void factsAreCountedOnceARequest() {
        reading.begin();
        work("");
        alerts.put("one", 4L);
        assertThat(work("")).isEqualTo("worst of one on , 1");
    }

    @Test
    void allCountsAreAskedInOneStatement() {
        assertThat(ALERTS.and(Facts.of("count(*) from queries where study = ?"))
                        .and(ALERTS)
                        .statement())
                .isEqualTo("select (select count(*) from alerts where study = ?),"
                        + " (select count(*) from queries where study = ?)");
    }

    /** As a request of its own that changes nothing. */
    private String ask(String what, String study, String day) {
        reading.begin();
        try {
            return work(what, study, day);
        } finally {
            reading.end();
        }
    }

    private String work(String day) {
        return work("worst", "one", day);
    }

    private String work(String what, String study, String day) {
        return kept.of(what, study, ALERTS, day, () -> {
            work.add(what);
            return what + " of " + study + " on " + day + ", " + work.size();
        });
    }
}
