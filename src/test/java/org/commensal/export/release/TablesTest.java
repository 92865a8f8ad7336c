package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the tables of a release, and what is not. */
class TablesTest {

    private static final Study STUDY = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));
    private static final Study FLAGSHIP = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final Study EVERY_KEY =
            StudyReader.read(Path.of("src", "test", "resources", "studies", "every-key"));
    private static final Subject RANDOMISED = new Subject(
            "NOR-0001-8",
            "north",
            Map.of(
                    Stage.SCREENED, LocalDate.of(2026, 11, 1),
                    Stage.CONSENTED, LocalDate.of(2026, 11, 2),
                    Stage.RANDOMISED, LocalDate.of(2026, 11, 20)),
            Map.of());
    private static final Subject WAITING =
            new Subject("SOU-0001-9", "south", Map.of(Stage.CONSENTED, LocalDate.of(2026, 11, 2)), Map.of());

    @ParameterizedTest(name = "{0} is day {1}")
    @CsvSource({"2026-11-20, 0", "2026-11-19, -1", "2026-11-21, 1", "2026-11-02, -18", "2027-11-20, 365"})
    void daysCountFromRandomisationWhichIsDayZero(LocalDate day, String studyDay) {
        assertThat(ParticipantTable.studyDay(RANDOMISED, Optional.of(day))).isEqualTo(studyDay);
        assertThat(ParticipantTable.studyDay(WAITING, Optional.of(day))).isEmpty();
    }

    @Test
    void whoStoppedWithTheInterventionHasTheStudyDayOfIt() {
        Subject stopped = new Subject(
                "NOR-0002-6", "north", RANDOMISED.days(), Map.of(Part.INTERVENTION, LocalDate.of(2026, 11, 27)));
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put("aaaaaaaaaa", RANDOMISED);
        subjects.put("bbbbbbbbbb", stopped);

        Table table = ParticipantTable.of(STUDY, subjects, Map.of(), new byte[32]);

        assertThat(table.columns().stream().map(Table.Column::name))
                .endsWith("enrolment_day", "intervention_stopped_day", "follow_up_stopped_day");
        assertThat(rows(table).get(0)).endsWith("", "");
        assertThat(rows(table).get(1)).endsWith("7", "");
    }

    @Test
    void aParticipantHasNoDateNoCodeAndNoSiteName() {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put("aaaaaaaaaa", RANDOMISED);
        subjects.put("bbbbbbbbbb", WAITING);

        List<String[]> rows = rows(ParticipantTable.of(STUDY, subjects, Map.of(), new byte[32]));

        assertThat(rows.get(0)).startsWith("aaaaaaaaaa").endsWith("randomised", "-18", "");
        assertThat(rows.get(1)).startsWith("bbbbbbbbbb").endsWith("consented", "", "");
        assertThat(rows).extracting(row -> row[1]).containsExactlyInAnyOrder("site-1", "site-2");
    }

    @Test
    void howSomebodyWasAllocatedIsThereWhereNotEverybodyWasRandomised() {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put("aaaaaaaaaa", RANDOMISED);
        subjects.put("bbbbbbbbbb", WAITING);
        Map<String, String> forced = Map.of(RANDOMISED.code(), "forced");

        Table table = ParticipantTable.of(STUDY, subjects, forced, new byte[32]);

        assertThat(table.columns()).extracting(Column::name).endsWith("allocated_by");
        assertThat(rows(table)).extracting(row -> row[5]).containsExactly("forced", "");
        assertThat(rows(ParticipantTable.of(STUDY, subjects, Map.of("LUM-0001-1", "envelope"), new byte[32])))
                .extracting(row -> row[5])
                .containsExactly("randomised", "");
        assertThat(ParticipantTable.of(STUDY, subjects, Map.of(), new byte[32]).columns())
                .extracting(Column::name)
                .doesNotContain("allocated_by");
    }

    @Test
    void aQuestionnaireIsFlatWithAReasonBesideWhatCanBeMissing() {
        Answered answered = new Answered(
                "NOR-0001-8",
                "1",
                "C1",
                "C1/check",
                null,
                1,
                Instant.parse("2026-11-21T23:30:00Z"), // past midnight in Amsterdam
                true,
                "{\"attacks\":3,\"remark\":\"Johanna called\",\"_missing\":{}}",
                "{\"_missing\":{}}");

        Table table = new QuestionnaireTable(
                        STUDY,
                        AmendedForm.of("check", List.of(STUDY)),
                        Map.of("aaaaaaaaaa", RANDOMISED),
                        new Facts(answered),
                        1)
                .table();

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("subject", "event", "study_day", "late", "attacks", "attacks_confirmed");
        assertThat(rows(table)).containsExactly(new String[] {"aaaaaaaaaa", "C1", "2", "true", "3", "false"});
    }

    @Test
    void aMedicineHasAColumnForEachPartAndAConfirmationOneBesideItsItem() {
        Answered answered = new Answered(
                "NOR-0001-8",
                "1",
                "SCR",
                "SCR/screening",
                null,
                1,
                Instant.parse("2026-11-20T09:00:00Z"),
                false,
                "{\"weight_kg\":210,\"visit_time\":\"09:00\",\"first_med\":{\"product\":\"Zoloft of Johanna\",\"atc\":\"N06AB06\","
                        + "\"dose\":50,\"unit\":\"mg\",\"indication\":\"mood\"},\"mri\":{\"name\":\"Johanna.dcm\"},"
                        + "\"health\":80,\"_missing\":{\"worst_nrs\":\"skipped\"},\"_confirmed\":[\"weight_kg\"]}",
                "{\"_missing\":{}}");

        Table table = new QuestionnaireTable(
                        EVERY_KEY,
                        AmendedForm.of("screening", List.of(EVERY_KEY)),
                        Map.of("a", RANDOMISED),
                        new Facts(answered),
                        1)
                .table();
        List<String> names = table.columns().stream().map(Column::name).toList();
        String[] row = rows(table).get(0);
        Map<String, String> cells = new LinkedHashMap<>();
        names.forEach(name -> cells.put(name, row[names.indexOf(name)]));

        assertThat(cells)
                .containsEntry("first_med_atc", "N06AB06")
                .containsEntry("first_med_dose", "50")
                .containsEntry("first_med_unit", "mg")
                .containsEntry("first_med_missing", "")
                .containsEntry("weight_kg", "210")
                .containsEntry("weight_kg_confirmed", "true")
                .containsEntry("visit_time_confirmed", "false")
                .containsEntry("health", "80")
                .containsEntry("worst_nrs_missing", "skipped")
                .doesNotContainKeys("first_med", "first_med_product", "first_med_indication", "mri", "mri_name");
        assertThat(row).noneMatch(cell -> cell.contains("Johanna"));
        assertThat(table.columns().get(names.indexOf("first_med_unit")).values())
                .contains("mcg = micrograms");
        assertThat(table.columns().get(names.indexOf("health")).values())
                .isEqualTo("0 = as bad as it can be | 100 = as good as it can be");
    }

    @Test
    void aFormOfAnEventSaysWhichOccurrenceItIsAbout() {
        Answered answered = new Answered(
                "NOR-0001-8",
                "1",
                "AE",
                "AE/12",
                null,
                1,
                Instant.parse("2026-11-21T09:00:00Z"),
                false,
                "{\"_missing\":{}}",
                "{\"_missing\":{}}");

        Table table = new QuestionnaireTable(
                        FLAGSHIP,
                        AmendedForm.of("adverse-event", List.of(FLAGSHIP)),
                        Map.of("a", RANDOMISED),
                        new Facts(answered),
                        1)
                .table();

        assertThat(table.columns()).extracting(Column::name).startsWith("subject", "event", "study_day", "late");
        assertThat(table.columns().get(4).name()).isEqualTo("instance");
        assertThat(rows(table).get(0)).startsWith("a", "AE", "1", "false", "12");
    }

    /** Otherwise no dataset of the study could be released. */
    @ParameterizedTest
    @ValueSource(strings = {"gutbrain-migraine-3arm", "probiotic-placebo-2arm", "nof1-gluten-dairy"})
    void nothingAroundTheDataOfAShippedStudyHoldsTheCodeOfAnArm(String id) {
        Study study = StudyReader.read(Path.of("study-protocols", id));
        List<Table> tables = AmendedForm.all(List.of(study)).stream()
                .map(form -> new QuestionnaireTable(study, form, Map.of(), new Facts(), 1).table())
                .toList();

        assertThat(tables).hasSizeGreaterThan(10);
        assertThat(ArmWords.in(study, tables)).isEmpty();
    }

    /** What is taken and eaten by an arm alone would tell it to whoever reads the release. */
    @ParameterizedTest
    @ValueSource(strings = {"sachets", "diet-plan"})
    void whatTellsTheArmHasNoColumn(String form) {
        List<String> names = new QuestionnaireTable(
                        FLAGSHIP, AmendedForm.of(form, List.of(FLAGSHIP)), Map.of(), new Facts(), 1)
                .table().columns().stream().map(Column::name).toList();

        assertThat(names).containsExactly("subject", "event", "study_day", "late");
    }

    @Test
    void whyAnAnswerIsMissingStandsBesideIt() {
        Answered answered = new Answered(
                "NOR-0001-8",
                "1",
                "M1",
                "M1/phq-9",
                null,
                1,
                Instant.parse("2026-11-20T09:00:00Z"),
                false,
                "{\"phq9_01\":\"2\",\"_missing\":{\"phq9_02\":\"skipped\"}}",
                "{\"_missing\":{\"phq9_total\":\"unknown\"}}");

        Table table = new QuestionnaireTable(
                        FLAGSHIP,
                        AmendedForm.of("phq-9", List.of(FLAGSHIP)),
                        Map.of("a", RANDOMISED),
                        new Facts(answered),
                        1)
                .table();
        List<String> names = table.columns().stream().map(Column::name).toList();
        String[] row = rows(table).get(0);

        assertThat(row[names.indexOf("phq9_01")]).isEqualTo("2");
        assertThat(row[names.indexOf("phq9_02")]).isEmpty();
        assertThat(row[names.indexOf("phq9_02_missing")]).isEqualTo("skipped");
        assertThat(row[names.indexOf("phq9_total")]).isEmpty();
    }

    @Test
    void sensitiveAndFreeTextItemsHaveNoColumn() {
        Table screening = new QuestionnaireTable(
                        FLAGSHIP, AmendedForm.of("screening", List.of(FLAGSHIP)), Map.of(), new Facts(), 1)
                .table();

        assertThat(screening.columns())
                .extracting(Column::name)
                .contains("age_years", "coeliac")
                .doesNotContain("pregnant", "suicide_attempt_12mo", "eating_disorder_history_5y");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ARMX7Q, false",
        "the armx7q way, false",
        "dose_ARMZ3K, false",
        "ARMX7QX, true",
        "How do you feel?, true",
    })
    void theCodeOfAnArmInALabelStopsARelease(String label, boolean passes) {
        Table table =
                new Table("mood", Text.same("Mood"), List.of(Column.integer("mood", Text.same(label))), rows -> {});

        assertThat(ArmWords.in(STUDY, List.of(table)).isEmpty()).isEqualTo(passes);
    }

    @Test
    void theCodebookHasALineForEachColumn() {
        Table participants = ParticipantTable.of(STUDY, Map.of(), Map.of(), new byte[32]);

        assertThat(rows(Codebook.of(List.of(participants))))
                .extracting(row -> row[0] + "." + row[1])
                .containsExactly(
                        "participants.subject",
                        "participants.site",
                        "participants.stage",
                        "participants.consent_day",
                        "participants.enrolment_day");
    }

    private static List<String[]> rows(Table table) {
        List<String[]> rows = new ArrayList<>();
        table.rows().each(rows::add);
        return rows;
    }

    /** These responses, whatever is asked for. */
    private static final class Facts extends SealedFacts {

        private final List<Answered> answered;

        Facts(Answered... answered) {
            this.answered = List.of(answered);
        }

        @Override
        Map<String, Integer> counts(String study, String form) {
            return answered.stream().collect(Collectors.toMap(Answered::participant, one -> 1, Integer::sum));
        }

        @Override
        Collection<Answered> answered(String study, String form, long checkpoint, List<String> participants) {
            return answered;
        }
    }
}
