package org.commensal.journey;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.exchange.Importers;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.commensal.studies.StudyArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A study leaves the server as metadata or as its folder, and one of another system comes in as a folder to complete. */
class CopiesIT {

    private static final TestStudy STUDY = TestStudy.OPEN;
    private static final Pattern FOLDER = Pattern.compile("href=\"data:application/zip;base64,([^\"]+)\"");
    private static final String BROWSER = "text/html, */*; q=0.8";

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor ruben = trial.as(Cast.RUBEN);

    @ParameterizedTest
    @CsvSource({
        "odm, application/xml;charset=utf-8, open-label-1-odm.xml",
        "fhir, application/fhir+json;charset=utf-8, open-label-1-fhir.json",
        "preview, text/html;charset=utf-8, open-label-1-preview.html"
    })
    void everybodyInTheStudyTakesItsMetadataAlong(String format, String type, String name) {
        Answer answer = trial.as(Cast.EVA)
                .get(TestTrial.path(STUDY) + "/metadata/" + format)
                .expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + name + "\"");
        assertThat(answer.text()).contains("severity").doesNotContain("block-sizes", "permuted");
        if (!format.equals("preview")) {
            assertThat(StudyReader.read(Importers.read(name, answer.body()).files())
                            .questionnaires())
                    .containsOnlyKeys(STUDY.read().questionnaires().keySet());
        }
    }

    @Test
    void thereIsNoOtherFormatAndNoOtherStudy() {
        assertThat(trial.as(Cast.EVA)
                        .get(TestTrial.path(STUDY) + "/metadata/folder")
                        .expect(404)
                        .text())
                .contains("odm, fhir, preview");
        assertThat(trial.as(Cast.EVA)
                        .get("/api/studies/no-such-study/metadata/odm")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoMayPublishTakesTheFolderAsItWasPublishedAndItIsRecorded() {
        Answer answer = ruben.get(TestTrial.path(STUDY) + "/folder.zip").expect(200);

        Map<String, byte[]> files = StudyArchive.unpack(answer.body());
        assertThat(files.keySet()).contains("allocation.yaml");
        assertThat(StudyFolder.of(files).hash())
                .isEqualTo(ruben.get(TestTrial.path(STUDY)).expect(200).field("hash"));
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=100")
                        .text())
                .contains("study.folder-copied");
    }

    static Stream<Arguments> hostile() {
        String laughs = "<!DOCTYPE ODM [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><ODM>&b;</ODM>";
        String outside = "<!DOCTYPE ODM [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><ODM>&x;</ODM>";
        return Stream.of(
                arguments("nothing", new byte[0], 422, "This file is empty."),
                arguments("a zip", STUDY.zip(), 422, "This is a zip"),
                arguments("an entity", outside.getBytes(UTF_8), 422, "Document types and entities"),
                arguments("a billion laughs", laughs.getBytes(UTF_8), 422, "Document types and entities"),
                arguments("UTF-16", laughs.getBytes(UTF_16), 422, "This is UTF-16 text."),
                arguments("5 MB", new byte[5 * 1024 * 1024], 422, "Import at most 4194304 bytes."),
                arguments("11 MB", new byte[11 * 1024 * 1024], 413, "10485760"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileFileIsRefusedAndTheServerStaysUp(String what, byte[] content, int status, String message) {
        Answer answer = ruben.with("Content-Type", "application/octet-stream")
                .send("POST", "/api/study-imports?file=study.xml", BodyPublishers.ofByteArray(content));

        assertThat(answer.expect(status).text()).as(what).contains(message);
        assertThat(browser().get("/study-import").status()).isEqualTo(200);
    }

    @Test
    void aFileBecomesAFolderAndAListAndNothingIsKept() {
        String before = ruben.get("/api/studies").expect(200).text();

        JsonObject made = ruben.with("Content-Type", "application/octet-stream")
                .send("POST", "/api/study-imports?file=slaap.json", BodyPublishers.ofByteArray(Upload.QUESTIONNAIRE))
                .expect(200)
                .json();

        assertThat(StudyReader.read(StudyArchive.unpack(Base64.getDecoder().decode(made.getString("folder"))))
                        .questionnaires())
                .containsOnlyKeys("sleep");
        assertThat(made.getJsonArray("losses").toString()).contains("\"translation\"", "\"to-complete\"", "Slaap");
        assertThat(ruben.get("/api/studies").expect(200).text()).isEqualTo(before);
    }

    @Test
    void thePageShowsTheSameInTheLanguageOfItsReader() {
        Answer page = Upload.by(browser(), "slaap.json", Upload.QUESTIONNAIRE).expect(200);

        assertThat(page.text()).contains("Gemaakt van slaap.json", "Nog te vertalen", "Nog aan te vullen");
        Matcher folder = FOLDER.matcher(page.text());
        assertThat(folder.find()).isTrue();
        String base64 = folder.group(1).replace("&#43;", "+").replace("&#61;", "=");
        assertThat(StudyArchive.unpack(Base64.getDecoder().decode(base64))).containsKey("study.yaml");

        Answer refused = Upload.by(browser(), "<b>.xml", "<ODM>\n<Study>\n</ODM>".getBytes(UTF_8))
                .expect(422);
        assertThat(refused.text())
                .contains("&lt;b&gt;.xml:3", "Waarom het niet te lezen is")
                .doesNotContain("<b>.xml");
        assertThat(Upload.by(browser(), "", new byte[0]).expect(422).text()).contains("Kies eerst een bestand.");
    }

    private Visitor browser() {
        return ruben.with("Accept", BROWSER).with("Cookie", "lang=nl").with("Origin", Settings.ORIGIN);
    }
}
