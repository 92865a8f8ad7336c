package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A consent document is read, understood and signed on a screen, and everybody concerned gets a copy. */
class SigningIT {

    private static final TestStudy STUDY = TestStudy.OPEN;
    private static final Pattern COPY = Pattern.compile("href=\"([^\"]+[.]pdf)\"");

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor sanne = browser(trial.as(Cast.SANNE));

    @Test
    void nothingIsSignedUntilAllIsReadUnderstoodAnsweredAndSigned() {
        String code = trial.screened(STUDY, Cast.SANNE);
        Map<String, String> all = Map.of(
                "version", "1",
                "read", "yes",
                "may_stop", "any_time",
                "take_part", "yes",
                "name", "Zoë Łukasz",
                "password", Cast.PASSWORD);

        for (String field : all.keySet()) {
            Map<String, String> without = new HashMap<>(all);
            without.remove(field);
            assertThat(sign(code, without).status()).as("without " + field).isIn(422, 403);
        }
        assertThat(sign(code, with(all, "may_stop", "never")).expect(422).text())
                .contains("You can always stop.");
        sign(code, with(all, "take_part", "no")).expect(422);
        sign(code, with(all, "version", "2")).expect(422);
        assertThat(sign(code, with(all, "password", "not it")).status()).isEqualTo(403);
        assertThat(sanne.get(TestTrial.path(STUDY, code)).text()).doesNotContain("consented");

        sign(code, all).expect(303);
        assertThat(sanne.get(TestTrial.path(STUDY, code)).text()).contains("\"stage\":\"consented\"");
        sign(code, all).expect(409);
    }

    @Test
    void theCopyHoldsWhatWasSignedUntilTheNameIsErased() throws IOException {
        String code = trial.screened(STUDY, Cast.SANNE);
        sign(
                        code,
                        Map.of(
                                "version", "1",
                                "read", "yes",
                                "may_stop", "any_time",
                                "take_part", "yes",
                                "name", "Zoë Łukasz",
                                "password", Cast.PASSWORD))
                .expect(303);
        Visitor participant = browser(trial.participant(TestTrial.token(trial.as(Cast.SANNE)
                .post(TestTrial.path(STUDY, code) + "/enrolment", TestTrial.identity())
                .expect(201)
                .field("link"))));

        String ofStaff = copy(sanne.get("/studies/" + STUDY.id() + "/participants/" + code));
        String own = copy(participant.get("/today/consent"));

        assertThat(text(sanne, ofStaff)).contains("Zoë Łukasz", code, "take part", "Yes");
        assertThat(text(participant, own)).contains("Zoë Łukasz");
        browser(trial.as(Cast.EVA)).get(ofStaff).expect(403);
        browser(trial.as(Cast.TOM)).get(ofStaff).expect(404);
        participant
                .postForm("/today/withdrawal", Map.of("parts", "use-of-data", "sure", "yes"))
                .expect(303);
        assertThat(text(sanne, ofStaff)).doesNotContain("Łukasz").contains("Erased");
    }

    @Test
    void whoConsentedToAnEarlierVersionIsAskedAgainOnTheirOwnPage() throws IOException {
        TestStudy study = TestStudy.CONSENTED;
        String code = trial.screened(study, Cast.SANNE);
        Visitor participant = browser(trial.participant(trial.enrol(study, Cast.SANNE, code)));
        assertThat(participant.get("/today/consent").expect(200).text()).doesNotContain("name=\"read\"");
        Visitor ruben = trial.as(Cast.RUBEN);
        ruben.with("Content-Type", "application/zip")
                .send(
                        "POST",
                        "/api/studies",
                        BodyPublishers.ofByteArray(study.withAnotherConsent().zip()))
                .expect(201);
        String version = TestTrial.path(study) + "/versions/2";
        trial.coordinatingInvestigator(study)
                .post(version + "/approval", Map.of("reference", "letter"))
                .expect(200);
        ruben.post(version + "/sites", Map.of("site", Cast.SANNE.site)).expect(200);

        assertThat(participant.get("/today").expect(200).text()).contains("/today/consent\"");
        assertThat(sanne.get("/studies/" + study.id() + "/participants/" + code).text())
                .contains("Consent to version 2");
        Map<String, String> signing = Map.of(
                "version", "2", "read", "yes", "may_stop", "any_time", "take_part", "yes", "name", "Johanna Geheim");
        participant.postForm("/today/consent", with(signing, "take_part", "no")).expect(422);
        participant.postForm("/today/consent", signing).expect(303);

        String again = participant.get("/today/consent").expect(200).text();
        assertThat(again).contains("Versie 1", "Versie 2").doesNotContain("name=\"read\"");
        assertThat(text(participant, copy(participant.get("/today/consent")))).contains("Johanna Geheim");
    }

    private Answer sign(String code, Map<String, String> form) {
        return sanne.postForm("/studies/" + STUDY.id() + "/participants/" + code + "/consent/signing", form);
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private static Visitor browser(Visitor visitor) {
        return visitor.with("Accept", "text/html, */*; q=0.8").with("Origin", Settings.ORIGIN);
    }

    private static String copy(Answer page) {
        Matcher link = COPY.matcher(page.expect(200).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String text(Visitor visitor, String path) throws IOException {
        try (PDDocument copy = Loader.loadPDF(visitor.get(path).expect(200).body())) {
            return new PDFTextStripper().getText(copy);
        }
    }
}
