package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The study of the journeys is itself without a fault. */
class TestStudyTest {

    @Test
    void readsWithoutAFaultInEachVariant() {
        assertThat(TestStudy.BLOCKS.read().openLabel()).isEmpty();
        assertThat(TestStudy.MINIMISED.read().scheme().canonical()).contains("minimisation");
        assertThat(TestStudy.WATCHED.read().schedule().events()).hasSize(3);
        assertThat(TestStudy.OPEN.read().openLabel()).containsExactly("participant", "coordinator");
    }
}
