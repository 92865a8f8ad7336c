package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** An adverse event is reported, judged and, where it is serious, told to the sponsor within a day; never with an arm. */
class AdverseEventsIT {

    private static final TestStudy STUDY = TestStudy.SAFETY;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor lotte = trial.as(Cast.LOTTE);

    @Test
    void whatCannotBeOrIsSomebodyElsesIsRefusedAndNothingIsKept() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        Map<String, Object> future = serious();
        future.put("ad_aware_day", TODAY.plusDays(1).toString());
        Map<String, Object> beforeItBegan = serious();
        beforeItBegan.put("ad_aware_day", TODAY.minusDays(9).toString());
        Map<String, Object> begins = mild();
        begins.put("ad_start", TODAY.plusDays(2).toString());

        assertThat(report(code, UUID.randomUUID(), future).expect(422).text()).contains("/answers/ad_aware_day");
        report(code, UUID.randomUUID(), beforeItBegan).expect(422);
        assertThat(report(code, UUID.randomUUID(), begins).expect(422).text()).contains("/answers/ad_start");
        assertThat(events(sanne, code)).isEmpty();

        UUID id = UUID.randomUUID();
        report(code, id, serious()).expect(201);
        String address = address(code) + "/AD-1";
        sanne.put(address + "/judgement", judgement(id, "possible", false, "")).expect(403);
        trial.as(Cast.EVA)
                .put(address + "/judgement", judgement(id, "possible", false, ""))
                .expect(403);
        trial.as(Cast.TOM).get(address(code)).expect(404);
        trial.as(Cast.RUBEN).get(address(code)).expect(403);
        trial.as(Cast.NOOR).get(TestTrial.path(STUDY) + "/adverse-events").expect(403);
        lotte.put(address + "/judgement", judgement(UUID.randomUUID(), "possible", false, ""))
                .expect(412);
        lotte.put(address + "/judgement", judgement(id, "perhaps", false, "")).expect(422);
        sign(lotte, address, 0, true, "").expect(422);
        sign(lotte, address, 0, false, Instant.now().plusSeconds(3600).toString())
                .expect(422);
        sign(lotte, address, 0, false, "2020-01-01T00:00:00Z").expect(422);
        sign(sanne, address, 0, false, "").expect(403);
        assertThat(followed(code).getString("state")).isEqualTo("to-report");
    }

    @Test
    void aCorrectionMakesItSeriousAndAnotherOneEndsThatWithAReason() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        UUID first = UUID.randomUUID();
        report(code, first, mild()).expect(201);
        assertThat(events(sanne, code).get(0).containsKey("followed")
                        && !events(sanne, code).get(0).isNull("followed"))
                .isFalse();

        UUID second = UUID.randomUUID();
        correct(code, second, first, serious(), "taken to hospital").expect(201);
        assertThat(followed(code).getString("state")).isEqualTo("to-report");
        assertThat(Instant.parse(followed(code).getString("due")))
                .isAfter(Instant.now())
                .isBefore(Instant.now().plusSeconds(24 * 3600 + 60));
        UUID third = UUID.randomUUID();
        correct(code, third, second, mild(), "was another person").expect(201);

        assertThat(followed(code).getString("state")).isEqualTo("not-serious");
        assertThat(followed(code).getJsonArray("steps").toString()).contains("was another person");
        String page = "/studies/" + STUDY.id() + "/participants/" + code + "/adverse-events/AD-1";
        assertThat(sanne.browsing().get(page).expect(200).text()).contains("was another person", "Not serious");
    }

    @Test
    void itIsJudgedReportedFollowedAndClosedAndEveryReportIsTheSameAgain() throws IOException {
        String code = trial.randomised(STUDY, Cast.SANNE);
        TestTrial.submit(
                        sanne,
                        STUDY,
                        code,
                        UUID.randomUUID(),
                        "CM",
                        object(Map.of(
                                "drug", Map.of("product", "sertraline", "atc", "N06AB06", "dose", 50, "unit", "mg"),
                                "drug_change", "in_use",
                                "drug_date", TODAY.minusDays(30).toString())))
                .expect(201);
        UUID first = UUID.randomUUID();
        report(code, first, serious()).expect(201);
        String address = address(code) + "/AD-1";
        sign(lotte, address, 0, false, "").expect(200);
        lotte.put(address + "/judgement", judgement(first, "possible", false, ""))
                .expect(200);
        lotte.put(address + "/judgement", judgement(first, "possible", false, ""))
                .expect(200);
        lotte.put(address + "/judgement", judgement(first, "unlikely", false, ""))
                .expect(422);
        lotte.put(address + "/judgement", judgement(first, "probable", false, "rechallenge"))
                .expect(200);
        assertThat(events(lotte, code).get(0).getJsonArray("judgements")).hasSize(2);
        assertThat(events(lotte, code).get(0).getString("committeeDue")).isNotEmpty();
        lotte.put(address + "/committee", Map.of()).expect(200);
        sign(lotte, address, 0, false, "").expect(412);
        sign(lotte, address, 1, true, "").expect(422);

        UUID second = UUID.randomUUID();
        Map<String, Object> over = serious();
        over.put("ad_ongoing", false);
        over.put("ad_end", TODAY.toString());
        over.put("ad_outcome", "recovered");
        correct(code, second, first, over, "went home").expect(201);
        lotte.put(address + "/judgement", judgement(second, "probable", false, ""))
                .expect(200);
        sign(lotte, address, 1, true, "").expect(200);
        sign(lotte, address, 2, false, "").expect(409);
        assertThat(followed(code).getString("state")).isEqualTo("closed");

        String pdf = "/studies/" + STUDY.id() + "/participants/" + code + "/adverse-events/AD-1/reports/%s.pdf";
        byte[] initial = lotte.get(pdf.formatted(0)).expect(200).body();
        Visitor elsewhere = trial.as(Cast.FLEUR).movedTo(nodes.bases().get(1));
        assertThat(elsewhere.get(pdf.formatted(0)).expect(200).body()).isEqualTo(initial);
        assertThat(text(initial))
                .contains(code, "Initial report", "Appendicitis", "sertraline (N06AB06), 50 mg", "40–49")
                .doesNotContain("probable", TestTrial.NAME)
                .doesNotContainPattern(TestStudy.ARM);
        assertThat(text(lotte.get(pdf.formatted(1)).expect(200).body()))
                .contains("Follow-up report 1, final", "Changed since the report before", "probable", "Outcome");
        lotte.get(pdf.formatted(2)).expect(404);

        correct(code, UUID.randomUUID(), second, serious(), "back in hospital").expect(201);
        assertThat(followed(code).getString("state")).isEqualTo("to-report");
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=200")
                        .text())
                .contains("adverse-event.judged", "serious-event.reported", "adverse-event.became-serious")
                .doesNotContain("rechallenge", "Appendicitis", "went home and", "probable");
    }

    @Test
    void twoWhoSignAtOnceMakeOneReport() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        report(code, UUID.randomUUID(), serious()).expect(201);
        List<Callable<Answer>> signs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Visitor somewhere = lotte.movedTo(nodes.bases().get(i % 2));
            signs.add(() -> sign(somewhere, address(code) + "/AD-1", 0, false, ""));
        }

        assertThat(new Crowd(6).each(signs))
                .extracting(Answer::status)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        assertThat(followed(code).getJsonArray("reports")).hasSize(1);
    }

    @Test
    void theListIsNarrowedCountedAndTakenAlong() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        report(code, UUID.randomUUID(), mild()).expect(201);
        report(code, UUID.randomUUID(), serious()).expect(201);
        String list = "/studies/" + STUDY.id() + "/adverse-events";

        String all = trial.as(Cast.EVA)
                .browsing()
                .get(list + "?sort=code")
                .expect(200)
                .text();
        assertThat(all).contains(code, "By category and grade").doesNotContainPattern(TestStudy.ARM);
        assertThat(trial.as(Cast.BRAM).browsing().get(list).expect(200).text()).contains(code);
        String serious = sanne.get("/api" + list + "?serious=yes").expect(200).text();
        assertThat(serious).contains("Appendicitis").doesNotContain("A bit sick");
        assertThat(sanne.get("/api" + list + "?to=2020-01-01").expect(200).list())
                .isEmpty();
        assertThat(sanne.get("/api" + list + "?from=nonsense&sort=nonsense&grade=9")
                        .expect(200)
                        .list())
                .isEmpty();
        assertThat(trial.as(Cast.TOM).get("/api" + list).expect(200).text()).doesNotContain(code);
        assertThat(sanne.get(list + ".csv?serious=yes").expect(200).text())
                .startsWith("code,site,event,")
                .contains(code + ",north,AD/2")
                .doesNotContain(code + ",north,AD/1");
        assertThat(lotte.browsing()
                        .get("/studies/" + STUDY.id() + "?waiting=all")
                        .text())
                .contains("Report to the sponsor", "Judge: ");
        sanne.browsing().get("/studies/" + STUDY.id() + "/medication").expect(200);
    }

    @Test
    void theInvestigatorDoesItOnThePages() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        UUID id = UUID.randomUUID();
        report(code, id, serious()).expect(201);
        String page = "/studies/" + STUDY.id() + "/participants/" + code + "/adverse-events/AD-1";
        Visitor browser = lotte.browsing();

        browser.postForm(page + "/judgement", Map.of("response", id.toString())).expect(422);
        browser.postForm(page + "/judgement", Map.of("causality", "possible", "expected", "no"))
                .expect(412);
        browser.postForm(
                        page + "/judgement",
                        Map.of("response", id.toString(), "causality", "possible", "expected", "no", "note", ""))
                .expect(303);
        assertThat(browser.postForm(page + "/reports", Map.of("number", "0", "sent", "yesterday", "password", "x"))
                        .expect(422)
                        .text())
                .contains("value=\"yesterday\"");
        browser.postForm(page + "/reports", Map.of("number", "0", "password", "x"))
                .expect(403);
        browser.postForm(page + "/reports", Map.of("number", "0", "password", Cast.PASSWORD))
                .expect(303);
        browser.postForm(page + "/committee", Map.of()).expect(303);
        assertThat(browser.get(page).expect(200).text()).contains("Initial report (PDF)", "possible; unexpected");
        assertThat(browser.get("/studies/" + STUDY.id() + "/participants/" + code)
                        .text())
                .contains("adverse-events/AD-1");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Map<String, Object> mild() {
        return new HashMap<>(Map.of(
                "ad_term",
                "A bit sick",
                "ad_kind",
                "nausea",
                "ad_start",
                TODAY.minusDays(1).toString(),
                "ad_ongoing",
                true,
                "ad_grade",
                1,
                "ad_serious",
                false,
                "ad_action",
                "none",
                "ad_outcome",
                "recovering"));
    }

    private static Map<String, Object> serious() {
        Map<String, Object> answers = mild();
        answers.putAll(Map.of(
                "ad_term",
                "Appendicitis",
                "ad_kind",
                "other",
                "ad_grade",
                3,
                "ad_serious",
                true,
                "ad_criteria",
                List.of("hospitalisation")));
        return answers;
    }

    private Answer report(String code, UUID id, Map<String, Object> answers) {
        return TestTrial.submit(sanne, STUDY, code, id, "AD", object(answers));
    }

    private Answer correct(String code, UUID id, UUID corrects, Map<String, Object> answers, String reason) {
        JsonObject correction = TestTrial.correction("AD/1", object(answers), corrects.toString(), reason);
        return sanne.put(TestTrial.path(STUDY, code) + "/responses/" + id, correction);
    }

    private static Answer sign(Visitor who, String address, int number, boolean last, String sent) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("number", number)
                .add("final", last)
                .add("password", Cast.PASSWORD);
        if (!sent.isEmpty()) {
            body.add("sent", sent);
        }
        return who.sendJson("POST", address + "/reports", body.build().toString());
    }

    private static Map<String, Object> judgement(UUID response, String causality, boolean expected, String note) {
        return Map.of("response", response.toString(), "causality", causality, "expected", expected, "note", note);
    }

    private static JsonObject object(Map<String, ?> fields) {
        return Json.createObjectBuilder(Map.copyOf(fields)).build();
    }

    private static String address(String code) {
        return TestTrial.path(STUDY, code) + "/adverse-events";
    }

    private static List<JsonObject> events(Visitor who, String code) {
        return who.get(address(code)).expect(200).list().getValuesAs(JsonObject.class);
    }

    private JsonObject followed(String code) {
        return events(sanne, code).get(0).getJsonObject("followed");
    }
}
