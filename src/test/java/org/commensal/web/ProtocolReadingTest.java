package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Licence;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.pages.StaticTemplates;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The protocol as everybody in the study reads it. */
class ProtocolReadingTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final Instant THEN = Instant.parse("2026-06-17T07:00:00Z");
    private static final String HASH = "29a3ca407bb1".repeat(5) + "0000";

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingOnThePageHelpsToPredictAnAllocation(Language language) {
        assertThat(page(language))
                .doesNotContainIgnoringCase(
                        "minimisation", "4/5", "probability", "block size", "overall-total", "seed");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyArmCriterionFormAndFactorIsOnThePage(Language language) {
        String page = page(language);
        STUDY.arms().forEach(arm -> assertThat(page)
                .contains(arm.name().in(language), arm.description().in(language)));
        STUDY.criteria().forEach(criterion -> assertThat(page).contains(">" + criterion.id() + "<"));
        STUDY.questionnaires().values().forEach(form -> assertThat(page)
                .contains(form.title().in(language)));
        STUDY.factors()
                .forEach(factor -> assertThat(page).contains(factor.label().in(language)));
        assertThat(page)
                .contains(
                        "diary_days_completed_runin",
                        STUDY.notice().orElseThrow().in(language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anInstrumentSaysWhereItComesFromAndOnWhatTerms(Language language) {
        assertThat(page(language)).contains("Kroenke", Texts.in(language).get("licence.public-domain"));
    }

    @Test
    void anInstrumentWithoutItsWordingIsMarked() {
        Provenance licensed = new Provenance(
                "1", "Somebody 2001", new Licence(Licence.Status.LICENSED, "A fee."), List.of("item_1"), List.of());
        Questionnaire form = new Questionnaire(
                "hit-6",
                Text.same("HIT-6"),
                Optional.empty(),
                Optional.empty(),
                2,
                List.of(),
                List.of(),
                Optional.of(licensed));

        assertThat(new ProtocolReading(STUDY, Texts.in(Language.EN)).form(form))
                .isEqualTo(new ProtocolSheet.Form(
                        "HIT-6",
                        "0",
                        "2 min",
                        "Somebody 2001. Needs a licence.",
                        Optional.of("Without its wording: the study cannot be activated")));
    }

    @Test
    void onlyTheVersionInForceIsSaidToBe() {
        assertThat(sheet(Texts.in(Language.EN)).versions())
                .extracting(version -> version.version() + " " + version.shortHash() + " " + version.inForce())
                .containsExactly("0.1 29a3ca407bb1… true", "0.0 ffffffffffff… false");
    }

    private static ProtocolSheet sheet(Texts texts) {
        PublishedStudy published =
                new PublishedStudy(STUDY, HASH, PublishedStudy.State.ACTIVE, THEN, Optional.of("c".repeat(64)));
        List<PublishedVersion> versions = List.of(
                new PublishedVersion("0.1", HASH, THEN, Optional.empty(), Optional.empty(), Map.of()),
                new PublishedVersion(
                        "0.0", "f".repeat(64), THEN.minusSeconds(60), Optional.empty(), Optional.empty(), Map.of()));
        return new ProtocolReading(STUDY, texts).sheet(published, versions);
    }

    private static String page(Language language) {
        Texts texts = Texts.in(language);
        Screen.InStudy here = new Screen.InStudy(
                STUDY.id(),
                STUDY.title().in(language),
                STUDY.version(),
                STUDY.notice().map(notice -> notice.in(language)));
        Screen screen = new Screen(texts, "/studies/a/protocol", false, Optional.empty(), Optional.of(here), List.of());
        return new StaticTemplates()
                .studiesProtocol(screen, sheet(texts), CopyLinks.of(STUDY, false, texts))
                .render();
    }
}
