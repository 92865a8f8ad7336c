package org.commensal.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Diary;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day that nobody filled in is missing; it is no day without headache, and its neighbours do not close up over it. */
class DiariesTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "nof1-gluten-dairy"));
    private static final LocalDate ENROLLED = LocalDate.of(2026, 1, 5);
    private static final LocalDate RANDOMISED = ENROLLED.plusDays(60);
    private static final Participant WILLEM = new Participant(
            ParticipantCode.of("AMF", 1),
            "amersfoort",
            Map.of(Stage.SCREENED, ENROLLED, Stage.ENROLLED, ENROLLED, Stage.RANDOMISED, RANDOMISED));
    private static final Answers HEADACHE_FREE = new Answers(Map.of(
            "headache", new Value.Bool(false),
            "acute_medication", new Value.Bool(false),
            "aura", new Value.Bool(false)));
    private static final Answers MIGRAINE = new Answers(Map.of(
            "headache", new Value.Bool(true),
            "acute_medication", new Value.Bool(true),
            "acute_classes", new Value.Words(List.of("triptan")),
            "aura", new Value.Bool(false)));

    /** Days from the first of the block: M migraine, - none, . no entry, L migraine entered too late. */
    @ParameterizedTest
    @CsvSource({
        "MM--------------------------, 1",
        "M.M-------------------------, 2.074",
        "MLM-------------------------, 2.074",
        "M-M-------------------------, 2",
        "............................, ?",
        "MMM-----------, 2",
        "MMM----------, ?"
    })
    void attacksAreCountedOverTheCalendar(String days, String attacks) {
        Value found = new Facts(STUDY, WILLEM, entries("B0", ENROLLED, days)).get("attacks_baseline");

        assertThat(found instanceof Value.Num number ? number.value().toPlainString() : "?")
                .startsWith(attacks);
    }

    @Test
    void everyDayOfTheBlockIsThereInItsPlace() {
        List<Response> early = new ArrayList<>(entries("B0", ENROLLED.plusDays(26), "M"));
        early.addAll(entries("B0", ENROLLED.plusDays(2), "-"));

        Diary diary = new Diaries(STUDY, WILLEM, early).of("diary", "B0");

        assertThat(diary.days()).hasSize(28);
        assertThat(diary.days().get(26)).isEqualTo(MIGRAINE);
        assertThat(diary.days().get(2)).isEqualTo(HEADACHE_FREE);
        assertThat(diary.days()).filteredOn(Diary.MISSING::equals).hasSize(26);
        assertThat(diary.dayBefore()).isEqualTo(Diary.MISSING);
    }

    @Test
    void anAttackThatBeganInTheBlockBeforeIsNotCountedTwice() {
        List<Response> entries = new ArrayList<>(entries("B0", ENROLLED, "-".repeat(27) + "M"));
        entries.addAll(entries("E0", ENROLLED.plusDays(28), "M" + "-".repeat(27)));
        Facts facts = new Facts(STUDY, WILLEM, entries);

        assertThat(facts.get("attacks_baseline")).isEqualTo(Value.Num.of(1));
        assertThat(facts.get("attacks_elimination")).isEqualTo(Value.Num.of(0));
    }

    @Test
    void aTestPeriodHasFourteenDays() {
        Facts facts = new Facts(STUDY, WILLEM, entries("T2", RANDOMISED.plusDays(28), "MM--M-----...."));

        assertThat(facts.get("migraine_days_t2"))
                .isInstanceOfSatisfying(
                        Value.Num.class, rate -> assertThat(rate.value()).isEqualByComparingTo("4.2"));
        assertThat(facts.get("migraine_days_t2_from_day_3"))
                .isInstanceOfSatisfying(
                        Value.Num.class, rate -> assertThat(rate.value()).isEqualByComparingTo("1.75"));
        assertThat(facts.get("migraine_days_t1")).isEqualTo(Value.Missing.UNKNOWN);
    }

    @Test
    void nothingIsKnownOfABlockWhoseFirstDayIsNot() {
        Participant screened =
                new Participant(ParticipantCode.of("AMF", 2), "amersfoort", Map.of(Stage.SCREENED, ENROLLED));

        assertThat(new Diaries(STUDY, screened, List.of()).of("diary", "B0").days())
                .isEmpty();
        assertThat(new Facts(STUDY, screened, List.of()).get("attacks_baseline"))
                .isEqualTo(Value.Missing.UNKNOWN);
    }

    private static List<Response> entries(String block, LocalDate first, String days) {
        List<Response> entries = new ArrayList<>();
        for (int day = 0; day < days.length(); day++) {
            char entry = days.charAt(day);
            if (entry != '.') {
                entries.add(entry(block, first.plusDays(day), entry == 'L', entry == '-' ? HEADACHE_FREE : MIGRAINE));
            }
        }
        return entries;
    }

    private static Response entry(String block, LocalDate day, boolean late, Answers answers) {
        Instant at = Instant.parse("2026-11-20T10:00:00Z");
        return new Response(
                UUID.randomUUID(),
                "1",
                "diary",
                block,
                "diary/" + day,
                Optional.of(day),
                1,
                "",
                at,
                at,
                late,
                answers,
                Map.of());
    }
}
