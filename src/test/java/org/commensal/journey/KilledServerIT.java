package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed while thirty-two people hand in forms: what it said it had taken is there when it is back,
 * once, and what nobody knows of is taken when it is sent again.
 */
class KilledServerIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;
    private static final int PEOPLE = 32;
    private static final int PARTICIPANTS = 24;
    private static final List<List<String>> ROUNDS =
            List.of(List.of("C1", "C2", "C3", "C4"), List.of("C5", "C6", "C7", "C8"));

    /** One form on its way in. */
    private record Form(UUID id, String code, String task, JsonObject content) {

        String path() {
            return TestTrial.path(STUDY, code) + "/responses/" + id;
        }
    }

    @Test
    void losesNothingOnTheEmbeddedDatabase() {
        survivesBeingKilled("killed-h2", Settings.h2());
    }

    @Test
    void losesNothingOnPostgreSql() {
        survivesBeingKilled("killed-postgresql", PostgreSql.database("killed").settings());
    }

    private static void survivesBeingKilled(String name, Map<String, String> database) {
        Map<String, String> settings = Settings.both(Settings.production(), database);
        try (RunningServer server = RunningServer.start(Settings.folder(name), settings)) {
            TestTrial trial = TestTrial.on(server.base(), List.of(STUDY));
            List<String> codes = participants(trial);
            Visitor sanne = trial.as(Cast.SANNE);
            for (List<String> visits : ROUNDS) {
                List<Form> forms = forms(codes, visits);
                Set<UUID> acknowledged = killDuring(server, sanne, forms);
                server.restart();
                nothingIsLostOrTwice(sanne, forms, acknowledged);
            }
            assertThat(trial.as(Cast.IRIS)
                            .get(TestTrial.path(STUDY) + "/audit/verification")
                            .expect(200)
                            .json()
                            .getBoolean("holds"))
                    .isTrue();
        }
    }

    private static List<String> participants(TestTrial trial) {
        List<Callable<String>> journeys = new ArrayList<>();
        for (int i = 0; i < PARTICIPANTS; i++) {
            journeys.add(() -> trial.randomised(STUDY, Cast.SANNE));
        }
        return new Crowd(4).each(journeys);
    }

    private static List<Form> forms(List<String> codes, List<String> visits) {
        List<Form> forms = new ArrayList<>();
        for (String visit : visits) {
            for (String code : codes) {
                JsonObject answers = Json.createObjectBuilder()
                        .add("attacks", forms.size())
                        .add("remark", "by hand")
                        .build();
                String task = visit + "/check";
                forms.add(new Form(UUID.randomUUID(), code, task, TestTrial.submission(task, answers)));
            }
        }
        return forms;
    }

    /** Hands everything in, kills the server after a third, and tells what was acknowledged. */
    private static Set<UUID> killDuring(RunningServer server, Visitor sanne, List<Form> forms) {
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        List<Callable<Boolean>> handingIn = new ArrayList<>();
        for (Form form : forms) {
            handingIn.add(() -> {
                if (handIn(sanne, form) == 201
                        && acknowledged.add(form.id())
                        && acknowledged.size() == forms.size() / 3) {
                    server.kill();
                }
                return true;
            });
        }
        new Crowd(PEOPLE).each(handingIn);
        assertThat(acknowledged).hasSizeBetween(forms.size() / 3, forms.size() - 1);
        return Set.copyOf(acknowledged);
    }

    private static int handIn(Visitor sanne, Form form) {
        try {
            return sanne.with("Content-Type", "application/json")
                    .answer(
                            "PUT",
                            form.path(),
                            BodyPublishers.ofString(form.content().toString()),
                            Duration.ofSeconds(60))
                    .status();
        } catch (IOException nobodyThere) {
            return 0;
        }
    }

    private static void nothingIsLostOrTwice(Visitor sanne, List<Form> forms, Set<UUID> acknowledged) {
        assertThat(stored(sanne, forms)).containsAll(acknowledged).doesNotHaveDuplicates();
        for (Form form : forms) {
            Answer again = sanne.put(form.path(), form.content());
            assertThat(again.status()).as(again.toString()).isIn(200, 201);
            boolean replay = again.expect(acknowledged.contains(form.id()) ? 200 : again.status())
                    .json()
                    .getBoolean("replay");
            assertThat(again.status()).as(again.toString()).isEqualTo(replay ? 200 : 201);
        }
        assertThat(stored(sanne, forms))
                .containsExactlyInAnyOrderElementsOf(
                        forms.stream().map(Form::id).toList());
    }

    /** The ids of everything stored for the tasks of these forms. */
    private static List<UUID> stored(Visitor sanne, List<Form> forms) {
        Set<String> tasks = forms.stream().map(Form::task).collect(Collectors.toSet());
        return forms.stream()
                .map(Form::code)
                .distinct()
                .flatMap(code -> sanne
                        .get(TestTrial.path(STUDY, code) + "/responses")
                        .expect(200)
                        .list()
                        .getValuesAs(JsonObject.class)
                        .stream())
                .filter(response -> tasks.contains(response.getString("task")))
                .map(response -> UUID.fromString(response.getString("id")))
                .toList();
    }
}
