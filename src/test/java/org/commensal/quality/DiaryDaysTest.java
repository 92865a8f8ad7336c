package org.commensal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What a release tells day by day is what is counted on the page of missing data. */
    @Property(seed = "20261130", tries = 200)
    void theDaysOneByOneAreThoseThatAreCounted(
            @ForAll @IntRange(max = 90) int today,
            @ForAll @IntRange(max = 27) int filledIn,
            @ForAll @IntRange(max = 40) int inTheSecond,
            @ForAll @IntRange(min = -1, max = 70) int stopped) {
        LocalDate now = ENROLLED.plusDays(today);
        Optional<LocalDate> end = Optional.of(stopped).filter(day -> day >= 0).map(ENROLLED::plusDays);
        LocalDate last = end.filter(now::isAfter).orElse(now);
        Map<String, Set<LocalDate>> entries =
                Map.of("B0", days(ENROLLED, filledIn, last), "B1", days(RANDOMISED.plusDays(1), inTheSecond, last));
        DiaryDays diary = new DiaryDays(STUDY, participant(true), end, now);
        Map<String, FilledIn> counted = new HashMap<>();
        entries.forEach((block, days) -> days.stream()
                .max(LocalDate::compareTo)
                .ifPresent(newest -> counted.put(
                        block,
                        new FilledIn(
                                days.size(),
                                (int) days.stream()
                                        .filter(day -> day.isAfter(DiaryDays.lastDue(STUDY, now)))
                                        .count(),
                                newest))));

        Map<String, Counts> oneByOne = new HashMap<>();
        diary.days(entries)
                .forEach((block, days) -> oneByOne.put(
                        block, days.values().stream().map(Completeness::once).reduce(Counts.NONE, Counts::plus)));

        assertThat(oneByOne).containsKeys("B0", "B1", "B5").isEqualTo(diary.counts(counted));
    }

    private static Set<LocalDate> days(LocalDate first, int howMany, LocalDate last) {
        return first.datesUntil(first.plusDays(Math.min(27, howMany)))
                .filter(day -> !day.isAfter(last))
                .collect(Collectors.toSet());
    }

    private static Map<String, Counts> of(
            LocalDate today, Map<String, FilledIn> filledIn, Optional<LocalDate> stopped, boolean randomised) {
        Map<String, Counts> counts = new HashMap<>();
        new DiaryDays(STUDY, participant(randomised), stopped, today)
                .counts(filledIn)
                .forEach((block, counted) -> counts.put(block, counted));
        return counts;
    }

    private static Participant participant(boolean randomised) {
        Map<Stage, LocalDate> milestones = new EnumMap<>(Stage.class);
        milestones.put(Stage.SCREENED, ENROLLED);
        milestones.put(Stage.ENROLLED, ENROLLED);
        if (randomised) {
            milestones.put(Stage.RANDOMISED, RANDOMISED);
        }
        return new Participant(ParticipantCode.of("LUM", 1), "lumc", milestones);
    }
}
