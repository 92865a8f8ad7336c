package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.commensal.allocation.LedgerVerification;
import org.commensal.allocation.LedgerVerification.Outcome;
import org.commensal.allocation.VerifierInR;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Sealed envelopes, from issue to the revealed ledger: opened in order, entered by one and signed by another. */
@TestMethodOrder(OrderAnnotation.class)
class EnvelopeIT {

    private static final TestStudy STUDY = TestStudy.ENVELOPES;
    private static final String ENVELOPES = path(STUDY) + "/envelopes";
    private static final Pattern ARM = Pattern.compile(TestStudy.ARM + "|Xerxes|Zenobia", Pattern.CASE_INSENSITIVE);

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor bram = trial.as(Cast.BRAM);
    private final Visitor lotte = trial.as(Cast.LOTTE);

    @Test
    @Order(1)
    void theyAreIssuedByTheCustodianWhereNobodyIsUnblindedByThem() {
        for (Cast person : Cast.values()) {
            if (person != Cast.BRAM) {
                assertThat(issue(trial.as(person), STUDY, "north", 1, 4).status())
                        .as(person.role)
                        .isEqualTo(403);
            }
        }
        assertThat(issue(bram, TestStudy.BLOCKS, "north", 1, 4).expect(409).text())
                .contains("must stay blinded");
        assertThat(issue(bram, TestStudy.KITS, "north", 1, 4).expect(409).text())
                .contains("numbered kits");
        issue(bram, STUDY, "nowhere", 1, 4).expect(422);
        issue(bram, STUDY, "north", 1, 51).expect(422);
        issue(bram, STUDY, "north", 2, 4).expect(409);
        issue(bram, STUDY, "north", 3, 2).expect(422);
        print(bram, "north", Cast.PASSWORD).expect(409);
        assertThat(rows("select 1 from issued_envelopes where study = 'envelopes'"))
                .isEmpty();

        for (int i = 0; i < 2; i++) {
            assertThat(issue(bram, STUDY, "north", 1, 4).expect(201).list()).hasSize(4);
        }
        assertThat(issue(bram, STUDY, "north", 5, 7).expect(201).list()).hasSize(7);
        issue(bram, STUDY, "north", 1, 7).expect(409);
        issue(bram, STUDY, "south", 1, 1).expect(201);
        assertThat(rows("select 1 from issued_envelopes where study = 'envelopes'"))
                .hasSize(3);
        assertThat(sanne.get(ENVELOPES).expect(200).list()).hasSize(7);
    }

    @Test
    @Order(2)
    void whatTheyHoldIsShownToWhoPrintsThemAndToNobodyElse() {
        print(bram, "north", "not the password").expect(403);
        for (Cast person : List.of(Cast.SANNE, Cast.LOTTE, Cast.NOOR, Cast.FLEUR, Cast.RUBEN)) {
            print(trial.as(person), "north", Cast.PASSWORD).expect(403);
        }

        assertThat(print(bram, "north", Cast.PASSWORD).expect(200).list().getValuesAs(JsonObject.class))
                .hasSize(7)
                .allSatisfy(sheet ->
                        assertThat(sheet.getJsonObject("arm").getString("code")).matches(TestStudy.ARM));
        assertThat(sheets()).isEqualTo(sheets());
        assertThat(rows("select 1 from audit_entries where action = 'envelopes.printed' and study = 'envelopes'"))
                .hasSize(3);
        for (Cast person : List.of(Cast.SANNE, Cast.LOTTE, Cast.BRAM, Cast.NOOR)) {
            assertThat(trial.as(person).get(ENVELOPES).expect(200).text()).doesNotContainPattern(ARM);
        }
    }

