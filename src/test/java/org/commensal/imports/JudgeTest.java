package org.commensal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.imports.JudgedRow.Kind;
import org.commensal.instrument.Answers;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.ResultImport;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the laboratory of the flagship, judged on 30 November 2026. */
class JudgeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate CONSENT = TODAY.minusDays(100);
    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final ResultImport LABORATORY = STUDY.conduct().imports().get(0);
    private static final String ANNA = code(1);
    private static final String BERT = code(2);
    private static final String SCREENED = code(3);
    private static final String STOPPED = code(4);
    private static final String HEADER =
            "participant;sample;sampled_on;method;calprotectin;crp;crp_unit;zonulin;cgrp;tryptase\n";

    private final Map<String, List<Response>> answered = new HashMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LEI-9999-9;T0;20-11-2026;;;;;;;        | participant  | no participant for whom you may import
                    =HYPERLINK(1);T0;20-11-2026;;;;;;; | participant | no participant for whom you may import
                    {screened};T0;20-11-2026;;;;;;;        | participant  | has not consented
                    {stopped};T0;20-11-2026;;;;;;;         | participant  | stopped the use
                    {anna};;20-11-2026;;;;;;;              | sample       | cannot be empty
                    {anna};T1;20-11-2026;;;;;;;            | sample       | Known are: T0, T12
                    {anna};T0;;;;;;;;                      | sampled_on   | not a day
                    {anna};T0;31-02-2026;;;;;;;            | sampled_on   | not a day
                    {anna};T0;2026-11-20;;;;;;;            | sampled_on   | like 30-11-2026
                    {anna};T0;01-12-2026;;;;;;;            | sampled_on   | still to come
                    {anna};T0;01-01-2026;;;;;;;            | sampled_on   | before this participant consented
                    {anna};T0;20-11-2026;;<5;;;;;          | calprotectin | not a number
                    {anna};T0;20-11-2026;;1.5;;;;;         | calprotectin | such as 3,5
                    {anna};T0;20-11-2026;;6001;;;;;        | calprotectin | from 0 to 6000
                    {anna};T0;20-11-2026;;;1,234;mg/L;;;   | crp          | at most 2 decimals
                    {anna};T0;20-11-2026;;;1;;;;           | crp_unit     | Known are: mg/L, mg/dL
                    {anna};T0;20-11-2026;;;1;g/L;;;        | crp_unit     | Known are: mg/L, mg/dL
                    {anna};T0;20-11-2026;;;31;mg/dL;;;     | crp          | from 0 to 300
                    """, quoteCharacter = '`')
    void saysWhatIsWrongAndWhere(String row, String column, String why) {
        Judge judge = judge();
        List<JudgedRow> rows = judge.judge(file(row));

        assertThat(rows).extracting(JudgedRow::kind).containsExactly(Kind.FAULTY);
        assertThat(judge.faults()).hasSize(1);
        assertThat(judge.faults().get(0).row()).isEqualTo(2);
        assertThat(judge.faults().get(0).column()).isEqualTo(column);
        assertThat(judge.faults().get(0).what().en()).contains(why);
        assertThat(judge.faults().get(0).what().nl())
                .isNotEqualTo(judge.faults().get(0).what().en());
    }

    /** The file that ships with the study, as it would be read on the last day of 2026. */
    @Test
    void theExampleOfTheStudyIsImported() throws IOException {
        byte[] example = Files.readAllBytes(
                Path.of("study-protocols", "gutbrain-migraine-3arm", "examples", "laboratory-results.csv"));
        Judge judge = judge(LocalDate.of(2026, 12, 31));

        List<JudgedRow> rows = judge.judge(ResultFile.read(example, LABORATORY.header()));

        assertThat(judge.faults()).isEmpty();
        assertThat(rows).extracting(JudgedRow::kind).containsOnly(Kind.ADD);
        assertThat(rows)
                .extracting(row -> row.given().get("hscrp"))
                .containsExactly(new BigDecimal("3.1"), new BigDecimal("2.80"), new BigDecimal("1.05"));
    }

    @Test
    void everyFaultOfEveryRowIsToldAtOnce() {
        Judge judge = judge();
        judge.judge(
                file("{anna};T1;31-02-2026;;<5;x;;;;", "nobody;T0;20-11-2026;;;;;;;", "{bert};T0;20-11-2026;;5;;;;;"));

        assertThat(judge.faults())
                .extracting(fault -> fault.row() + " " + fault.column())
                .containsExactlyInAnyOrder("2 sample", "2 sampled_on", "2 calprotectin", "2 crp", "3 participant");
    }

    @Test
    void aRowIsAddedInTheUnitOfTheItem() {
        JudgedRow row = only("{anna};T0;20-11-2026;ELISA;12;0,314;mg/dL;;3,5;");

        assertThat(row.kind()).isEqualTo(Kind.ADD);
        assertThat(row.task()).isEqualTo("LAB");
        assertThat(row.given())
                .containsEntry("lab_moment", "baseline")
                .containsEntry("lab_sampled_on", "2026-11-20")
                .containsEntry("hscrp", new BigDecimal("3.14"))
                .containsEntry("calprotectin_faecal", new BigDecimal("12"))
                .containsEntry("cgrp_plasma", new BigDecimal("3.5"))
                .doesNotContainKeys("zonulin_serum", "tryptase_basal", "lab_fasting");
    }

    /** What was taken in is found unchanged, whichever of the two units it comes in and whatever zeros it ends with. */
    @Test
    void theSameResultAgainIsUnchanged() {
        answer(ANNA, "LAB/1", only("{anna};T0;20-11-2026;ELISA;12;3,14;mg/L;;3,5;"));

        assertThat(only("{anna};T0;20-11-2026;ELISA;12;3,14;mg/L;;3,5;").kind()).isEqualTo(Kind.SAME);
        assertThat(only("{anna};T0;20-11-2026;;12,0;0,314;mg/dL;;3,50;").kind()).isEqualTo(Kind.SAME);
        assertThat(only("{anna};T12;20-11-2026;ELISA;12;3,14;mg/L;;3,5;").kind())
                .isEqualTo(Kind.ADD);
        assertThat(only("{bert};T0;20-11-2026;ELISA;12;3,14;mg/L;;3,5;").kind()).isEqualTo(Kind.ADD);
    }

    @Test
    void anotherResultCorrectsAndAnEmptyCellTakesNothingAway() {
        UUID standing = answer(ANNA, "LAB/1", only("{anna};T0;20-11-2026;ELISA;12;3,14;mg/L;;3,5;"));

        JudgedRow row = only("{anna};T0;21-11-2026;;;3,15;mg/L;40;;");

        assertThat(row.kind()).isEqualTo(Kind.CORRECT);
        assertThat(row.corrects()).isEqualTo(standing);
        assertThat(row.task()).isEqualTo("LAB/1");
        assertThat(row.changed()).containsExactly("sampled_on", "crp", "zonulin");
        assertThat(row.given())
                .containsEntry("lab_method", "ELISA")
                .containsEntry("calprotectin_faecal", new BigDecimal("12"))
                .containsEntry("zonulin_serum", new BigDecimal("40"));
    }

    @Test
    void oneSampleTwiceInAFileOrOnFileIsAFault() {
        Judge twice = judge();
        twice.judge(
                file("{anna};T0;20-11-2026;;1;;;;;", "{bert};T0;20-11-2026;;1;;;;;", "{anna};T0;20-11-2026;;2;;;;;"));
        assertThat(twice.faults()).extracting(Finding::row).containsExactly(4);
        assertThat(twice.faults().get(0).what().en()).startsWith("Row 2 has a result");

        JudgedRow row = only("{anna};T0;20-11-2026;;1;;;;;");
        answer(ANNA, "LAB/1", row);
        answer(ANNA, "LAB/2", row);
        Judge onFile = judge();
        onFile.judge(file("{anna};T0;20-11-2026;;1;;;;;"));
        assertThat(onFile.faults().get(0).what().en()).contains("more than once");
    }

    @Test
    void whatWasTriedTellsTheFileAndEveryRow() {
        String[] content = {"{anna};T0;20-11-2026;;1;;;;;", "{bert};T0;20-11-2026;;1;;;;;"};
        byte[] bytes = "a".getBytes(StandardCharsets.UTF_8);
        Tried before = Tried.of(bytes, judge().judge(file(content)));
        answer(BERT, "LAB/1", only(content[1]));
        Tried after = Tried.of(bytes, judge().judge(file(content)));

        assertThat(Tried.parse(before.written())).isEqualTo(before);
        assertThat(before.differing(before)).isEmpty();
        assertThat(before.differing(after)).containsExactly(1);
        assertThat(before.sha256()).isEqualTo(after.sha256()).isNotEqualTo(Tried.hash(new byte[0]));
        assertThat(Tried.parse("none").sha256()).isEmpty();
    }

    private JudgedRow only(String row) {
        Judge judge = judge();
        List<JudgedRow> rows = judge.judge(file(row));
        assertThat(judge.faults()).isEmpty();
        return rows.get(0);
    }

    private UUID answer(String code, String task, JudgedRow row) {
        Answers answers = STUDY.questionnaire("laboratory").accept(row.given());
        Response response = new Response(
                UUID.randomUUID(),
                STUDY.version(),
                "laboratory",
                "LAB",
                task,
                Optional.empty(),
                1,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                answers,
                Map.of());
        answered.computeIfAbsent(code, first -> new ArrayList<>()).add(response);
        return response.id();
    }

    private Judge judge() {
        return judge(TODAY);
    }

    private Judge judge(LocalDate today) {
        Map<String, Participant> participants = new LinkedHashMap<>();
        for (String code : List.of(ANNA, BERT, SCREENED, STOPPED)) {
            Map<Stage, LocalDate> milestones = code.equals(SCREENED)
                    ? Map.of(Stage.SCREENED, CONSENT)
                    : Map.of(Stage.SCREENED, CONSENT, Stage.CONSENTED, CONSENT);
            Map<Part, LocalDate> withdrawn = code.equals(STOPPED) ? Map.of(Part.USE_OF_DATA, TODAY) : Map.of();
            participants.put(code, new Participant(new ParticipantCode(code), "leiden", milestones, withdrawn));
        }
        return new Judge(
                LABORATORY,
                new Facts(participants, Map.of("leiden", STUDY), Map.of(STUDY.version(), STUDY), answered, today));
    }

    private static ResultFile file(String... rows) {
        String content = HEADER + String.join("\n", rows);
        String named = content.replace("{anna}", ANNA)
                .replace("{bert}", BERT)
                .replace("{screened}", SCREENED)
                .replace("{stopped}", STOPPED);
        return ResultFile.read(named.getBytes(StandardCharsets.UTF_8), LABORATORY.header());
    }

    private static String code(int number) {
        return ParticipantCode.of("LEI", number).value();
    }
}
