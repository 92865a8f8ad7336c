package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A study opens when a dry run and the approval of two people are on file for the version in force, and not before. */
class GoLiveIT {

    private static final TestStudy STUDY = TestStudy.OPENING;
    private static final String BASE = path(STUDY) + "/go-live";

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();

    @Test
    void aStudyOpensWhenEverythingIsOnFile() {
        publish(STUDY);
        refused(
                activation(),
                "Simulate the allocation of version 1 first.",
                "Perform a dry run of version 1 first.",
                "0 of 2 people");
        refused(approval(Cast.BRAM), "Perform a dry run of version 1 first.");
        assertThat(approval(Cast.SANNE).status()).isEqualTo(403);
        assertThat(approval(Cast.LOTTE).status()).as("of one site").isEqualTo(403);

        simulate();
        String run = dryRun();
        assertThat(trial.as(Cast.NOOR)
                        .get(BASE + "/dry-runs/" + run + "/list.csv")
                        .text())
                .contains("\"TEST\",\"1\",");
        assertThat(trial.as(Cast.IRIS)
                        .get(BASE + "/dry-runs/" + run + "/list.csv")
                        .status())
                .isEqualTo(403);

        approvedEightTimesAtOnce(Cast.BRAM);
        refused(activation(), "1 of 2 people");

        publish(STUDY.replacing("study.yaml", "version: \"1\"", "version: \"2\""));
        refused(activation(), "Simulate the allocation of version 2 first.", "0 of 2 people");

        dryRun();
        refused(approval(Cast.BRAM), "Simulate the allocation of version 2 first.");
        simulate();
        approval(Cast.BRAM).expect(200);
        JsonObject ready = approval(Cast.NOOR).expect(200).json();
        assertThat(ready.getBoolean("ready")).isTrue();
        activation().expect(200);
        JsonObject opened = approval(Cast.RUBEN).expect(200).json();
        assertThat(opened.getJsonArray("approvals"))
                .as("nothing is added later")
                .hasSize(2);
    }

    private void publish(TestStudy version) {
        trial.as(Cast.RUBEN)
                .with("Content-Type", "application/zip")
                .send("POST", "/api/studies", BodyPublishers.ofByteArray(version.zip()))
                .expect(201);
    }

    private Answer activation() {
        return trial.as(Cast.RUBEN).send("POST", path(STUDY) + "/activation", BodyPublishers.noBody());
    }

    private Answer approval(Cast person) {
        return trial.as(person).post(BASE + "/approvals", Map.of("reference", "a letter"));
    }

    private void simulate() {
        TestTrial.simulated(trial.as(Cast.NOOR), STUDY);
    }

    private String dryRun() {
        Answer run = trial.as(Cast.NOOR).send("POST", BASE + "/dry-runs", BodyPublishers.noBody());
        assertThat(run.expect(201).json().getBoolean("passed")).isTrue();
        return run.field("id");
    }

    private void approvedEightTimesAtOnce(Cast person) {
        List<Callable<Answer>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Visitor somewhere = trial.as(person).movedTo(nodes.bases().get(i % 2));
            sends.add(() -> somewhere.post(BASE + "/approvals", Map.of("reference", "a letter")));
        }
        assertThat(new Crowd(8).each(sends)).extracting(Answer::status).containsOnly(200);
        assertThat(trial.as(Cast.IRIS).get(BASE).expect(200).json().getJsonArray("approvals"))
                .hasSize(1);
    }

    private static void refused(Answer answer, String... reasons) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains(reasons);
    }
}
