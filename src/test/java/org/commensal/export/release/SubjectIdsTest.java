package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commensal.kernel.ParticipantCode;
import org.junit.jupiter.api.Test;

/** An id tells nothing of the participant, and is the same whenever the same release is made. */
class SubjectIdsTest {

    private static final byte[] SEED = new byte[32];
    private static final List<String> CODES = IntStream.rangeClosed(1, 500)
            .mapToObj(number -> ParticipantCode.of("LEI", number).value())
            .toList();

    @Test
    void theSameSeedGivesTheSameIdsInWhateverOrderTheyAreAskedFor() {
        List<String> shuffled = new ArrayList<>(CODES);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(SubjectIds.of(SEED, shuffled)).isEqualTo(SubjectIds.of(SEED, CODES));
    }

    @Test
    void anotherSeedGivesOtherIds() {
        byte[] other = new byte[32];
        other[31] = 1;

        Set<String> ids = SubjectIds.of(SEED, CODES).keySet();
        assertThat(ids)
                .hasSize(500)
                .doesNotContainAnyElementsOf(SubjectIds.of(other, CODES).keySet());
    }

    @Test
    void theOrderOfTheIdsIsNotThatOfTheCodes() {
        Map<String, String> byId = SubjectIds.of(SEED, CODES);
        List<String> inOrderOfIds = new ArrayList<>(new TreeMap<>(byId).values());

        assertThat(inOrderOfIds).containsExactlyInAnyOrderElementsOf(CODES).isNotEqualTo(CODES);
        long following = IntStream.range(1, 500)
                .filter(i -> CODES.indexOf(inOrderOfIds.get(i)) == CODES.indexOf(inOrderOfIds.get(i - 1)) + 1)
                .count();
        assertThat(following).isLessThan(10);
    }

    @Test
    void theyHoldNoLetterThatIsTakenForAnother() {
        assertThat(SubjectIds.of(SEED, CODES).keySet()).allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{10}"));
    }
}
