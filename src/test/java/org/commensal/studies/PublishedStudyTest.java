package org.commensal.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.studies.PublishedStudy.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedStudyTest {

    private static final Study STUDY = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));

    private static PublishedStudy in(State state) {
        return new PublishedStudy(STUDY, "0".repeat(64), state, Instant.EPOCH, Optional.empty(), Map.of());
    }

    @ParameterizedTest
    @EnumSource(names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void nobodyNewComesInUnlessItIsActive(State state) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> in(state).recruiting())
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_YET));
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED", "LOCKED"})
    void noAnswerIsTakenInBeforeActivationOrOnceLocked(State state) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> in(state).collecting());
    }

    @Test
    void whatWasNeverActivatedIsNotOpened() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> in(State.PUBLISHED).opened());
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTIVE", "PAUSED", "CLOSED"})
    void whoTakesPartGoesOnUntilTheDataAreLocked(State state) {
        assertThat(in(state).collecting()).isSameAs(STUDY);
    }

    @Test
    void anActiveStudyRecruitsAndALockedOneCanBeRead() {
        assertThat(in(State.ACTIVE).recruiting()).isSameAs(STUDY);
        assertThat(in(State.LOCKED).opened()).isSameAs(STUDY);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED, ''", "ACTIVE, PAUSED CLOSED", "PAUSED, ACTIVE CLOSED", "CLOSED, LOCKED", "LOCKED, ''"})
    void eachStateLeadsToTheseAlone(State from, String next) {
        assertThat(String.join(" ", from.next().stream().map(State::name).toList()))
                .isEqualTo(next);
    }
}
