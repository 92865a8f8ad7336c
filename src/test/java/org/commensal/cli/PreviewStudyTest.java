package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.commensal.instrument.Item;
import org.commensal.kernel.Language;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewStudyTest {

    private static final String ATTACK = "<script>alert('x')</script>\\\"><img src=x onerror=alert(1)>";

    private static final Study FLAGSHIP = StudyReader.read(Path.of(Ran.FLAGSHIP));

    @Test
    void refusesAStudyWithFaultsAndAPlaceThatCannotBeWritten(@TempDir Path folder) {
        StudyCopy copy = StudyCopy.in(folder);
        copy.replace("study.yaml", "target: 309", "target: many");

        assertThat(Ran.command("preview", copy.toString()).exitCode()).isEqualTo(1);
        assertThat(Ran.command("preview", copy.toString()).out()).startsWith("study.yaml:");
        assertThat(Ran.command("preview", "nowhere").exitCode()).isEqualTo(66);
        Ran unwritable = Ran.command("preview", Ran.FLAGSHIP, "--output", folder + "/nowhere/page.html");
        assertThat(unwritable.exitCode()).isEqualTo(73);
        assertThat(unwritable.err()).contains("nowhere/page.html cannot be written");
    }

    @Test
    void showsWhatSomebodyWroteAndNeverRunsIt(@TempDir Path folder) {
        StudyCopy copy = StudyCopy.in(folder);
        copy.replace("study.yaml", "\"Gut and brain", "\"" + ATTACK);
        copy.replace("study.yaml", "en: \"Multispecies", "en: \"" + ATTACK);
        copy.replace("study.yaml", "en: \"Age 18", "en: \"" + ATTACK);
        copy.replace("study.yaml", "name: {en: \"Screening\"", "name: {en: \"" + ATTACK + "\"");
        copy.replace("consent.yaml", "\"Consent to", "\"" + ATTACK);
        copy.replace("forms/history.yaml", "\"Diagnosis by", "\"" + ATTACK);
        copy.replace("forms/history.yaml", "\"Only then\"", "\"" + ATTACK + "\"");
        copy.replace("forms/changes.yaml", "unit: d,", "unit: \"" + ATTACK + "\",");
        copy.replace("forms/changes.yaml", "\"Was a migraine", "\"" + ATTACK);
        copy.replace("forms/changes.yaml", "\"No names", "\"" + ATTACK);
        Ran ran = Ran.command("preview", copy.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).doesNotContain("<script", "<img").contains("&lt;script&gt;alert(&#39;x&#39;)");
        assertThat(ran.out().split("&lt;script&gt;", -1)).hasSizeGreaterThan(10);
    }

    @Test
    void needsNothingButItself() {
        assertThat(Ran.command("preview", Ran.FLAGSHIP).out())
                .startsWith("<!doctype html>")
                .contains("default-src 'none'")
                .doesNotContain("src=", "url(", "@import", "<link", "http://", "https://");
    }

    @Test
    void showsALineBetweenItsEndsAMedicineInPartsAndWhatIsUsual() {
        String page =
                Ran.command("preview", "src/test/resources/studies/every-key").out();

        assertThat(page)
                .containsPattern(
                        "<span class=line></span>\\s*<ul class=ends><li>as bad as it can be</li>\\s*<li>as good as")
                .containsPattern("<span class=line></span>\\s*<ul class=ends><li>zo slecht als")
                .contains("Name of the medicine", "ATC-code, als u die weet", "What it is taken for")
                .contains("Usually 35 to 160.5.", "Meestal 35 tot en met 160.5.", "Usually at least 2020-01-01.");
    }

    @Test
    void showsEveryQuestionAndOptionInBothLanguages() {
        String page = Ran.command("preview", Ran.FLAGSHIP).out();

        for (Language language : Language.values()) {
            assertThat(FLAGSHIP.questionnaires().values().stream()
                            .flatMap(form -> form.items().stream())
                            .map(Item::question))
                    .allSatisfy(question -> assertThat(page).contains(escaped(question.in(language))));
            assertThat(FLAGSHIP.consent().paragraphs())
                    .allSatisfy(paragraph -> assertThat(page).contains(escaped(paragraph.in(language))));
        }
        assertThat(page)
                .contains("Asked only if <code>headache</code>", "Alleen gevraagd als <code>headache</code>")
                .contains("From 35 to 250. At most 1 decimal.", "Nearly every day<code>3</code>")
                .contains("Illustrative protocol, not approved")
                .contains("When something happens", "Binnen 7 dagen nadat iemand besluit te stoppen");
    }

    @Test
    void showsOneLanguageWhereOneIsAsked() {
        assertThat(Ran.command("preview", Ran.FLAGSHIP, "--lang", "nl").out())
                .contains("<html lang=nl>", "Had u vandaag hoofdpijn?")
                .doesNotContain("Did you have a headache today?", "Asked only if");
    }

    @Test
    void showsNothingOfHowAllocationIsMade() {
        assertThat(Ran.command("preview", Ran.FLAGSHIP).out().toLowerCase(Locale.ROOT))
                .doesNotContain("minimis", "4/5", "simple-first", "overall-total");
    }

    @Test
    void writesTheSamePageToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("page.html");
        Ran ran = Ran.command("preview", Ran.FLAGSHIP, "--output", file.toString());

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readString(file))
                .isEqualTo(Ran.command("preview", Ran.FLAGSHIP).out());
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
