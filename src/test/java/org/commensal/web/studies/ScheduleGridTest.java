package org.commensal.web.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.commensal.kernel.Language;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.web.Texts;
import org.commensal.web.studies.ScheduleGrid.Cell;
import org.commensal.web.studies.ScheduleGrid.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schedule of the shipped study as a grid: in order of time, with every form where the protocol has it. */
class ScheduleGridTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final ScheduleGrid GRID = ScheduleGrid.of(STUDY, Texts.in(Language.EN));

    @Test
    void columnsAreInOrderOfTimeUnderTheFactTheyAreCountedFrom() {
        assertThat(GRID.moments())
                .extracting(Moment::code)
                .containsExactly(
                        "SCR", "B0", "S0", "V1", "D0", "B1", "W2", "S1", "V2", "B2", "W6", "S2", "V3", "B3", "S3", "V4",
                        "B5", "S5", "V5");
        assertThat(GRID.phases())
                .extracting(phase -> phase.name() + " " + phase.columns())
                .containsExactly("From screening 1", "From enrolment 3", "From randomisation 15");
    }

    @Test
    void everyFormIsMarkedAtItsVisitsByWhomItIsFilledIn() {
        assertThat(cells("Mood and energy (PHQ-9)")).containsExactly("V1 own", "V4 own", "V5 own");
        assertThat(cells("Measurements")).containsExactly("SCR staff", "V1 staff", "V2 staff", "V4 staff");
        assertThat(GRID.lines()).allSatisfy(line -> assertThat(line.cells()).hasSameSizeAs(GRID.moments()));
    }

    @Test
    void aBlockOfTheDiaryCountsItsFirstAndItsLastDay() {
        assertThat(cells("Your day")).containsExactly("B0 28", "B1 28", "B2 28", "B3 28", "B5 28");
    }

    @ParameterizedTest
    @CsvSource({"25,33,25–33", "0,0,0", "-7,-1,−7 – −1", "-3,3,−3 – 3"})
    void daysBeforeTheAnchorKeepTheirSign(int from, int to, String written) {
        assertThat(ScheduleGrid.range(from, to)).isEqualTo(written);
    }

    private static List<String> cells(String form) {
        List<Cell> cells = GRID.lines().stream()
                .filter(line -> line.form().equals(form))
                .findFirst()
                .orElseThrow()
                .cells();
        return java.util.stream.IntStream.range(0, cells.size())
                .filter(i -> !cells.get(i).equals(Cell.EMPTY))
                .mapToObj(i -> GRID.moments().get(i).code() + " " + written(cells.get(i)))
                .toList();
    }

    private static String written(Cell cell) {
        return cell.own() ? "own" : cell.staff() ? "staff" : Integer.toString(cell.days());
    }
}
