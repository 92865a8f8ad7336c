package org.commensal.web.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void saysTheFormsOfAVisit() {
        assertThat(Timeline.said("Baseline", List.of("PHQ-9", "HIT-6", "PHQ-9")))
                .isEqualTo("Baseline: PHQ-9, HIT-6");
    }

    @Test
    void saysAFormThatIsCalledAsItsVisitOnce() {
        assertThat(Timeline.said("Screening", List.of("Screening"))).isEqualTo("Screening");
        assertThat(Timeline.said("Screening", List.of("Screening", "Consent"))).isEqualTo("Screening: Consent");
    }
}
