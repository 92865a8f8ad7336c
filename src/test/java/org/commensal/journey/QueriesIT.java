package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Queries are raised by hand and by rule, answered, closed and opened again; the audit trail tells no word of them. */
class QueriesIT {

    private static final TestStudy STUDY = TestStudy.WATCHED;
    private static final String QUESTION = "Is this the number of a month?";

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor eva = trial.as(Cast.EVA);

    @Test
    void whoDoesNotAskOrAnswerHereIsRefused() {
        String code = randomised(5);
        String query = query(code, UUID.randomUUID());
        Map<String, String> asked = Map.of("about", "C1/check", "item", "attacks", "text", QUESTION);

        for (Cast other : List.of(Cast.SANNE, Cast.LOTTE, Cast.NOOR, Cast.BRAM, Cast.IRIS, Cast.RUBEN)) {
            trial.as(other).put(query, asked).expect(403);
        }
        trial.as(Cast.TOM).put(query, asked).expect(404);
        eva.put(query, Map.of("about", "C1/check", "item", "attacks", "text", "  "))
                .expect(422);
        eva.put(query, Map.of("about", "C1/check", "item", "nothing", "text", QUESTION))
                .expect(422);
        eva.put(query, Map.of("about", "C99/check", "text", QUESTION)).expect(422);
        eva.put(query, Map.of("about", "C1/check", "text", "x".repeat(2001))).expect(422);
        eva.put(query(code, UUID.randomUUID()) + "/closure", Map.of("text", "x"))
                .expect(404);
        eva.put(query, asked).expect(200);
        trial.as(Cast.TOM).put(query + "/answer", Map.of("text", "yes")).expect(404);
        eva.put(query + "/answer", Map.of("text", "yes")).expect(403);
        sanne.put(query + "/closure", Map.of("text", "yes")).expect(403);
        trial.as(Cast.NOOR).get(TestTrial.path(STUDY) + "/queries").expect(403);
        assertThat(thread(code, 0)).containsExactly("raised " + QUESTION);
    }

