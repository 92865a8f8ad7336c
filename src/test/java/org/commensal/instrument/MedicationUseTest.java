package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class MedicationUseTest {

    private static final List<AcuteClass> COLUMNS = List.of(
            AcuteClass.TRIPTAN,
            AcuteClass.ERGOT,
            AcuteClass.OPIOID,
            AcuteClass.COMBINATION,
            AcuteClass.BARBITURATE,
            AcuteClass.PARACETAMOL,
            AcuteClass.NSAID,
            AcuteClass.GEPANT);

    @ParameterizedTest
    @CsvFileSource(resources = "/definitions/medication.csv", numLinesToSkip = 1)
    void judgesTheDaysOfABlock(ArgumentsAccessor row) {
        Map<AcuteClass, Integer> days = new EnumMap<>(AcuteClass.class);
        for (int column = 0; column < COLUMNS.size(); column++) {
            if (row.getInteger(column + 2) > 0) {
                days.put(COLUMNS.get(column), row.getInteger(column + 2));
            }
        }
        MedicationUse use = new MedicationUse(row.getInteger(0), row.getInteger(1), days, row.getInteger(10));

        assertThat(use.exceedsDays()).isEqualTo(Days.truth(row.getString(11)));
        assertThat(use.suggestsOveruseHeadache()).isEqualTo(Days.truth(row.getString(12)));
    }

    /** 16 headache days; a triptan on 9, an anti-inflammatory on 14, one of both on 18. */
    @Test
    void severalClassesTogetherMayBeOveruseWhereNoneIs() {
        MedicationUse use = MedicationUse.of(sixteenHeadacheDays());

        assertThat(use.headache()).isEqualTo(16);
        assertThat(use.byClass()).isEqualTo(Map.of(AcuteClass.TRIPTAN, 9, AcuteClass.NSAID, 14));
        assertThat(use.ofCountedClasses()).isEqualTo(18);
        assertThat(use.overuses(AcuteClass.TRIPTAN)).isEqualTo(Kleene.FALSE);
        assertThat(use.overuses(AcuteClass.NSAID)).isEqualTo(Kleene.FALSE);
        assertThat(use.overusesSeveral()).isEqualTo(Kleene.TRUE);
        assertThat(Days.value("medication-overuse-days", sixteenHeadacheDays())).isEqualTo(Value.Num.of(1));
    }

    @Test
    void isProbableAfterThreeBlocksOrByHistory() {
        MedicationUse much = MedicationUse.of(sixteenHeadacheDays());
        MedicationUse little = MedicationUse.of(Days.block(4, 28));

        assertThat(MedicationUse.probable(List.of(much, much, much), Kleene.FALSE))
                .isEqualTo(Kleene.TRUE);
        assertThat(MedicationUse.probable(List.of(much, much), Kleene.FALSE)).isEqualTo(Kleene.FALSE);
        assertThat(MedicationUse.probable(List.of(much, little, much), Kleene.FALSE))
                .isEqualTo(Kleene.FALSE);
        assertThat(MedicationUse.probable(List.of(much), Kleene.TRUE)).isEqualTo(Kleene.TRUE);
        assertThat(MedicationUse.probable(List.of(much), Kleene.UNKNOWN)).isEqualTo(Kleene.UNKNOWN);
        assertThat(MedicationUse.probable(List.of(little), Kleene.TRUE)).isEqualTo(Kleene.FALSE);
        assertThat(MedicationUse.probable(List.of(), Kleene.TRUE)).isEqualTo(Kleene.UNKNOWN);
    }

    /** Every class of the diary that a study ships has a place in the table. */
    @Test
    void knowsClassesByTheirCode() {
        assertThat(Stream.of(AcuteClass.values()).map(AcuteClass::code).map(AcuteClass::of))
                .allMatch(found -> found.isPresent());
        assertThat(AcuteClass.of("homeopathy")).isEmpty();
        assertThat(AcuteClass.GEPANT.overusedFrom()).isEmpty();
    }

    private static List<Answers> sixteenHeadacheDays() {
        List<Answers> days = new ArrayList<>();
        days.addAll(Collections.nCopies(5, Days.day("h5 S2 triptan nsaid")));
        days.addAll(Collections.nCopies(4, Days.day("h5 S2 triptan")));
        days.addAll(Collections.nCopies(7, Days.day("h5 S2 nsaid")));
        days.addAll(Collections.nCopies(2, Days.day("nsaid")));
        days.addAll(Collections.nCopies(10, Days.day("no")));
        return days;
    }
}
