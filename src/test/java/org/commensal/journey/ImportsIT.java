package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Files of a laboratory on PostgreSQL: tried, imported whole or not at all, and each once. */
@TestMethodOrder(OrderAnnotation.class)
class ImportsIT {

    private static final TestStudy STUDY = TestStudy.IMPORTED;
    private static final String IMPORTS = path(STUDY) + "/imports";
    private static final String PAGES = "/studies/imported/imports";
    private static final String HEADER = "who;sample;taken;crp;unit\n";
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
    private static final int CROWD = 40;

    private static final PostgreSql DATABASE = PostgreSql.database("imports");
    private static final List<RunningServer> SERVER = new ArrayList<>();
    private static final List<TestTrial> TRIAL = new ArrayList<>();
    private static final Map<String, String> CODES = new HashMap<>();

    @BeforeAll
    static void start() {
        Map<String, String> settings = Settings.both(Settings.production(), DATABASE.settings());
        SERVER.add(RunningServer.start(Settings.folder("imports"), settings));
        TRIAL.add(TestTrial.on(SERVER.get(0).base(), List.of(STUDY, TestStudy.WATCHED)));
        CODES.put("anna", consented(STUDY, Cast.SANNE));
        CODES.put("bert", consented(STUDY, Cast.SANNE));
        CODES.put("carla", consented(STUDY, Cast.TOM));
        CODES.put("other", consented(TestStudy.WATCHED, Cast.SANNE));
    }

    @AfterAll
    static void end() {
        SERVER.forEach(RunningServer::close);
    }

    @Test
    @Order(1)
    void whatIsNotTheirsIsRefused() {
        for (Cast person : Cast.values()) {
            boolean may = List.of(Cast.SANNE, Cast.TOM, Cast.EVA).contains(person);
            assertThat(dryRun(person, "{anna};T0;" + TODAY + ";1;mg/L").status())
                    .as(person.role)
                    .isEqualTo(may ? 200 : 403);
        }
        as(Cast.SANNE)
                .with("Content-Type", "text/csv")
                .send("POST", IMPORTS + "/none/dry-run", BodyPublishers.ofString(HEADER))
                .expect(404);
        assertThat(rows("select 1 from result_imports")).isEmpty();
    }

    /** A participant of another site or of another study looks like one that there never was. */
    @Test
    @Order(2)
    void nobodyLearnsWhoElseThereIs() {
        JsonObject tried = dryRun(
                        Cast.SANNE,
                        "{carla};T0;" + TODAY + ";1;mg/L",
                        "{other};T0;" + TODAY + ";1;mg/L",
                        "NOR-9999-1;T0;" + TODAY + ";1;mg/L",
                        "=1+1;T0;" + TODAY + ";1;mg/L")
                .expect(200)
                .json();

        assertThat(faults(tried)).hasSize(4).allSatisfy(fault -> assertThat(fault)
                .contains("is no participant for whom you may import"));
        assertThat(dryRun(Cast.EVA, "{carla};T0;" + TODAY + ";1;mg/L").json().getInt("added"))
                .isEqualTo(1);
        take(Cast.SANNE, tried.getString("tried"), "", "{carla};T0;" + TODAY + ";1;mg/L")
                .expect(422);
        assertThat(rows("select 1 from imported_responses")).isEmpty();
    }