    @Test
    @Order(3)
    void whatCannotBeSoIsRefused() {
        String code = trial.eligible(STUDY, Cast.SANNE, "mild");
        Instant before = Instant.now().minus(1, ChronoUnit.DAYS);
        Instant later = Instant.now().plus(1, ChronoUnit.HOURS);

        enter(sanne, code, 0, now(), "down").expect(422);
        assertThat(enter(sanne, code, 8, now(), "down").expect(422).text()).contains("no envelope 8");
        enter(sanne, code, 1, before, "down").expect(422);
        enter(sanne, code, 1, later, "down").expect(422);
        enter(sanne, code, 1, now(), "  ").expect(422);
        assertThat(enter(sanne, code, 2, now(), "down").expect(409).text()).contains("Envelope 1 comes first");
        assertThat(enter(sanne, trial.screened(STUDY, Cast.SANNE), 1, now(), "down")
                        .expect(409)
                        .text())
                .contains("record the consent");
        assertThat(enter(sanne, trial.randomised(STUDY, Cast.SANNE), 1, now(), "down")
                        .expect(409)
                        .text())
                .contains("randomised before");
        for (Cast person : List.of(Cast.TOM, Cast.LOTTE, Cast.BRAM, Cast.NOOR, Cast.DAAN)) {
            assertThat(enter(trial.as(person), code, 1, now(), "down").status())
                    .as(person.role)
                    .isIn(403, 404);
        }
        assertThat(rows("select 1 from allocation_requests where study = 'envelopes'"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void enteredByOneAndSignedByAnotherItAllocates() {
        String code = trial.eligible(STUDY, Cast.SANNE, "mild");
        String other = trial.eligible(STUDY, Cast.SANNE, "mild");
        Instant opened = now();
        String held = sheets().get(0);
        String key = "envelope-" + code;
        String id = enter(sanne, code, 1, opened, "no network", key).expect(201).field("id");
        assertThat(enter(sanne, code, 1, opened, "no network", key).expect(201).field("id"))
                .isEqualTo(id);
        enter(sanne, other, 1, now(), "no network", key).expect(409);
        assertThat(enter(sanne, other, 1, now(), "no network").expect(409).text())
                .contains("not decided yet");
        enter(sanne, code, 1, now(), "no network").expect(409);
        spoil(sanne, "north", 1, "torn").expect(409);

        for (Cast person : List.of(Cast.SANNE, Cast.NOOR, Cast.FLEUR, Cast.DAAN, Cast.EVA, Cast.IRIS, Cast.RUBEN)) {
            assertThat(sign(trial.as(person), id, "approved", Cast.PASSWORD).status())
                    .as(person.role)
                    .isIn(403, 404);
        }
        sign(lotte, id, "approved", "not the password").expect(403);
        assertThat(rows("select 1 from allocations where participant = '" + code + "'"))
                .isEmpty();
        assertThat(bram.get(path(STUDY) + "/allocation-requests").expect(200).text())
                .contains("no network", "\"envelope\":1")
                .doesNotContain(code);
        sign(lotte, id, "approved", Cast.PASSWORD).expect(200);
        sign(lotte, id, "approved", Cast.PASSWORD).expect(200);
        sign(bram, id, "approved", Cast.PASSWORD).expect(409);

        List<Object[]> row =
                rows("select arm, stream, sequence, randomised_at from allocations where participant = '" + code + "'");
        assertThat(row).hasSize(1);
        assertThat(row.get(0)[1]).isEqualTo("envelopes/north");
        assertThat(row.get(0)[2]).isEqualTo(1);
        assertThat(((Timestamp) row.get(0)[3]).toInstant()).isEqualTo(opened);
        assertThat("1 " + row.get(0)[0]).isEqualTo(held);
        assertThat(sanne.get(path(STUDY, code) + "/allocation-events")
                        .expect(200)
                        .json()
                        .getString("way"))
                .isEqualTo("envelope");
        assertThat(enter(sanne, other, 1, now(), "no network").expect(409).text())
                .contains("Envelope 1 was used");
        spoil(sanne, "north", 1, "torn").expect(409);
    }

    @Test
    @Order(5)
    void whatWasOpenedInTruthIsRecordedWithWhatWasNotInOrder() {
        spoil(trial.as(Cast.TOM), "north", 2, "torn").expect(404);
        spoil(sanne, "north", 9, "torn").expect(422);
        spoil(sanne, "north", 2, " ").expect(422);
        spoil(sanne, "north", 2, "torn").expect(200);
        assertThat(spoil(sanne, "north", 2, "torn").expect(200).field("state")).isEqualTo("spoiled");
        assertThat(spoil(bram, "north", 2, "lost").expect(409).text()).contains("torn");
        String code = notEligible();
        TestTrial.randomise(sanne, STUDY, code, "key-" + code).expect(409);
        assertThat(enter(sanne, code, 2, now(), "down").expect(409).text()).contains("torn");

        Answer entered = enter(sanne, code, 3, now(), "down").expect(201);
        assertThat(entered.json().getJsonArray("unmet").toString()).contains("Every eligibility criterion is met");
        assertThat(browser(Cast.LOTTE)
                        .get("/studies/" + STUDY.id() + "/allocation-requests/" + entered.field("id"))
                        .expect(200)
                        .text())
                .contains("Every eligibility criterion is met", code, "name=\"decision\"")
                .doesNotContainPattern(ARM);
        sign(lotte, entered.field("id"), "approved", Cast.PASSWORD).expect(200);
        assertThat(rows("select sequence, id from allocations where participant = '" + code + "'")
                        .get(0)[0])
                .isEqualTo(3);
        assertThat(rows("select unmet, id from allocation_requests where participant = '" + code + "'")
                        .get(0)[0]
                        .toString())
                .contains("Every eligibility criterion is met");
    }

    @Test
    @Order(6)
    void ofManyAtOnceOneGetsTheEnvelopeAndTheyAreSignedInOrder() {
        List<Callable<Integer>> sends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String code = trial.eligible(STUDY, Cast.SANNE, "mild");
            Visitor somewhere = sanne.movedTo(nodes.bases().get(i % 2));
            sends.add(() -> enter(somewhere, code, 4, now(), "down").status());
        }
        List<Integer> statuses = new Crowd(6).each(sends);
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);

        String next = enter(sanne, trial.eligible(STUDY, Cast.SANNE, "severe"), 5, now(), "down")
                .expect(201)
                .field("id");
        assertThat(sign(lotte, next, "approved", Cast.PASSWORD).expect(409).text())
                .contains("Envelope 4 comes first");
        Object[] fourth = rows("select cast(id as text), participant from allocation_requests"
                        + " where study = 'envelopes' and envelope = 4")
                .get(0);
        TestTrial.randomise(sanne, STUDY, (String) fourth[1], "key-" + fourth[1])
                .expect(200);
        assertThat(sign(lotte, (String) fourth[0], "approved", Cast.PASSWORD)
                        .expect(409)
                        .text())
                .contains("can only be refused");
        sign(lotte, (String) fourth[0], "refused", Cast.PASSWORD).expect(200);
        spoil(lotte, "north", 4, "opened for somebody who was randomised already")
                .expect(200);
        sign(lotte, next, "approved", Cast.PASSWORD).expect(200);
    }

    @Test
    @Order(7)
    void onPagesTheyAreIssuedPrintedEnteredAndSpoiled() {
        String page = "/studies/" + STUDY.id() + "/envelopes";
        browser(Cast.BRAM).postForm(page, Map.of("site", "south", "count", "x")).expect(422);
        browser(Cast.BRAM)
                .postForm(page, Map.of("site", "south", "count", "51"))
                .expect(422);
        browser(Cast.BRAM).postForm(page, Map.of("site", "south", "count", "2")).expect(303);
        assertThat(browser(Cast.BRAM).get(page).expect(200).text())
                .contains("North", "South", page + "/sheets")
                .doesNotContainPattern(ARM);
        assertThat(browser(Cast.SANNE).get(page).expect(200).text())
                .contains("North", page + "/spoiled", "2: torn")
                .doesNotContain(page + "/sheets", "South")
                .doesNotContainPattern(ARM);
        assertThat(browser(Cast.SANNE)
                        .get(page + "?state=spoiled&sort=-number")
                        .expect(200)
                        .text())
                .contains("torn", "aria-sort=\"descending\"")
                .doesNotContainPattern(ARM);
        assertThat(browser(Cast.SANNE)
                        .get(page + ".csv?state=spoiled")
                        .expect(200)
                        .text())
                .startsWith("site,number,state,issued,reason")
                .contains("north,2,spoiled,", "torn")
                .doesNotContain("south", "unused")
                .doesNotContainPattern(ARM);
        Answer sheets = browser(Cast.BRAM)
                .postForm(page + "/sheets", Map.of("site", "south", "password", Cast.PASSWORD))
                .expect(200);
        assertThat(sheets.text()).contains("Envelope 1", "Envelope 3").containsPattern(ARM);
        assertThat(sheets.header("Cache-Control")).contains("no-store");
        browser(Cast.TOM)
                .postForm(page + "/spoiled", Map.of("where", "south", "number", "1", "reason", "", "again", "x"))
                .expect(422);
        browser(Cast.TOM)
                .postForm(
                        page + "/spoiled",
                        Map.of("where", "south", "number", "1", "reason", "wet", "again", Cast.PASSWORD))
                .expect(303);

        String code = trial.eligible(STUDY, Cast.TOM, "mild");
        String own = "/studies/" + STUDY.id() + "/participants/" + code;
        assertThat(browser(Cast.TOM).get(own).expect(200).text()).contains(own + "/envelope");
        browser(Cast.TOM).get(own + "/envelope").expect(200);
        browser(Cast.TOM)
                .postForm(own + "/envelope", Map.of("envelope", "2", "openedAt", "yesterday", "reason", "down"))
                .expect(422);
        browser(Cast.TOM)
                .postForm(own + "/envelope", Map.of("envelope", "2", "openedAt", "2020-01-01T10:00", "reason", "down"))
                .expect(422);
        assertThat(rows("select 1 from allocation_requests where participant = '" + code + "'"))
                .isEmpty();
    }

    @Test
    @Order(8)
    void theLedgerSaysWhatBecameOfEachAndBothVerifiersAgree(@TempDir Path folder) throws Exception {
        String late = trial.eligible(STUDY, Cast.SANNE, "mild");
        for (String state : List.of("closed", "locked")) {
            trial.as(Cast.RUBEN)
                    .post(path(STUDY) + "/state", Map.of("state", state, "reason", "the end"))
                    .expect(200);
        }
        assertThat(enter(sanne, late, 6, now(), "down").expect(409).text()).contains("locked");
        issue(bram, STUDY, "north", 8, 9).expect(409);
        for (Cast approver : List.of(Cast.NOOR, Cast.BRAM)) {
            trial.as(approver)
                    .send("POST", path(STUDY) + "/allocation/approvals", BodyPublishers.noBody())
                    .expect(200);
        }
        Map<String, byte[]> files = new TreeMap<>();
        Unzipped.texts(bram.get(path(STUDY) + "/allocation/ledger.zip")
                        .expect(200)
                        .body())
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));

