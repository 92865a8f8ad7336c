package org.commensal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.enrolment.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        assertThat(cast).anyMatch(participant -> participant.planted().equals(Optional.of(DataQualityCase.DQ11)));
        assertThat(cast)
                .anyMatch(participant ->
                        participant.reaches(Stage.ENROLLED) && participant.arrives() < SyntheticParticipant.BASELINE);
    }

    /** Whoever it happens to has come so far that it can. */
    @ParameterizedTest
    @EnumSource(DataQualityCase.class)
    void whatIsPlantedHappensToSomebodyToWhomItCan(DataQualityCase planted) {
        SyntheticParticipant whom = cast.get(planted.place());
        int since = whom.arrives() - SyntheticParticipant.RANDOMISED;
        Map<String, Integer> days = Map.of("V2", 28 + planted.delay(), "V3", 56, "V4", 84);

        assertThat(whom.planted()).contains(planted);
        if (planted.event().startsWith("V")) {
            assertThat(whom.reaches(Stage.RANDOMISED)).isTrue();
            assertThat(since).isGreaterThan(days.getOrDefault(planted.event(), 0));
        } else {
            assertThat(whom.arrives()).isGreaterThan(SyntheticParticipant.BASELINE - 1);
        }
    }

    @Test
    void onlyTheRunInOfTheTwoWhoAreKeptOutIsAmiss() {
        assertThat(cast.stream()
                        .filter(participant -> participant.last() == Stage.RANDOMISED)
                        .flatMap(participant -> participant.planted().stream()))
                .doesNotContain(DataQualityCase.DQ11, DataQualityCase.DQ12);
    }
}
