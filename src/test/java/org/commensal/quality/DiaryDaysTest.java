package org.commensal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.quality.DiaryDays.FilledIn;
import org.commensal.quality.MissingData.Counts;
import org.junit.jupiter.api.Test;

/** The run-in and the first month of the flagship's diary, whose days lock two days later. */
class DiaryDaysTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 2);
    private static final LocalDate RANDOMISED = ENROLLED.plusDays(27);

    @Test
    void nothingIsMissingBeforeADayIsLocked() {
        Counts counts =
                of(ENROLLED.plusDays(2), Map.of(), Optional.empty(), false).get("B0");

        assertThat(counts).isEqualTo(new Counts(0, 0, 0, 0, 28));
        assertThat(of(ENROLLED.plusDays(3), Map.of(), Optional.empty(), false).get("B0"))
                .isEqualTo(new Counts(0, 1, 0, 0, 27));
    }

    @Test
    void whatWasFilledInIsNeitherMissingNorStillToCome() {
        FilledIn days = new FilledIn(10, 2, ENROLLED.plusDays(12));

        assertThat(of(ENROLLED.plusDays(13), Map.of("B0", days), Optional.empty(), false)
                        .get("B0"))
                .isEqualTo(new Counts(10, 3, 0, 0, 15));
    }

    @Test
    void aDayThatTwoBlocksShareIsCountedWhereItWasFilledIn() {
        LocalDate later = RANDOMISED.plusDays(60);
        FilledIn all = new FilledIn(28, 0, RANDOMISED);

        Map<String, Counts> inTheFirst = of(later, Map.of("B0", all), Optional.empty(), true);
        assertThat(inTheFirst.get("B0")).isEqualTo(new Counts(28, 0, 0, 0, 0));
        assertThat(inTheFirst.getOrDefault("B1", Counts.NONE).missing()).isEqualTo(27);

        Map<String, Counts> inTheSecond =
                of(later, Map.of("B0", new FilledIn(27, 0, RANDOMISED.minusDays(1))), Optional.empty(), true);
        assertThat(inTheSecond.get("B0")).isEqualTo(new Counts(27, 0, 0, 0, 0));
        assertThat(inTheSecond.getOrDefault("B1", Counts.NONE).missing()).isEqualTo(28);
    }

    @Test
    void nothingIsExpectedFromTheDayOnOnWhichSomebodyStops() {
        LocalDate stopped = ENROLLED.plusDays(10);
        FilledIn untilThen = new FilledIn(11, 0, stopped);

        assertThat(of(ENROLLED.plusDays(60), Map.of("B0", untilThen), Optional.of(stopped), false)
                        .get("B0"))
                .isEqualTo(new Counts(11, 0, 0, 17, 0));
        assertThat(of(ENROLLED.plusDays(60), Map.of(), Optional.of(stopped), false)
                        .get("B0"))
                .isEqualTo(new Counts(0, 10, 0, 18, 0));
    }

    /** Every day of a block is filled in, missing, still to come, or not expected: once. */
    @Property(seed = "20261129", tries = 200)
    void everyDayIsCountedOnce(
            @ForAll @IntRange(max = 60) int today,
            @ForAll @IntRange(max = 27) int filledIn,
            @ForAll @IntRange(min = -1, max = 40) int stopped) {
        int lastDay = Math.min(filledIn, today);
        if (stopped >= 0 && lastDay > stopped) {
            return;
        }
        LocalDate now = ENROLLED.plusDays(today);
        int recent = (int) IntStream.rangeClosed(0, lastDay)
                .filter(day -> ENROLLED.plusDays(day).isAfter(DiaryDays.lastDue(STUDY, now)))
                .count();
        Map<String, FilledIn> days = Map.of("B0", new FilledIn(lastDay + 1, recent, ENROLLED.plusDays(lastDay)));

        Counts counts = of(
                        now, days, Optional.of(stopped).filter(day -> day >= 0).map(ENROLLED::plusDays), false)
                .getOrDefault("B0", Counts.NONE);

        assertThat(counts.answered() + counts.missing() + counts.notDue() + counts.stopped())
                .isEqualTo(28);
        assertThat(counts.missing()).isEqualTo((int) IntStream.rangeClosed(lastDay + 1, 27)
                .filter(day -> !ENROLLED.plusDays(day).isAfter(DiaryDays.lastDue(STUDY, now)))
                .filter(day -> stopped < 0 || day < stopped)
                .count());
    }

    private static Map<String, Counts> of(
            LocalDate today, Map<String, FilledIn> filledIn, Optional<LocalDate> stopped, boolean randomised) {
        Map<Stage, LocalDate> milestones = new EnumMap<>(Stage.class);
        milestones.put(Stage.SCREENED, ENROLLED);
        milestones.put(Stage.ENROLLED, ENROLLED);
        if (randomised) {
            milestones.put(Stage.RANDOMISED, RANDOMISED);
        }
        Participant participant = new Participant(ParticipantCode.of("LUM", 1), "lumc", milestones);
        Map<String, Counts> counts = new HashMap<>();
        new DiaryDays(STUDY, participant, stopped, today)
                .counts(filledIn)
                .forEach((block, counted) -> counts.put(block, counted));
        return counts;
    }
}
