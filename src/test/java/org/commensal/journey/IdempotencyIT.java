package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Whatever is sent twice, at once or later, happens once. */
class IdempotencyIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;
    private static final int PAIRS = 100;

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);

    @Test
    void theSameIdWithOtherAnswersIsRefusedAndTheFirstStays() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        UUID id = UUID.randomUUID();
        TestTrial.submit(sanne, STUDY, code, id, "C1/check", attacks(3)).expect(201);

        assertThat(TestTrial.submit(sanne, STUDY, code, id, "C1/check", attacks(4))
                        .status())
                .isEqualTo(409);
        assertThat(TestTrial.submit(sanne, STUDY, code, id, "C1/check", attacks(3))
                        .status())
                .isEqualTo(200);
        assertThat(TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), "C1/check", attacks(3))
                        .status())
                .isEqualTo(409);
        assertThat(stored(code, "C1/check")).containsExactly(id.toString());
    }

    @Test
    void anUnusualAnswerIsTakenOnceItIsConfirmed() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        UUID id = UUID.randomUUID();
        JsonObject unusual = TestTrial.submission("C1/check", attacks(99));
        JsonObject confirmed = Json.createObjectBuilder(unusual)
                .add("confirmed", Json.createArrayBuilder().add("attacks"))
                .build();

        Answer declined = sanne.put(TestTrial.path(STUDY, code) + "/responses/" + id, unusual);
        assertThat(declined.status()).isEqualTo(422);
        assertThat(declined.text()).contains("/answers/attacks", "at most 95", "\\\"confirmed\\\"");
        assertThat(stored(code, "C1/check")).isEmpty();

        sanne.put(TestTrial.path(STUDY, code) + "/responses/" + id, confirmed).expect(201);
        sanne.put(TestTrial.path(STUDY, code) + "/responses/" + id, confirmed).expect(200);
        assertThat(nodes.database().rows("select cast(answers as text) from responses where id = '" + id + "'"))
                .singleElement()
                .satisfies(row -> assertThat((String) row[0]).contains("\"_confirmed\"", "attacks"));
    }

    @Test
    void eightTimesAtOnceIsOnceWithOneAnswer() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        UUID id = UUID.randomUUID();
        JsonObject content = TestTrial.submission("C2/check", attacks(5));
        List<Callable<Answer>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Visitor somewhere = sanne.movedTo(nodes.bases().get(i % 2));
            sends.add(() -> somewhere.put(TestTrial.path(STUDY, code) + "/responses/" + id, content));
        }

        List<Answer> answers = new Crowd(8).each(sends);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers.stream().map(answer -> answer.field("received")))
                .containsOnly(answers.get(0).field("received"));
        assertThat(stored(code, "C2/check")).containsExactly(id.toString());
    }

    @Test
    void twoPeopleWhoRandomiseTheSameParticipantAtOnceGetOneAllocation() {
        List<Callable<List<Integer>>> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(this::pair);
        }

        List<List<Integer>> statuses = new Crowd(4).each(pairs);

        assertThat(statuses).hasSize(PAIRS).containsOnly(List.of(200, 409));
    }

    /** Two coordinators press the button at once, each at a node of their own. */
    private List<Integer> pair() {
        String code = trial.eligible(STUDY, Cast.SANNE, "severe");
        List<Callable<Integer>> both = new ArrayList<>();
        nodes.bases()
                .forEach(base -> both.add(() -> TestTrial.randomise(
                                sanne.movedTo(base), STUDY, code, "pressed-at-" + base.getPort() + "-" + code)
                        .status()));
        List<Integer> statuses = new ArrayList<>(new Crowd(2).each(both));
        Collections.sort(statuses);
        assertThat(nodes.database().rows("select 1 from allocations where participant = '" + code + "'"))
                .hasSize(1);
        return statuses;
    }

    private List<String> stored(String code, String task) {
        return nodes
                .database()
                .rows("select cast(id as text) from responses where participant = '" + code + "' and task = '" + task
                        + "'")
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static JsonObject attacks(int count) {
        return Json.createObjectBuilder().add("attacks", count).build();
    }
}
