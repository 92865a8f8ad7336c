package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A simulation is asked for, left, and looked at on any node; however often it is asked for there is one report, and a
 * server that is killed leaves none.
 */
class SimulationIT {

    private static final TestStudy STUDY = TestStudy.SIMULATED;
    private static final String AT = path(STUDY) + "/simulations";
    private static final String LONG = "{\"trials\": 10000, \"seed\": 7}";

    private static Answer ask(Visitor statistician, String parameters) {
        return statistician.sendJson("POST", AT, parameters);
    }

    private static void publish(TestTrial trial) {
        trial.as(Cast.RUBEN)
                .with("Content-Type", "application/zip")
                .send("POST", "/api/studies", BodyPublishers.ofByteArray(STUDY.zip()))
                .expect(201);
    }

    private static JsonArray reports(Visitor statistician) {
        return statistician.get(AT).expect(200).list();
    }

    private static String page(Visitor statistician) {
        return statistician
                .with("Accept", "text/html")
                .get("/studies/" + STUDY.id() + "/simulations")
                .expect(200)
                .text();
    }

    @Test
    void whatIsAskedForByManyOnTwoNodesIsOneSimulation() {
        TwoNodes nodes = TwoNodes.running();
        TestTrial trial = nodes.trial();
        publish(trial);
        Visitor noor = trial.as(Cast.NOOR);
        assertThat(ask(trial.as(Cast.SANNE), LONG).status()).isEqualTo(403);
        assertThat(ask(noor, "{\"trials\": 99}").status()).isEqualTo(422);
        assertThat(ask(noor, "{\"trials\": 10001}").status()).isEqualTo(422);
        List<Callable<Answer>> asks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Visitor somewhere = noor.movedTo(nodes.bases().get(i % 2));
            asks.add(() -> ask(somewhere, LONG).expect(202));
        }

        List<Answer> asked = new Crowd(8).each(asks);

        String id = asked.get(0).field("id");
        assertThat(asked.stream().map(answer -> answer.field("id"))).containsOnly(id);
        Answer another = ask(noor, "{\"trials\": 100}");
        assertThat(another.status()).as(another.toString()).isEqualTo(409);
        assertThat(another.text()).contains("10000 trials");
        assertThat(page(noor)).contains("<progress", "% done", "10000 trials, seed 7");
        assertThat(page(noor.with("Cookie", "lang=nl"))).contains("% klaar", "10000 simulaties, seed 7");
        String location = URI.create(asked.get(0).header("Location")).getPath();
        assertThat(location).isEqualTo(AT + "/" + id);
        for (URI node : nodes.bases()) {
            JsonObject done = TestTrial.ended(noor.movedTo(node), location, "done");
            assertThat(done.getInt("percent")).isEqualTo(100);
            assertThat(done.getJsonObject("report").getString("id")).isEqualTo(id);
        }
        assertThat(page(noor)).contains("its report is on file").doesNotContain("<progress");
        assertThat(ask(noor, LONG).expect(202).field("id")).as("the same again").isEqualTo(id);
        assertThat(reports(noor)).hasSize(1);
        String csv = noor.get("/studies/" + STUDY.id() + "/simulations.csv?sort=trials")
                .expect(200)
                .text();
        assertThat(csv)
                .startsWith("simulation,made,version,trials,seed,sha256,method")
                .contains(",10000,7,");
        assertThat(trial.as(Cast.SANNE).get(location).status()).isEqualTo(403);
        assertThat(noor.get(AT + "/6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10").status())
                .isEqualTo(404);
        TestTrial.ended(noor, ask(noor, "{\"trials\": 100}").expect(202).header("Location"), "done");
        assertThat(reports(noor).getValuesAs(JsonObject.class).stream()
                        .map(report -> report.getInt("trials"))
                        .collect(Collectors.toList()))
                .containsExactlyInAnyOrder(10_000, 100);
    }

    @Test
    void whatAKilledServerWasAtHasEndedAndCanBeAskedForAgain() {
        try (RunningServer server = RunningServer.start(
                Settings.folder("killed-simulation"), Settings.both(Settings.production(), Settings.h2()))) {
            TestTrial trial = TestTrial.on(server.base(), List.of());
            publish(trial);
            Visitor noor = trial.as(Cast.NOOR);
            String location = ask(noor, LONG).expect(202).header("Location");
            server.kill();
            server.restart();

            JsonObject ended = TestTrial.ended(noor, location, "ended");

            assertThat(ended.getJsonObject("said").getString("en")).contains("Start it again.");
            assertThat(ended.containsKey("report")).isFalse();
            assertThat(reports(noor)).isEmpty();
            String again = ask(noor, LONG).expect(202).header("Location");
            assertThat(again).isNotEqualTo(location);
            TestTrial.ended(noor, again, "done");
            assertThat(reports(noor)).hasSize(1);
            assertThat(noor.get(URI.create(location).getPath()).expect(200).field("state"))
                    .isEqualTo("ended");
        }
    }
}
