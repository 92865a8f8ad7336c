package org.commensal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.commensal.enrolment.Stage;
import org.junit.jupiter.api.Test;

class SyntheticParticipantTest {

    private final List<SyntheticParticipant> cast = SyntheticParticipant.cast();

    @Test
    void thereAreThirtyInEveryStageAndAtEverySite() {
        assertThat(cast).hasSize(30);
        assertThat(cast.stream().map(SyntheticParticipant::last).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Stage.values());
        assertThat(cast.stream().map(SyntheticParticipant::site).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("leiden", "nijmegen", "zwolle", "maastricht");
    }

    @Test
    void whoeverIsRandomisedHasHadTheRunInBefore() {
        assertThat(cast)
                .filteredOn(participant -> participant.reaches(Stage.RANDOMISED))
                .isNotEmpty()
                .allSatisfy(participant ->
                        assertThat(participant.arrives()).isGreaterThan(SyntheticParticipant.RANDOMISED));
    }

    @Test
    void somebodyIsStuckAndSomebodyIsTooEarly() {
        assertThat(cast).anyMatch(participant -> participant.compliance() < 23.0 / 28);
        assertThat(cast)
                .anyMatch(participant ->
                        participant.reaches(Stage.ENROLLED) && participant.arrives() < SyntheticParticipant.BASELINE);
    }
}