        Outcome outcome = LedgerVerification.of(files);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.chained()).isEqualTo(outcome.allocations());
        assertThat(new String(files.get("envelopes.csv"), StandardCharsets.UTF_8).lines())
                .startsWith(
                        "site,number,state",
                        "north,1,used",
                        "north,2,spoiled",
                        "north,3,used",
                        "north,4,spoiled",
                        "north,5,used",
                        "north,6,unused",
                        "north,7,unused",
                        "south,1,spoiled");
        assertThat(trial.as(Cast.NOOR)
                        .get(path(STUDY) + "/allocation/verification")
                        .expect(200)
                        .json()
                        .getBoolean("holds"))
                .isTrue();
        if (VerifierInR.isInstalled()) {
            assertThat(VerifierInR.says(files, folder))
                    .singleElement()
                    .asString()
                    .startsWith("No fault: envelopes");
        }
    }

    private String notEligible() {
        String code = trial.screened(STUDY, Cast.SANNE);
        trial.enrol(STUDY, Cast.SANNE, code);
        JsonObject answers = Json.createObjectBuilder(TestTrial.answers("mild"))
                .add("took_part_before", true)
                .build();
        TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), TestTrial.SCREENING, answers)
                .expect(201);
        return code;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Answer issue(Visitor who, TestStudy study, String site, int first, int last) {
        return who.post(path(study) + "/envelopes", Map.of("site", site, "first", first, "last", last));
    }

    private static Answer print(Visitor who, String site, String password) {
        return who.post(ENVELOPES + "/sheets", Map.of("site", site, "password", password));
    }

    private List<String> sheets() {
        return print(bram, "north", Cast.PASSWORD).expect(200).list().getValuesAs(JsonObject.class).stream()
                .map(sheet -> sheet.getInt("number") + " "
                        + sheet.getJsonObject("arm").getString("code"))
                .toList();
    }

    private static Answer enter(Visitor who, String code, int envelope, Instant openedAt, String reason) {
        return enter(who, code, envelope, openedAt, reason, "entered-" + UUID.randomUUID());
    }

    private static Answer enter(Visitor who, String code, int envelope, Instant openedAt, String reason, String key) {
        JsonObject content = Json.createObjectBuilder()
                .add("envelope", envelope)
                .add("openedAt", openedAt.toString())
                .add("reason", reason)
                .build();
        return who.with("Idempotency-Key", key).sendJson("POST", path(STUDY, code) + "/envelope", content.toString());
    }

    private static Answer sign(Visitor who, String id, String decision, String password) {
        return who.post(
                path(STUDY) + "/allocation-requests/" + id + "/decision",
                Map.of("decision", decision, "note", "seen on paper", "password", password));
    }

    private static Answer spoil(Visitor who, String site, int number, String reason) {
        return who.post(
                ENVELOPES + "/spoiled",
                Map.of("site", site, "number", number, "reason", reason, "password", Cast.PASSWORD));
    }

    private Visitor browser(Cast person) {
        return trial.as(person).browsing();
    }

    private List<Object[]> rows(String query) {
        return nodes.database().rows(query);
    }
}
