package org.commensal.journey;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Participants of a study whose coordinator sees arms, so that a test can make data that tell them. */
final class ArmedTrial {

    static final String ARM = "ARMX7Q";

    private final TestTrial trial;
    private final TestStudy study;
    private final Map<String, Boolean> first = new LinkedHashMap<>();

    private ArmedTrial(TestTrial trial, TestStudy study) {
        this.trial = trial;
        this.study = study;
    }

    /** With so many participants. */
    static ArmedTrial randomised(TestTrial trial, TestStudy study, int participants) {
        ArmedTrial armed = new ArmedTrial(trial, study);
        for (int i = 0; i < participants; i++) {
            String code = trial.randomised(study, Cast.SANNE);
            Answer allocation = trial.as(Cast.SANNE).get(TestTrial.path(study, code) + "/allocation");
            armed.first.put(code, allocation.expect(200).text().contains(ARM));
        }
        if (!armed.first.values().containsAll(List.of(true, false))) {
            throw new IllegalStateException("not every arm has participants");
        }
        return armed;
    }

    /** Whether each has the first arm, by code, in the order in which they were randomised. */
    Map<String, Boolean> first() {
        return first;
    }

    /** Fills in the form of a call; answers with what it is called by. */
    UUID fill(String code, String call, JsonObject answers) {
        UUID id = UUID.randomUUID();
        TestTrial.submit(trial.as(Cast.SANNE), study, code, id, call + "/check", answers)
                .expect(201);
        return id;
    }

    /** A release as it ends, which must be so. */
    JsonObject asked(String name, String state) {
        Answer answer =
                trial.as(Cast.NOOR).post(releases(), Map.of("name", name)).expect(202);
        return TestTrial.ended(trial.as(Cast.NOOR), answer.header("Location"), state);
    }

    /** The newest first. */
    JsonArray checks() {
        return trial.as(Cast.BRAM).get(releases() + "/checks").expect(200).list();
    }

    /** What the last check found, each as its rule and where. */
    List<String> found() {
        return checks().getJsonObject(0).getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(found -> found.getString("rule") + " " + found.getString("feature"))
                .toList();
    }

    private String releases() {
        return TestTrial.path(study) + "/releases";
    }
}
