package org.commensal.web.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.commensal.kernel.Language;
import org.commensal.web.Texts;
import org.commensal.web.studies.EnrolmentCurve.Tick;
import org.junit.jupiter.api.Test;

class EnrolmentCurveTest {

    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    @Test
    void anEmptyStudyIsAFlatLine() {
        EnrolmentCurve curve = EnrolmentCurve.of(List.of(), FIRST, FIRST, 240, TEXTS);
        assertThat(curve.count()).isZero();
        assertThat(curve.line()).isEqualTo("36.0,298.0 458.0,298.0");
    }

    @Test
    void stepsUpOnTheDayOfARandomisation() {
        EnrolmentCurve curve =
                EnrolmentCurve.of(List.of(FIRST.plusDays(5), FIRST.plusDays(10)), FIRST, FIRST.plusDays(10), 4, TEXTS);
        assertThat(curve.line()).isEqualTo("36.0,298.0 247.0,298.0 247.0,227.5 458.0,227.5 458.0,157.0 458.0,157.0");
        assertThat(curve.goal()).isEqualTo(16);
    }

    @Test
    void axesHaveRoundNumbersAndTheDaysOfTheSpan() {
        EnrolmentCurve curve = EnrolmentCurve.of(List.of(), FIRST, FIRST.plusDays(40), 309, TEXTS);
        assertThat(curve.counts()).extracting(Tick::label).containsExactly("0", "80", "160", "240", "320");
        assertThat(curve.days()).extracting(Tick::label).startsWith("1 Sept").endsWith("11 Oct");
    }

    @Test
    void growsBeyondItsTarget() {
        List<LocalDate> days = java.util.Collections.nCopies(10, FIRST);
        EnrolmentCurve curve = EnrolmentCurve.of(days, FIRST, FIRST.plusDays(1), 8, TEXTS);
        assertThat(curve.counts()).extracting(Tick::label).endsWith("12");
    }
}
