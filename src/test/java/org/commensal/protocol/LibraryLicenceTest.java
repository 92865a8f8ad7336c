package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commensal.instrument.Item;
import org.commensal.instrument.Licence.Status;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.junit.jupiter.api.Test;

/** The library ships no sentence that it may not. */
class LibraryLicenceTest {

    private static final Library LIBRARY = Library.whole();
    private static final Study STUDY = LIBRARY.study();

    private static Provenance provenance(String id) {
        return STUDY.questionnaire(id).provenance().orElseThrow();
    }

    /** The MEDAS is printed in an article under CC BY, and says so under its questions. */
    @Test
    void wordingShipsOnlyWhereItsOwnerLetsEverybodyUseIt() {
        assertThat(LIBRARY.ids()).hasSize(33).allSatisfy(id -> {
            Status status = provenance(id).licence().status();
            boolean open = status == Status.PUBLIC_DOMAIN || status == Status.PROJECT_AUTHORED || id.equals("medas-14");

            assertThat(STUDY.questionnaire(id).lacksWording()).isEqualTo(!open);
        });
        assertThat(STUDY.questionnaire("medas-14").attribution().orElseThrow().en())
                .contains("PLoS ONE 2012;7:e43134", "CC BY");
    }

    @Test
    void withoutWordingThereIsNoSentenceAtAll() {
        assertThat(LIBRARY.ids())
                .filteredOn(id -> STUDY.questionnaire(id).lacksWording())
                .hasSize(21)
                .allSatisfy(id -> {
                    Questionnaire form = STUDY.questionnaire(id);
                    assertThat(form.intro()).isEmpty();
                    assertThat(form.items()).allSatisfy(item -> {
                        assertThat(item.question()).isEqualTo(Wording.PLACEHOLDER);
                        assertThat(item.options())
                                .allSatisfy(option ->
                                        assertThat(option.label().en()).isEqualTo(option.value()));
                        assertThat(item.help().map(about -> about.en().length()).orElse(0))
                                .as("a concept in a few words")
                                .isBetween(2, 45);
                    });
                    assertThat(provenance(id).withoutWording())
                            .containsAll(form.items().stream().map(Item::code).toList());
                });
    }

    @Test
    void everyInstrumentNamesItsVersionSourceAndTerms() {
        assertThat(LIBRARY.ids()).allSatisfy(id -> {
            assertThat(provenance(id).version()).startsWith("1.0");
            assertThat(provenance(id).source()).isNotBlank();
            assertThat(provenance(id).licence().statement()).endsWith(".");
        });
        assertThat(provenance("phq-9").licence().status()).isEqualTo(Status.PUBLIC_DOMAIN);
        assertThat(provenance("hit-6").licence().status()).isEqualTo(Status.LICENSED);
        assertThat(provenance("who-5").licence().status()).isEqualTo(Status.FREE_WITH_CONDITIONS);
    }

    @Test
    void dutchThatNobodyVerifiedIsMarked() {
        Set<String> unverified = new TreeSet<>();
        LIBRARY.ids().forEach(id -> unverified.addAll(provenance(id).unverified()));

        assertThat(unverified)
                .contains("phq9_10", "phq15_tired", "phq15_stomach", "medas_oo_main")
                .doesNotContain("phq9_01", "gad7_01", "pgic_01")
                .hasSize(1 + 15 + 14);
    }

    @Test
    void theReadmeListsEveryInstrumentItsScoresAndItsTerms() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("study-protocols", "README.md"));

        assertThat(LIBRARY.ids()).allSatisfy(id -> {
            Questionnaire form = STUDY.questionnaire(id);
            List<String> row = rows.stream()
                    .filter(line -> line.startsWith("| `" + id + "` |"))
                    .toList();

            assertThat(row)
                    .singleElement()
                    .asString()
                    .contains("| " + provenance(id).licence().status().code() + " |")
                    .endsWith(form.lacksWording() ? "| add it |" : "| yes |");
            assertThat(form.scores()).allSatisfy(score -> assertThat(row.get(0)).contains("`" + score.code() + "`"));
        });
    }
}
