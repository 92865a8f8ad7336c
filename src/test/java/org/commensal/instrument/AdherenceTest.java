package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdherenceTest {

    @ParameterizedTest
    @CsvSource({
        "96, 20, 0, 0, 84, 90.5, true",
        "96, 33, 0, 0, 84, 75.0, false",
        "96, , 0, 70, 84, 83.3, true",
        "96, , 0, 60, 84, 71.4, false",
        "110, 0, 9, 0, 84, 120.2, false",
        "110, 0, 30, 0, 100, 80.0, true",
        "120, 0, 0, 0, 100, 120.0, true",
    })
    void countsSachetsThatDidNotComeBack(
            int dispensed,
            @Nullable Integer returned,
            int lost,
            int diary,
            int expected,
            BigDecimal percent,
            boolean kept) {
        OptionalInt back = returned == null ? OptionalInt.empty() : OptionalInt.of(returned);
        int taken = Adherence.sachetsTaken(dispensed, back, lost, diary);

        assertThat(Adherence.sachetsPercent(taken, expected)).isEqualTo(percent);
        assertThat(Adherence.keptSachets(taken, expected)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"23, 28, 4, true", "22, 28, 4, false", "23, 28, 3, false", "28, 28, 6, true", "0, 0, 6, false"})
    void keepsTheLowFodmapDiet(int adherent, int days, int challenges, boolean kept) {
        assertThat(Adherence.keptLowFodmap(adherent, days, challenges)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"7, 9, T", "5, 8, T", "6, 8, F", ", 9, T", ", 8, ?", "5, , ?"})
    void keepsTheMediterraneanDiet(@Nullable Integer before, @Nullable Integer after, String kept) {
        assertThat(Adherence.keptMediterranean(number(before), number(after))).isEqualTo(Days.truth(kept));
    }

    private static Value number(@Nullable Integer number) {
        return number == null ? Value.Missing.UNKNOWN : Value.Num.of(number);
    }

    @ParameterizedTest
    @CsvSource({
        "v4_study_day, 84, T",
        "v4_study_day, 83, F",
        "v4_study_day, 91, T",
        "v4_study_day, 92, F",
        "v4_study_day, , ?",
        "baseline_diary, 0, F",
        "follow_up_diary, 0, F",
        "preventive_changed, 1, F",
        "antibiotics, 1, F",
        "antibiotics, , ?",
        "eligibility_deviation, 1, F",
    })
    void perProtocolNeedsEveryCondition(String changed, @Nullable Integer to, String expected) {
        Map<String, Value> facts = new HashMap<>();
        facts.put("baseline_diary", Kleene.TRUE);
        facts.put("follow_up_diary", Kleene.TRUE);
        facts.put("v4_study_day", Value.Num.of(84));
        facts.put("preventive_changed", Kleene.FALSE);
        facts.put("antibiotics", Kleene.FALSE);
        facts.put("eligibility_deviation", Kleene.FALSE);
        assertThat(Adherence.perProtocol(new Answers(facts))).isEqualTo(Kleene.TRUE);

        facts.put(changed, changed.equals("v4_study_day") || to == null ? number(to) : Kleene.of(to == 1));
        assertThat(Adherence.perProtocol(new Answers(facts))).isEqualTo(Days.truth(expected));
    }

    @Test
    void crossesOverByADietBesideAProbioticOrAProbioticBesideADiet() {
        assertThat(crossedOver(true, "0.5", 0, 9)).isEqualTo(Kleene.TRUE);
        assertThat(crossedOver(true, "0.4", 3, 0)).isEqualTo(Kleene.TRUE);
        assertThat(crossedOver(true, "0.4", 2, 9)).isEqualTo(Kleene.FALSE);
        assertThat(crossedOver(false, "1", 5, 0)).isEqualTo(Kleene.FALSE);
        assertThat(crossedOver(false, "1", 5, 1)).isEqualTo(Kleene.TRUE);
    }

    private static Value crossedOver(boolean probiotic, String share, int gain, int days) {
        return Adherence.crossedOver(new Answers(Map.of(
                "probiotic",
                Kleene.of(probiotic),
                "low_fodmap_share",
                new Value.Num(new BigDecimal(share)),
                "medas_gain",
                Value.Num.of(gain),
                "other_probiotic_days",
                Value.Num.of(days))));
    }
}
