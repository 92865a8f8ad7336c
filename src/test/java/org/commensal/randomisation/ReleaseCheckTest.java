package org.commensal.randomisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.leakage.Finding;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;
import org.commensal.randomisation.ReleaseCheck.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an acceptance lets pass, and what it does not. */
class ReleaseCheckTest {

    private static final Finding DROP_OUT = found(Rule.ASSOCIATION, "rows of visit 5", 0.4, 0.005);

    @ParameterizedTest(name = "{0} {1} of {2} (p = {3}): {4}")
    @CsvSource({
        "ASSOCIATION, rows of visit 5, 0.40, 0.0050, true",
        "ASSOCIATION, rows of visit 5, 0.30, 0.0090, true",
        "ASSOCIATION, rows of visit 5, 0.44, 0.0050, true",
        "ASSOCIATION, rows of visit 5, 0.46, 0.0050, false",
        "ASSOCIATION, rows of visit 5, 0.40, 0.0005, false",
        "ASSOCIATION, rows of visit 6, 0.40, 0.0050, false",
        "ONE_ARM,     rows of visit 5, 0.40, 0.0050, false"
    })
    void theSameFindingNoStrongerPasses(Rule rule, String feature, double statistic, double p, boolean passes) {
        Found accepted = new Found(80, 90, List.of(DROP_OUT));

        assertThat(new Found(82, 90, List.of(found(rule, feature, statistic, p))).passes(List.of(accepted)))
                .isEqualTo(passes);
    }

    @Test
    void everyFindingMustBeAccepted() {
        Finding another = found(Rule.TOGETHER, "", 0.7, 0.01);
        Found both = new Found(80, 90, List.of(DROP_OUT, another));
        Found one = new Found(80, 90, List.of(DROP_OUT));

        assertThat(both.passes(List.of())).isFalse();
        assertThat(both.passes(List.of(one))).isFalse();
        assertThat(both.passes(List.of(one, new Found(70, 90, List.of(another)))))
                .isTrue();
    }

    @Test
    void whatIsOnlyWorthALookNeedsNoAcceptanceAndGivesNone() {
        Finding look = new Finding(Grade.REVIEW, Rule.ASSOCIATION, "rows of visit 5", 0.4, 0.005);
        Found reviewed = new Found(80, 90, List.of(look));

        assertThat(reviewed.passes(List.of())).isTrue();
        assertThat(new Found(80, 90, List.of(DROP_OUT)).passes(List.of(reviewed)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"WORDS", "KIT_NUMBER"})
    void whatNamesAnArmIsNeverAccepted(Rule rule) {
        Found found = new Found(80, 90, List.of(DROP_OUT, found(rule, "visits.label", 1, 1)));

        assertThat(check(found, false).isAcceptable()).isFalse();
        assertThat(found.passes(List.of(found))).isFalse();
        assertThat(check(new Found(80, 90, List.of(DROP_OUT)), false).isAcceptable())
                .isTrue();
    }

    @Test
    void whatPassedHasNothingToAccept() {
        assertThat(check(new Found(80, 90, List.of(DROP_OUT)), true).isAcceptable())
                .isFalse();
    }

    private static ReleaseCheck check(Found found, boolean passed) {
        return new ReleaseCheck(UUID.randomUUID(), 1, Instant.EPOCH, "Noor", false, passed, found, Optional.empty());
    }

    private static Finding found(Rule rule, String feature, double statistic, double p) {
        return new Finding(Grade.BLOCK, rule, feature, statistic, p);
    }
}
