package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.opencsv.CSVReader;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is read by clients of REDCap: the requests are those that PyCap and REDCapR send. */
class RedcapIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;
    private static final String RELEASES = TestTrial.path(STUDY) + "/releases/";

    /** What REDCap can be asked for. */
    private static final List<String> CONTENTS = List.of(
            "arm",
            "dag",
            "event",
            "exportFieldNames",
            "file",
            "fileRepository",
            "formEventMapping",
            "generateNextRecordName",
            "instrument",
            "log",
            "metadata",
            "participantList",
            "pdf",
            "project",
            "project_xml",
            "record",
            "repeatingFormsEvents",
            "report",
            "surveyLink",
            "user",
            "userDagMapping",
            "userRole",
            "version");

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor nobody = Visitor.at(trial.as(Cast.NOOR).base());
    private final Visitor noor = trial.as(Cast.NOOR);
    private final Visitor inPerson = inPerson(Cast.NOOR.signIn());

    @Test
    void aTokenIsMadeInPersonByWhoeverMayDownload() {
        String tokens = RELEASES + released("made in person") + "/tokens";
        Map<String, String> asked = Map.of("label", "analysis");

        noor.post(tokens, asked).expect(403);
        inPerson(Cast.EVA.signIn()).post(tokens, asked).expect(403);
        inPerson(Cast.SANNE.signIn()).post(tokens, asked).expect(403);
        nobody.post(tokens, asked).expect(401);
        inPerson.post(tokens, Map.of("label", "analysis", "days", 366)).expect(422);
        inPerson.post(tokens, Map.of("label", "")).expect(422);
        inPerson.post(RELEASES + UUID.randomUUID() + "/tokens", asked).expect(404);
        inPerson.post(tokens.replace(STUDY.id(), TestStudy.MINIMISED.id()), asked)
                .expect(404);
        JsonObject made = inPerson.post(tokens, asked).expect(201).json();

        assertThat(made.getString("token")).matches("[0-9A-F]{32}");
        assertThat(noor.get(tokens).expect(200).text())
                .contains("analysis", "NOOR", made.getString("id"))
                .doesNotContain(made.getString("token"));
    }

    @Test
    void aTokenThatDoesNotHoldOpensNothing() {
        String token = token(released("wrong tokens")).getString("token");
        List<String> wrong = List.of(
                "", token.toLowerCase(java.util.Locale.ROOT), token + token, " " + token, token + "\n", "' or 1=1 --");

        for (String other : wrong) {
            Answer csv = nobody.postForm("/api/", Map.of("token", other, "content", "metadata", "format", "csv"));
            Answer json = nobody.postForm("/api/", Map.of("token", other, "content", "metadata", "format", "json"));

            assertThat(csv.expect(403).text()).startsWith("ERROR: You do not have permissions to use the API");
            assertThat(json.expect(403).field("error")).startsWith("You do not have permissions to use the API");
        }
        ask(token, Map.of("content", "metadata", "format", "csv")).expect(200);
    }

    @Test
    void wrongTokensMakeTheirAddressWaitAndNoOther() {
        String token = token(released("guessed at")).getString("token");
        Map<String, String> right = Map.of("content", "version", "token", token);
        Visitor guesser = nobody.with(Settings.ADDRESS, "203.0.113.7");
        for (int guess = 0; guess < 100; guess++) {
            Map<String, String> wrong = Map.of("content", "version", "token", String.format("%032X", guess));
            guesser.postForm("/api/", wrong).expect(403);
        }

        assertThat(guesser.postForm("/api/", right).expect(429).field("error")).contains("Wait");
        nobody.postForm("/api/", right).expect(200);
        nobody.with(Settings.ADDRESS, "203.0.113.8").postForm("/api/", right).expect(200);
    }

    @Test
    void aTokenOpensItsOwnReleaseAloneAndUntilItIsRevoked() {
        String first = released("the first of two");
        JsonObject token = token(first);
        String other = released("the other of two");
        token(other);

        assertThat(project(token)).contains("the first of two").doesNotContain("the other of two");
        noor.delete(RELEASES + other + "/tokens/" + token.getString("id")).expect(404);
        noor.delete(RELEASES + first + "/tokens/" + token.getString("id")).expect(204);
        noor.delete(RELEASES + first + "/tokens/" + token.getString("id")).expect(404);
        ask(token.getString("token"), Map.of("content", "project")).expect(403);
        assertThat(noor.get(RELEASES + first + "/tokens").expect(200).text()).isEqualTo("[]");
    }

    @Test
    void aTokenEndsWithItsLastDay() {
        String release = released("read for a day");
        JsonObject token = token(release);
        project(token);

        TwoNodes.running()
                .database()
                .tamper("alter table release_tokens disable trigger append_only;"
                        + " update release_tokens set expires_at = now() - interval '1 second' where id = '"
                        + token.getString("id") + "';"
                        + " alter table release_tokens enable trigger append_only");

        refused(403, token.getString("token"), Map.of("content", "project"));
        assertThat(noor.get(RELEASES + release + "/tokens").expect(200).text()).isEqualTo("[]");
        noor.delete(RELEASES + release + "/tokens/" + token.getString("id")).expect(404);
    }

    @Test
    void aTokenEndsWithTheRoleOfItsMaker() {
        trial.invited("Wim", "wim", "statistician", STUDY, "*");
        JsonObject token = token(inPerson("wim@trials.example"), released("of a leaver"));
        project(token);
        Visitor ruben = trial.as(Cast.RUBEN);
        JsonObject wim = ruben.get("/api/people").expect(200).first("signIn", "wim@trials.example");
        String grant = wim.getJsonArray("grants").getJsonObject(0).getString("id");

        ruben.delete("/api/people/" + wim.getString("id") + "/grants/" + grant).expect(204);

        ask(token.getString("token"), Map.of("content", "project")).expect(403);
    }

    @Test
    void whatIsNotReadingAReleaseIsRefusedInItsOwnForm() {
        String token = token(released("refusals")).getString("token");

        refused(400, token, Map.of("content", "record", "format", "xml"));
        refused(400, token, Map.of("content", "record", "filterLogic", "[age_years] > 40"));
        refused(400, token, Map.of("content", "record", "fields", "no_such_field"));
        refused(400, token, Map.of("content", "file", "action", "export"));
        refused(400, token, Map.of());
        refused(403, token, Map.of("content", "record", "data", "[]", "overwriteBehavior", "normal"));
        refused(403, token, Map.of("content", "record", "action", "delete", "records[0]", "A"));
        Visitor other = nobody.with("Content-Type", "application/json").with("Accept", "text/html");
        assertThat(other.sendJson("POST", "/api/", "{}").expect(415).field("error"))
                .isNotEmpty();
        assertThat(nobody.postForm("/api/", Map.of("token", "x".repeat(10_000_000)))
                        .expect(413)
                        .field("error"))
                .isNotEmpty();
    }

    /** As somebody would who wants to know who has which arm: by content, by field, by filter, by event. */
    @Test
    void noAnswerTellsAnArmWhateverIsAskedFor() {
        String token = token(released("asked for arms")).getString("token");
        List<Map<String, String>> tries = new ArrayList<>();
        for (String content : CONTENTS) {
            for (String format : List.of("csv", "json")) {
                tries.add(Map.of("content", content, "format", format));
            }
        }
        for (String field : List.of("arm", "allocation", "randomisation", "kit", "redcap_data_access_group")) {
            tries.add(Map.of("content", "record", "fields", field));
            tries.add(Map.of("content", "record", "filterLogic", "[" + field + "] = '1'"));
            tries.add(Map.of("content", "metadata", "forms", field));
        }
        tries.add(Map.of("content", "record", "events", "arm_1", "exportDataAccessGroups", "true"));
        tries.add(Map.of("content", "event", "arms", "1"));

        Map<Integer, Integer> answered = new TreeMap<>();
        for (Map<String, String> sent : tries) {
            Answer answer = ask(token, sent);
            answered.merge(answer.status(), 1, Integer::sum);
            assertThat(answer.text() + answer.headers()).as(sent.toString()).doesNotContainPattern(BlindnessIT.ARM);
        }
        assertThat(answered).containsOnlyKeys(200, 400);
        assertThat(answered.get(200)).isGreaterThan(10);
    }

    @Test
    void tenThousandRecordsAreAsked() throws Exception {
        String token = token(released("many records")).getString("token");
        Map<String, String> sent = new LinkedHashMap<>(Map.of("content", "record", "format", "csv"));
        for (int i = 0; i < 10_000; i++) {
            sent.put("records[" + i + "]", "'; drop table x; --" + i);
        }

        assertThat(csv(ask(token, sent).expect(200).text())).hasSize(1);
    }

    @Test
    void pyCapFindsTheCellsOfTheRelease() throws Exception {
        fillIn();
        String release = released("for PyCap");
        String token = token(release).getString("token");
        Map<String, String> files = Unzipped.texts(TestTrial.dataset(noor, STUDY, release));

        List<String> fields = ask(token, Map.of("content", "metadata", "format", "json"))
                .expect(200)
                .list()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(field -> field.getString("field_name"))
                .toList();
        assertThat(fields).first().isEqualTo("subject");
        ask(token, Map.of("content", "formEventMapping", "format", "json")).expect(200);
        Map<String, String> sent = new LinkedHashMap<>(Map.of(
                "content", "record", "format", "json", "type", "flat", "rawOrLabel", "raw", "eventName", "label"));
        for (int i = 0; i < fields.size(); i++) {
            sent.put("fields[" + i + "]", fields.get(i));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        ask(token, sent).expect(200).list().getValuesAs(JsonObject.class).forEach(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            row.forEach((name, value) -> cells.put(name, row.getString(name)));
            rows.add(cells);
        });

        for (String table : List.of("participants", "screening", "check")) {
            new RedcapCells(table, csv(files.get(table + ".csv"))).areAmong(rows);
        }
    }

    @Test
    void redcapRFindsTheCellsOfTheReleaseInBatches() throws Exception {
        fillIn();
        String release = released("for REDCapR");
        String token = token(release).getString("token");
        Map<String, String> files = Unzipped.texts(TestTrial.dataset(noor, STUDY, release));
        Set<String> columns = new HashSet<>();
        for (String content : List.of("exportFieldNames", "metadata", "instrument", "project", "dag")) {
            List<String[]> listed = csv(ask(token, Map.of("content", content, "format", "csv"))
                    .expect(200)
                    .text());
            if (content.equals("exportFieldNames")) {
                listed.stream().skip(1).forEach(row -> columns.add(row[2]));
            }
        }
        Map<String, String> sent = redcapR();
        sent.put("fields", "subject");
        List<String> subjects = csv(ask(token, sent).expect(200).text()).stream()
                .skip(1)
                .map(row -> row[0])
                .distinct()
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i += 2) {
            sent = redcapR();
            sent.put("records", String.join(",", subjects.subList(i, Math.min(i + 2, subjects.size()))));
            rows.addAll(RedcapCells.rows(csv(ask(token, sent).expect(200).text())));
        }

        assertThat(rows.get(0).keySet()).containsAll(columns);
        for (String table : List.of("participants", "screening", "check")) {
            new RedcapCells(table, csv(files.get(table + ".csv"))).areAmong(rows);
        }
    }

    @Test
    void rReadsWhatIsInTheRelease(@TempDir Path folder) throws Exception {
        assumeTrue(WalkthroughIT.has("Rscript") && WalkthroughIT.has("curl"), "Skipped: Rscript or curl is missing");
        fillIn();
        String release = released("for R");
        String token = token(release).getString("token");
        Map<String, byte[]> files = Unzipped.files(TestTrial.dataset(noor, STUDY, release));
        Files.write(folder.resolve("check.csv"), files.get("check.csv"));
        Process r = new ProcessBuilder(
                        "Rscript",
                        "src/test/resources/journey/redcap.R",
                        nobody.base() + "/api/",
                        token,
                        folder.resolve("check.csv").toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(r.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("all cells are equal: ");
    }

    @Test
    void theFirstUseOnADayIsRecordedAndWhatWasReadIsNot() {
        JsonObject token = token(released("recorded"));
        project(token);
        ask(token.getString("token"), Map.of("content", "record")).expect(200);

        List<JsonObject> uses = trial
                .as(Cast.IRIS)
                .get(TestTrial.path(STUDY) + "/audit?size=200")
                .expect(200)
                .json()
                .getJsonArray("entries")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(entry -> entry.toString().contains(token.getString("id")))
                .toList();
        assertThat(uses)
                .extracting(entry -> entry.getString("action"))
                .containsExactlyInAnyOrder("release-token.made", "dataset.downloaded");
        assertThat(uses.toString()).doesNotContain(token.getString("token"));
    }

    @Test
    void thePageSaysWhatTokensThereAre() {
        String release = released("on a page");
        JsonObject token = token(release);
        String page = "/studies/" + STUDY.id() + "/releases/" + release;

        assertThat(noor.browsing().get(page).expect(200).text()).contains(page + "/tokens");
        assertThat(noor.browsing().get(page + "/tokens").expect(200).text())
                .contains("PyCap", token.getString("id") + "/revocation")
                .doesNotContain(token.getString("token"));
        assertThat(trial.as(Cast.EVA).browsing().get(page).expect(200).text()).doesNotContain(page + "/tokens");
    }

    private String released(String name) {
        return trial.released(STUDY, name);
    }

    private JsonObject token(String release) {
        return token(inPerson, release);
    }

    private static JsonObject token(Visitor maker, String release) {
        return maker.post(RELEASES + release + "/tokens", Map.of("label", "a journey"))
                .expect(201)
                .json();
    }

    private String project(JsonObject token) {
        return ask(token.getString("token"), Map.of("content", "project", "format", "csv"))
                .expect(200)
                .text();
    }

    private Answer ask(String token, Map<String, String> sent) {
        Map<String, String> form = new LinkedHashMap<>(sent);
        form.put("token", token);
        return nobody.postForm("/api/", form);
    }

    private void refused(int status, String token, Map<String, String> sent) {
        assertThat(ask(token, sent).expect(status).field("error")).isNotEmpty();
        Map<String, String> csv = new LinkedHashMap<>(sent);
        csv.put("returnFormat", "csv");
        assertThat(ask(token, csv).expect(status).text()).startsWith("ERROR: ");
    }

    /** Two participants, each with two forms. */
    private void fillIn() {
        for (Cast site : List.of(Cast.SANNE, Cast.TOM)) {
            JsonObject attacks = Json.createObjectBuilder().add("attacks", 2).build();
            String code = trial.randomised(STUDY, site);
            TestTrial.submit(trial.as(site), STUDY, code, UUID.randomUUID(), "C1/check", attacks)
                    .expect(201);
        }
    }

    private static Map<String, String> redcapR() {
        return new LinkedHashMap<>(Map.of(
                "content", "record",
                "format", "csv",
                "type", "flat",
                "rawOrLabel", "raw",
                "rawOrLabelHeaders", "raw",
                "exportCheckboxLabel", "false",
                "exportSurveyFields", "false",
                "exportDataAccessGroups", "false",
                "filterLogic", "",
                "exportBlankForGrayFormStatus", "false"));
    }

    private static List<String[]> csv(String text) throws Exception {
        try (CSVReader reader = new CSVReader(new StringReader(text))) {
            return reader.readAll();
        }
    }

    private Visitor inPerson(String signIn) {
        String credentials = signIn + ":" + Cast.PASSWORD;
        return nobody.with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
