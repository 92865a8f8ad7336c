package org.commensal.export.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.commensal.export.release.Specification.Anonymity;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sixty subjects at three sites, one site with three of them, one subject of 91. */
class DisclosureTest {

    private static final Set<String> RECOGNISING = Set.of("participants.site", "screening.age");

    private static final Table PARTICIPANTS = table("participants", List.of(text("subject"), text("site")), sites());
    private static final Table SCREENING =
            table("screening", List.of(text("subject"), Column.integer("age", Text.same("Age")), text("aura")), ages());
    private static final List<Table> TABLES = List.of(PARTICIPANTS, SCREENING);

    private static Column text(String name) {
        return Column.text(name, Text.same(name));
    }

    private static List<String[]> sites() {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new String[] {id(i), i < 3 ? "site-3" : i % 2 == 0 ? "site-1" : "site-2"});
        }
        return rows;
    }

    private static List<String[]> ages() {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(new String[] {id(i), i == 59 ? "91" : Integer.toString(20 + i % 30), i % 3 == 0 ? "yes" : "no"});
        }
        return rows;
    }

    private static String id(int number) {
        return "s%02d".formatted(number);
    }

    private static Table table(String name, List<Column> columns, List<String[]> rows) {
        return new Table(name, Text.same(name), columns, take -> rows.forEach(row -> take.accept(row.clone())));
    }

    private static List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        table.rows().each(row -> rows.add(List.of(row)));
        return rows;
    }

    private static Disclosure anonymous(int k, int percent) {
        return Disclosure.of(TABLES, RECOGNISING, Optional.of(new Anonymity(k, percent)));
    }

    @Test
    void whatCannotBeReachedIsRefusedWithWhatToLeaveOut() {
        assertThatThrownBy(() -> anonymous(61, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("participants.site, screening.age");
    }

    @Test
    void withoutAskingNothingIsChangedAndTheRiskIsTold() {
        Disclosure disclosed = Disclosure.of(TABLES, RECOGNISING, Optional.empty());

        assertThat(disclosed.tables()).isEqualTo(TABLES);
        assertThat(disclosed.report().label()).isEqualTo("pseudonymised");
        assertThat(disclosed.report().risk().smallest()).isEqualTo(1);
        assertThat(disclosed.report().risk().highest()).isEqualTo(1);
        assertThat(disclosed.report().quasiIdentifiers()).containsExactly("participants.site", "screening.age");
    }

    /** The law: of those who are told of, everybody is like at least k - 1 others, in what is released. */
    @ParameterizedTest
    @CsvSource({"2,0", "5,0", "5,5", "5,10", "11,5", "20,10", "30,0"})
    void everySubjectIsLikeOthersInWhatIsReleased(int k, int percent) {
        Disclosure disclosed = anonymous(k, percent);

        Map<String, List<String>> profiles = new TreeMap<>();
        rows(disclosed.tables().get(0)).forEach(row -> profiles.put(row.get(0), new ArrayList<>(List.of(row.get(1)))));
        rows(disclosed.tables().get(1)).forEach(row -> profiles.getOrDefault(row.get(0), new ArrayList<>())
                .add(row.get(1)));
        Map<List<String>, Integer> classes = new HashMap<>();
        profiles.values().forEach(profile -> classes.merge(profile, 1, Integer::sum));
        int suppressed = disclosed.report().suppressed();
        int few = classes.values().stream()
                .filter(size -> size < k)
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(few).isLessThanOrEqualTo(suppressed);
        assertThat(suppressed).isLessThanOrEqualTo(60 * percent / 100);
        assertThat(disclosed.report().risk().smallest()).isGreaterThanOrEqualTo(k);
        assertThat(disclosed.report().risk().highest()).isLessThanOrEqualTo(1.0 / k + 1e-12);
        assertThat(disclosed.report().before().highest()).isCloseTo(1, within(1e-12));
        assertThat(disclosed.report().label()).isEqualTo("pseudonymised, risk reduced");
    }

    @Test
    void whatNobodyIsRecognisedByStaysAsItIs() {
        List<List<String>> before = rows(SCREENING);
        List<List<String>> after = rows(anonymous(5, 5).tables().get(1));

        assertThat(after).hasSameSizeAs(before);
        for (int row = 0; row < before.size(); row++) {
            assertThat(after.get(row).get(0)).isEqualTo(before.get(row).get(0));
            assertThat(after.get(row).get(2)).isEqualTo(before.get(row).get(2));
        }
    }

    @Test
    void aColumnThatWasMadeCoarserIsATextThatSaysHow() {
        Disclosure disclosed = anonymous(5, 5);
        Column age = disclosed.tables().get(1).columns().get(1);

        assertThat(age.kind()).isEqualTo(Kind.TEXT);
        assertThat(age.remark()).startsWith("in bands of ");
        assertThat(disclosed.report().done().get("screening.age"))
                .extracting(Text::en)
                .isEqualTo(age.remark());
    }

    @Test
    void onlyWhatHoldsNothingElseIsAnonymised() {
        List<Table> alone = List.of(PARTICIPANTS);

        assertThat(Disclosure.of(alone, RECOGNISING, Optional.of(new Anonymity(12, 10)))
                        .report()
                        .label())
                .isEqualTo("anonymised");
        assertThat(Disclosure.of(alone, RECOGNISING, Optional.of(new Anonymity(5, 10)))
                        .report()
                        .label())
                .isEqualTo("pseudonymised, risk reduced");
        assertThat(anonymous(12, 10).report().label()).isEqualTo("pseudonymised, risk reduced");
    }

    /** Forty have medicine N02, twice each; four have C07, and two of these A02 as well. */
    @Test
    void medicinesThatFewSubjectsHaveAreToldTogether() {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(new String[] {id(i), "N02"});
            rows.add(new String[] {id(i), "N02"});
        }
        for (int i = 0; i < 4; i++) {
            rows.add(new String[] {id(10 + i), "C07"});
        }
        rows.add(new String[] {id(10), "A02"});
        rows.add(new String[] {id(11), "A02"});
        Table medication = table("medication", List.of(text("subject"), text("atc")), rows);

        Disclosure five = Disclosure.of(
                List.of(PARTICIPANTS, SCREENING, medication), RECOGNISING, Optional.of(new Anonymity(5, 10)));
        Disclosure four = Disclosure.of(
                List.of(PARTICIPANTS, SCREENING, medication), RECOGNISING, Optional.of(new Anonymity(4, 10)));
        Disclosure asItIs = Disclosure.of(List.of(PARTICIPANTS, SCREENING, medication), RECOGNISING, Optional.empty());

        assertThat(medicines(five)).containsOnly("N02", "other", "");
        assertThat(medicines(four)).contains("C07", "other").doesNotContain("A02");
        assertThat(medicines(asItIs)).contains("C07", "A02");
        assertThat(five.report().done().get("medication.atc"))
                .extracting(Text::en)
                .isEqualTo("values of fewer than 5 subjects together");
    }

    private static List<String> medicines(Disclosure disclosed) {
        return rows(disclosed.tables().get(2)).stream().map(row -> row.get(1)).toList();
    }

    /** At one site, with the same aura for everybody there, the site tells the aura. */
    @Test
    void whatAClassTellsOfAnAnswerIsReported() {
        List<String[]> alike = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            alike.add(new String[] {id(i), i >= 3 && i % 2 == 0 ? "true" : i % 3 == 0 ? "true" : "false"});
        }
        Table answers = table(
                "diary", List.of(text("subject"), Column.of("aura", "boolean", Kind.TRUTH, Text.same("Aura"))), alike);

        Disclosure disclosed =
                Disclosure.of(List.of(PARTICIPANTS, answers), RECOGNISING, Optional.of(new Anonymity(5, 10)));

        assertThat(disclosed.report().spread())
                .containsOnlyKeys("diary.aura")
                .hasEntrySatisfying("diary.aura", spread -> {
                    assertThat(spread.distinct()).isEqualTo(1);
                    assertThat(spread.closeness()).isGreaterThan(0.2);
                });
        assertThat(Disclosure.of(List.of(PARTICIPANTS, answers), RECOGNISING, Optional.empty())
                        .report()
                        .spread())
                .isEmpty();
    }

    @Test
    void thePlaceOfARowChangesNothing() {
        List<String[]> reversed = new ArrayList<>(ages());
        java.util.Collections.reverse(reversed);
        Table other = table("screening", SCREENING.columns(), reversed);

        assertThat(Disclosure.of(List.of(PARTICIPANTS, other), RECOGNISING, Optional.of(new Anonymity(5, 5)))
                        .report())
                .isEqualTo(anonymous(5, 5).report());
    }

    @Test
    void aReleaseOfNobodyHasNoRisk() {
        Table nobody = table("participants", PARTICIPANTS.columns(), List.of());

        assertThat(Disclosure.of(List.of(nobody), RECOGNISING, Optional.of(new Anonymity(5, 0)))
                        .report()
                        .risk()
                        .highest())
                .isZero();
    }
}