    @Test
    @Order(3)
    void aFileThatIsNoneIsRefusedWhole() {
        for (byte[] file : List.of(
                new byte[0],
                new byte[] {'P', 'K', 3, 4},
                (HEADER + "\"" + "x;y\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8),
                (HEADER + "a".repeat(1024 * 1024) + ";;;;").getBytes(StandardCharsets.UTF_8),
                (HEADER + "a\0;;;;").getBytes(StandardCharsets.UTF_8),
                HEADER.getBytes(StandardCharsets.UTF_16))) {
            as(Cast.SANNE)
                    .with("Content-Type", "text/csv")
                    .send("POST", IMPORTS + "/lab/dry-run", BodyPublishers.ofByteArray(file))
                    .expect(422);
        }
        as(Cast.SANNE)
                .with("Content-Type", "text/csv")
                .send("POST", IMPORTS + "/lab/dry-run", BodyPublishers.ofByteArray(new byte[6 * 1024 * 1024]))
                .expect(413);
    }

    @Test
    @Order(4)
    void whatWasTriedIsTakenInOnceAndWatched() {
        String[] rows = {"{anna};T0;" + TODAY + ";15,1;mg/dL", "{bert};T0;" + TODAY + ";3,5;mg/L"};
        JsonObject tried = dryRun(Cast.SANNE, rows).expect(200).json();
        assertThat(tried.getInt("added")).isEqualTo(2);
        assertThat(tried.getJsonArray("doubts")).hasSize(1);
        assertThat(rows("select 1 from responses where study = 'imported'")).isEmpty();

        Answer unconfirmed = Upload.to(
                IMPORTS + "/lab",
                as(Cast.SANNE),
                "lab.csv",
                file(rows),
                Map.of("tried", tried.getString("tried"), "reason", ""));
        assertThat(unconfirmed.expect(422).text()).contains("/confirmed");
        take(Cast.SANNE, tried.getString("tried"), "", rows[0], rows[1] + "\n").expect(422);
        assertThat(rows("select 1 from responses where study = 'imported'")).isEmpty();

        JsonObject done =
                take(Cast.SANNE, tried.getString("tried"), "", rows).expect(200).json();
        JsonObject again =
                take(Cast.SANNE, tried.getString("tried"), "", rows).expect(200).json();

        assertThat(again.getString("id")).isEqualTo(done.getString("id"));
        assertThat(rows("select task from responses where study = 'imported' order by participant"))
                .containsExactly("LAB/1", "LAB/1");
        assertThat(rows("select row_number from imported_responses order by row_number"))
                .containsExactly("2", "3");
        assertThat(rows("select rule from alerts where study = 'imported'")).containsExactly("ST3");
        assertThat(rows("select action from audit_entries where study = 'imported' and action = 'results.imported'"))
                .hasSize(1);
        assertThat(rows("select cast(changes as varchar) from audit_entries where study = 'imported' and action in"
                        + " ('response.submitted', 'results.imported')"))
                .hasSize(3)
                .allSatisfy(entry ->
                        assertThat(entry).contains(done.getString("id")).doesNotContain("crp", "ST3"));
        assertThat(as(Cast.SANNE)
                        .get(path(STUDY, CODES.get("anna")) + "/responses")
                        .expect(200)
                        .text())
                .contains("151");
        assertThat(dryRun(Cast.EVA, rows).json().getInt("unchanged")).isEqualTo(2);
    }

    @Test
    @Order(5)
    void whatChangedMeanwhileIsShownAgain() {
        String[] rows = {"{anna};T12;" + TODAY + ";2;mg/L", "{bert};T12;" + TODAY + ";2;mg/L"};
        String tried = dryRun(Cast.SANNE, rows).json().getString("tried");
        String earlier = "{bert};T12;" + TODAY + ";4;mg/L";
        take(Cast.EVA, dryRun(Cast.EVA, earlier).json().getString("tried"), "", earlier)
                .expect(200);

        Answer refused = take(Cast.SANNE, tried, "", rows).expect(412);

        assertThat(refused.text()).contains("/rows/3").doesNotContain("/rows/2");
        assertThat(rows("select 1 from responses where study = 'imported' and participant = '" + CODES.get("anna")
                        + "'"))
                .hasSize(1);
        JsonObject now = dryRun(Cast.SANNE, rows).json();
        assertThat(now.getInt("corrected")).isEqualTo(1);
        take(Cast.SANNE, now.getString("tried"), " ", rows).expect(422);
        take(Cast.SANNE, now.getString("tried"), "The laboratory measured again.", rows)
                .expect(200);
        assertThat(rows("select reason from responses where study = 'imported' and revision = 2"))
                .containsExactly("The laboratory measured again.");
    }

    @Test
    @Order(6)
    void theSameFileTwiceAtOnceIsOneImport() {
        String code = consented(STUDY, Cast.SANNE);
        String[] rows = {code + ";T0;" + TODAY + ";1;mg/L", code + ";T12;" + TODAY + ";2;mg/L"};
        String tried = dryRun(Cast.SANNE, rows).json().getString("tried");
        List<Callable<Integer>> both = new ArrayList<>();
        for (Cast person : List.of(Cast.SANNE, Cast.EVA, Cast.SANNE, Cast.EVA)) {
            both.add(() -> take(person, tried, "", rows).status());
        }

        assertThat(new Crowd(4).each(both)).containsOnly(200);
        assertThat(rows("select task from responses where participant = '" + code + "' order by task"))
                .containsExactly("LAB/1", "LAB/2");
    }

    @Test
    @Order(7)
    void thePageBringsTheFileBackAndConfirmsIt() {
        Visitor browser = as(Cast.SANNE).browsing();
        String code = consented(STUDY, Cast.SANNE);
        byte[] file = file(code + ";T0;" + TODAY + ";60;mg/L");
        String page = Upload.to(PAGES + "/lab/dry-run", browser, "lab.csv", file)
                .expect(200)
                .text();
        assertThat(page)
                .contains("Nothing has been kept so far.", "Usually this is at most 50")
                .doesNotContain("412");
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of("tried", "content")) {
            Matcher hidden =
                    Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
            assertThat(hidden.find()).isTrue();
            fields.put(field, hidden.group(1));
        }
        assertThat(Base64.getDecoder().decode(fields.get("content"))).isEqualTo(file);

        assertThat(Upload.to(PAGES + "/lab", browser, "", new byte[0], fields)
                        .expect(422)
                        .text())
                .contains("Confirm that they are right");
        fields.put("confirmed", "true");
        assertThat(Upload.to(PAGES + "/lab", browser, "", new byte[0], fields)
                        .expect(303)
                        .header("Location"))
                .endsWith(PAGES);
        assertThat(browser.get(PAGES).expect(200).text()).contains("Laboratory", "Sanne".toUpperCase(Locale.ROOT));
        assertThat(as(Cast.DAAN)
                        .with("Accept", "text/html")
                        .get(PAGES)
                        .expect(200)
                        .text())
                .doesNotContain("type=\"file\"");
        assertThat(as(Cast.EVA).get(PAGES + ".csv").expect(200).text()).startsWith("id,at,by,import,site,rows,");
    }