    @Test
    void aQueryGoesFromHandToHandAndTheAuditTellsNoWordOfIt() {
        String code = randomised(5);
        String query = query(code, UUID.randomUUID());
        Map<String, String> asked = Map.of("about", "C1/check", "item", "attacks", "text", QUESTION);
        eva.put(query, asked).expect(200);
        eva.put(query, asked).expect(200);
        eva.put(query, Map.of("about", "C1/check", "item", "attacks", "text", "Other?"))
                .expect(409);
        eva.put(query.replace(code, randomised(6)), asked).expect(409);

        sanne.put(query + "/answer", Map.of()).expect(422);
        sanne.put(query + "/answer", Map.of("text", "Of a week.")).expect(200);
        sanne.put(query + "/answer", Map.of("text", "Of a week.")).expect(200);
        sanne.put(query + "/answer", Map.of("text", "Of a year.")).expect(409);
        eva.sendJson("PUT", query + "/reopening", "{\"text\": \"Then correct it.\", \"read\": 1}")
                .expect(412);
        eva.sendJson("PUT", query + "/reopening", "{\"text\": \"Then correct it.\", \"read\": 2}")
                .expect(200);
        correct(code, response(code), 9, "of a month").expect(201);
        trial.as(Cast.LOTTE).put(query + "/answer", Map.of("text", "Done.")).expect(200);
        trial.as(Cast.DAAN).put(query + "/closure", Map.of()).expect(200);
        trial.as(Cast.DAAN).put(query + "/closure", Map.of("text", "again")).expect(409);

        assertThat(thread(code, 0))
                .containsExactly(
                        "raised " + QUESTION,
                        "answered Of a week.",
                        "reopened Then correct it.",
                        "answered Done.",
                        "closed ");
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=200")
                        .text())
                .contains("query.raised", "query.answered", "query.reopened", "query.closed")
                .doesNotContain("Of a week", "number of a month", "Then correct");
    }

    @Test
    void aRuleAsksOnceWhileItHoldsAndACorrectionAnswersIt() {
        String code = randomised(45);
        assertThat(queries(code)).singleElement().satisfies(query -> {
            assertThat(query.getString("rule")).isEqualTo("Q1");
            assertThat(query.getString("task")).isEqualTo("C1/check");
            assertThat(query.getInt("revision")).isEqualTo(1);
        });
        UUID better = response(code);
        correct(code, better, 41, "read again").expect(201);
        assertThat(states(code)).containsExactly("open");
        correct(code, response(code), 5, "of a week").expect(201);
        assertThat(states(code)).containsExactly("closed");
        assertThat(thread(code, 0)).containsExactly("raised ", "resolved ");

        correct(code, response(code), 50, "of a year").expect(201);
        assertThat(states(code)).containsExactly("closed", "open");
        String second = query(code, UUID.fromString(queries(code).get(1).getString("id")));
        eva.put(second + "/closure", Map.of("text", "It is right.")).expect(200);
        correct(code, response(code), 51, "one more").expect(201);
        assertThat(states(code))
                .as("whoever said that it is right is not asked again")
                .containsExactly("closed", "closed");
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=200")
                        .text())
                .contains("query.resolved")
                .doesNotContain("Q1", "So many attacks");
    }

    @Test
    void whatIsSentAtOnceOnTwoNodesIsAskedOnceAndAnsweredByOne() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        UUID id = UUID.randomUUID();
        List<Callable<Answer>> sends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Visitor somewhere = sanne.movedTo(nodes.bases().get(i % 2));
            sends.add(() -> TestTrial.submit(somewhere, STUDY, code, id, "C1/check", attacks(60)));
        }
        assertThat(new Crowd(6).each(sends)).extracting(Answer::status).containsOnly(200, 201);
        assertThat(states(code)).containsExactly("open");

        String query = query(code, UUID.fromString(queries(code).get(0).getString("id")));
        List<Callable<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Visitor somewhere = sanne.movedTo(nodes.bases().get(i % 2));
            Map<String, String> text = Map.of("text", "Answer " + i);
            answers.add(() -> somewhere.put(query + "/answer", text));
        }
        assertThat(new Crowd(6).each(answers))
                .extracting(Answer::status)
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(thread(code, 0)).hasSize(2);
    }

    @Test
    void aQueryThatIsClosedWhileACorrectionResolvesItIsClosedOnce() {
        for (int round = 0; round < 5; round++) {
            String code = randomised(45);
            UUID first = response(code);
            Map<String, String> text = Map.of("text", "It is right.");
            String query = query(code, UUID.fromString(queries(code).get(0).getString("id")));
            Visitor elsewhere = eva.movedTo(nodes.bases().get(1));

            List<Answer> answers = new Crowd(2)
                    .each(List.of(
                            () -> correct(code, first, 5, "of a week"), () -> elsewhere.put(query + "/closure", text)));

            assertThat(answers.get(0).status()).isEqualTo(201);
            assertThat(answers.get(1).status()).isIn(200, 409);
            assertThat(thread(code, 0)).hasSize(2);
        }
    }

    @Test
    void queriesAreRaisedListedAndAnsweredOnThePages() {
        String code = randomised(5);
        String study = "/studies/" + STUDY.id();
        String file = study + "/participants/" + code;
        Visitor monitor = page(Cast.DAAN);
        Visitor coordinator = page(Cast.SANNE);
        assertThat(monitor.get(file).expect(200).text()).contains(file + "/query\"");
        assertThat(coordinator.get(file).expect(200).text()).doesNotContain(file + "/query\"");
        coordinator.get(file + "/query").expect(403);
        assertThat(monitor.get(file + "/query").expect(200).text()).contains("C1/check", "Call 1");
        assertThat(monitor.get(file + "/query?about=C1/check").expect(200).text())
                .contains("Attacks: 5");
        String id = UUID.randomUUID().toString();
        Map<String, String> sent = Map.of("_query", id, "about", "C1/check", "item", "attacks", "text", QUESTION);
        assertThat(monitor.postForm(file + "/query", Map.of("about", "C1/check", "item", "attacks", "text", " "))
                        .expect(422)
                        .text())
                .contains("value=\"attacks\" checked");
        monitor.postForm(file + "/query", sent).expect(303);
        monitor.postForm(file + "/query", sent).expect(303);

        assertThat(coordinator.get(file).text()).contains(QUESTION);
        assertThat(coordinator.get(file + "/forms/C1/check").text()).contains(QUESTION);
        assertThat(coordinator.get(study + "?waiting=all").text()).contains("1 query to answer", file + "#queries");
        assertThat(coordinator.get(study + "/queries?code=" + code).expect(200).text())
                .contains(QUESTION, code);
        assertThat(page(Cast.TOM).get(study + "/queries?state=all").expect(200).text())
                .doesNotContain(code);
        String address = file + "/queries/" + id;
        assertThat(coordinator.get(address).expect(200).text()).contains("Answer now", file + "/forms/C1/check");
        correct(code, response(code), 7, "counted again").expect(201);
        assertThat(coordinator.get(address).text()).contains("<dd>5</dd>", "<dd>7</dd>", "Corrected on");
        coordinator
                .postForm(address, Map.of("step", "answered", "text", "", "read", "1"))
                .expect(422);
        coordinator
                .postForm(address, Map.of("step", "answered", "text", "Corrected.", "read", "1"))
                .expect(303);
        assertThat(monitor.get(study + "?waiting=all").text()).contains("1 answer to look at");
        monitor.postForm(address, Map.of("step", "closed", "text", "", "read", "1"))
                .expect(412);
        monitor.postForm(address, Map.of("step", "closed", "text", "", "read", "2"))
                .expect(303);
        assertThat(monitor.get(study + "/queries?code=" + code).text()).doesNotContain(QUESTION);
        assertThat(monitor.get(study + "/queries.csv?state=closed&code=" + code)
                        .expect(200)
                        .text())
                .contains(QUESTION, "Corrected.", "C1/check");
        page(Cast.IRIS).get(study + "/queries").expect(403);
    }

    /** Somebody randomised with so many attacks at the first call. */
    private String randomised(int attacks) {
        String code = trial.randomised(STUDY, Cast.SANNE);
        TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), "C1/check", attacks(attacks))
                .expect(201);
        return code;
    }

    private UUID response(String code) {
        return UUID.fromString(sanne.get(TestTrial.path(STUDY, code) + "/responses")
                .expect(200)
                .first("task", "C1/check")
                .getString("id"));
    }

    private Answer correct(String code, UUID response, int attacks, String reason) {
        JsonObject correction = TestTrial.correction("C1/check", attacks(attacks), response.toString(), reason);
        return sanne.put(TestTrial.path(STUDY, code) + "/responses/" + UUID.randomUUID(), correction);
    }

    private static JsonObject attacks(int number) {
        return Json.createObjectBuilder().add("attacks", number).build();
    }

    private static String query(String code, UUID id) {
        return TestTrial.path(STUDY, code) + "/queries/" + id;
    }

    private List<JsonObject> queries(String code) {
        return sanne.get(TestTrial.path(STUDY, code) + "/queries")
                .expect(200)
                .list()
                .getValuesAs(JsonObject.class);
    }

    private List<String> states(String code) {
        return queries(code).stream().map(query -> query.getString("state")).toList();
    }

    private List<String> thread(String code, int place) {
        return queries(code).get(place).getJsonArray("thread").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString("step") + " " + entry.getString("text"))
                .toList();
    }

    private Visitor page(Cast person) {
        return trial.as(person).browsing();
    }
}
