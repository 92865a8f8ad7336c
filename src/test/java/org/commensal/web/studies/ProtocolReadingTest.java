package org.commensal.web.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.instrument.Licence;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.pages.StaticTemplates;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedVersion;
import org.commensal.web.Screen;
import org.commensal.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The protocol as everybody in the study reads it. */
class ProtocolReadingTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final Instant THEN = Instant.parse("2026-06-17T07:00:00Z");
    private static final String HASH = "29a3ca407bb1".repeat(5) + "0000";

    private static final List<String> STUDIES =
            List.of("gutbrain-migraine-3arm", "probiotic-placebo-2arm", "nof1-gluten-dairy");

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingOnThePageHelpsToPredictAnAllocation(Language language) {
        STUDIES.forEach(id -> assertThat(page(study(id, files -> files), language))
                .as(id)
                .doesNotContainIgnoringCase("minimisation", "minimisatie", "permuted", "gepermuteerd")
                .doesNotContainIgnoringCase("4/5", "probability", "block size", "blokgrootte")
                .doesNotContainIgnoringCase("overall-total", "simple-first", "seed"));
    }

    /** Whatever stands in allocation.yaml, the page is the same to the letter. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theSettingsOfTheAllocationLeaveNoTraceOnThePage(Language language) {
        List<String> others = List.of(
                "method: complete-randomisation\n",
                "method: permuted-blocks\nblock-sizes: [4, 8]\n",
                "method: permuted-blocks\nblock-sizes: [12]\n");
        for (String id : List.of("probiotic-placebo-2arm", "nof1-gluten-dairy")) {
            String shipped = page(study(id, files -> files), language);
            assertThat(others).as(id).allSatisfy(allocation -> assertThat(page(
                            study(id, files -> {
                                files.put("allocation.yaml", allocation.getBytes(StandardCharsets.UTF_8));
                                return files;
                            }),
                            language))
                    .isEqualTo(shipped));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatTheProtocolSaysInWordsIsOnThePage(Language language) {
        String page = page(language).replace("&#39;", "'").replace("&quot;", "\"");
        STUDY.protocol().interventions().values().forEach(arm -> assertThat(page)
                .contains(arm.what().in(language), arm.whenAndHowMuch().in(language)));
        STUDY.protocol().analysis().outcomes().forEach(outcome -> assertThat(page)
                .contains(outcome.name().in(language), outcome.summary().in(language)));
        STUDY.protocol().analysis().estimands().forEach(estimand -> {
            assertThat(page).contains(estimand.population().in(language));
            estimand.intercurrentEvents().forEach(event -> assertThat(page)
                    .contains(event.event().in(language).replaceFirst("\\.$", "")));
        });
        STUDY.protocol().limitations().forEach(each -> assertThat(page).contains(each.in(language)));
        STUDY.conduct().safety().alerts().forEach(alert -> assertThat(page)
                .contains(alert.id(), alert.name().in(language), alert.action().in(language)));
        STUDY.consent().paragraphs().forEach(each -> assertThat(page).contains(each.in(language)));
        STUDY.derived().forEach(each -> assertThat(page).contains(each.label().in(language), each.code()));
        assertThat(page).contains(STUDY.summary().in(language)).contains("103", "0.05", "Intention");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyEntryOfTheContentsLeadsToASection(Language language) {
        for (String id : STUDIES) {
            String page = page(study(id, files -> files), language);
            List<String> links = find("href=\"#([a-z-]+)\"", page.substring(page.indexOf("<nav class=\"card")));

            assertThat(links).hasSizeGreaterThan(8).doesNotHaveDuplicates();
            assertThat(find("<h2 id=\"([a-z-]+)\"", page)).containsAll(links);
            assertThat(find(" id=\"([a-z-]+)\"", page)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatASmallProtocolDoesNotSayHasNoSection() {
        Study small = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));

        assertThat(sheet(small, Texts.in(Language.EN)).sections())
                .extracting(ProtocolSheet.Section::id)
                .contains("synopsis", "arms", "eligibility", "consent", "versions")
                .doesNotContain("estimands", "kits", "size", "limitations");
    }

    /** Every word that a study file may choose from has its words in both languages. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeOfAStudyFileHasItsWords(Language language) throws IOException {
        Map<String, String> prefixes = Map.of(
                "metric", "metric.",
                "strategy", "strategy.",
                "structure", "design.",
                "framework", "framework.",
                "who", "person.",
                "function", "definition.");
        String schema = Files.readString(Path.of("study-protocols", "schema", "study.json"));
        Texts texts = Texts.in(language);

        prefixes.forEach((key, prefix) -> {
            List<String> lists = find("\"" + key + "\"\\s*:\\s*\\{[^}]*?\"enum\"\\s*:\\s*\\[([^]]*)]", schema);
            assertThat(lists).as(key).isNotEmpty();
            lists.forEach(list -> find("\"([^\"]+)\"", list)
                    .forEach(code -> assertThat(texts.get(prefix + code)).isNotBlank()));
        });
        find("\"enum\"\\s*:\\s*\\[([^]]*care-provider[^]]*)]", schema).forEach(list -> find("\"([^\"]+)\"", list)
                .forEach(code -> assertThat(texts.get("person." + code)).isNotBlank()));
        Stream.of("primary", "key-secondary", "secondary", "exploratory")
                .forEach(role -> assertThat(texts.get("role-of." + role)).isNotBlank());
    }

    private static List<String> find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Study study(String id, UnaryOperator<Map<String, byte[]>> change) {
        return StudyReader.read(change.apply(
                new TreeMap<>(StudyFolder.of(Path.of("study-protocols", id)).files())));
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

        ProtocolSheet.Entry entry = new ProtocolForms(STUDY, Texts.in(Language.EN)).form(form);

        assertThat(entry.tag()).isEqualTo("Without its wording: the study cannot be activated");
        assertThat(entry.terms().toString())
                .contains(
                        "0, 2 min", "Somebody 2001.", "Needs a licence: A fee.", "1 part of the wording is not here.");
    }

    @Test
    void onlyTheVersionInForceIsSaidToBe() {
        assertThat(sheet(STUDY, Texts.in(Language.EN)).sections())
                .flatExtracting(ProtocolSheet.Section::parts)
                .filteredOn(ProtocolSheet.Versions.class::isInstance)
                .flatExtracting(part -> ((ProtocolSheet.Versions) part).versions())
                .extracting(version -> version.version() + " " + version.shortHash() + " " + version.inForce())
                .containsExactly("0.1 29a3ca407bb1… true", "0.0 ffffffffffff… false");
    }

    private static ProtocolSheet sheet(Study study, Texts texts) {
        PublishedStudy published = new PublishedStudy(
                study,
                HASH,
                PublishedStudy.State.ACTIVE,
                THEN,
                Optional.of(new PublishedStudy.Scheme(study, "c".repeat(64))),
                Map.of());
        List<PublishedVersion> versions = List.of(
                new PublishedVersion("0.1", HASH, THEN, Optional.empty(), Optional.empty(), Map.of()),
                new PublishedVersion(
                        "0.0", "f".repeat(64), THEN.minusSeconds(60), Optional.empty(), Optional.empty(), Map.of()));
        return new ProtocolReading(study, texts, true).sheet(published, versions);
    }

    private static String page(Language language) {
        return page(STUDY, language);
    }

    private static String page(Study study, Language language) {
        Texts texts = Texts.in(language);
        Screen.InStudy here = new Screen.InStudy(
                study.id(),
                study.title().in(language),
                study.version(),
                study.notice().map(notice -> notice.in(language)));
        Screen screen = new Screen(texts, "/studies/a/protocol", false, Optional.empty(), Optional.of(here), List.of());
        return new StaticTemplates()
                .studiesProtocol(screen, sheet(study, texts), CopyLinks.of(study, false, texts))
                .render();
    }
}