    /** Whenever the server is killed, all of the file is there or nothing; and then it is imported whole. */
    @Test
    @Order(8)
    void aServerThatIsKilledLeavesNothingHalf() {
        List<Callable<String>> arriving = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            arriving.add(() -> consented(STUDY, Cast.SANNE));
        }
        List<String> codes = new Crowd(4).each(arriving);
        String[] rows = codes.stream()
                .map(code -> code + ";T0;" + TODAY + ";1;mg/L\n" + code + ";T12;" + TODAY + ";1;mg/L")
                .toArray(String[]::new);
        int before = rows("select response from imported_responses").size();
        JsonObject tried = dryRun(Cast.SANNE, rows).expect(200).json();
        assertThat(tried.getInt("added")).isEqualTo(2 * CROWD);
        Thread importing = new Thread(() -> {
            try {
                take(Cast.SANNE, tried.getString("tried"), "", rows);
            } catch (UncheckedIOException hungUp) {
                // the server is gone
            }
        });
        importing.start();
        LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        SERVER.get(0).kill();
        SERVER.get(0).restart();

        assertThat(rows("select response from imported_responses").size() - before)
                .isIn(0, 2 * CROWD);
        take(Cast.SANNE, tried.getString("tried"), "", rows).expect(200);
        assertThat(rows("select response from imported_responses").size() - before)
                .isEqualTo(2 * CROWD);
        assertThat(as(Cast.IRIS)
                        .get(path(STUDY) + "/audit/verification")
                        .expect(200)
                        .json()
                        .getBoolean("holds"))
                .isTrue();
    }

    private static Visitor as(Cast person) {
        return TRIAL.get(0).as(person);
    }

    private static String consented(TestStudy study, Cast coordinator) {
        String code = TRIAL.get(0).screened(study, coordinator);
        as(coordinator).put(path(study, code) + "/consent", TestTrial.consent()).expect(200);
        return code;
    }

    private static byte[] file(String... rows) {
        String content = HEADER + String.join("\n", rows);
        for (Map.Entry<String, String> code : CODES.entrySet()) {
            content = content.replace("{" + code.getKey() + "}", code.getValue());
        }
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static Answer dryRun(Cast person, String... rows) {
        return as(person)
                .with("Content-Type", "text/csv")
                .send("POST", IMPORTS + "/lab/dry-run", BodyPublishers.ofByteArray(file(rows)));
    }

    private static Answer take(Cast person, String tried, String reason, String... rows) {
        return Upload.to(
                IMPORTS + "/lab",
                as(person),
                "lab.csv",
                file(rows),
                Map.of("tried", tried, "reason", reason, "confirmed", "true"));
    }

    private static List<String> faults(JsonObject tried) {
        return tried.getJsonArray("faults").getValuesAs(JsonObject.class).stream()
                .map(fault -> fault.getJsonObject("what").getString("en"))
                .collect(Collectors.toList());
    }

    private static List<String> rows(String query) {
        return DATABASE.rows(query).stream().map(row -> String.valueOf(row[0])).toList();
    }
}
