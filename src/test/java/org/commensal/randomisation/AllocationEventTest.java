package org.commensal.randomisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.instrument.Expression;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study.FactorRule;
import org.commensal.randomisation.AllocationEvent.History;
import org.commensal.randomisation.AllocationEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be recorded of an allocation, and what it says afterwards. */
class AllocationEventTest {

    private static final FactorRule SEX = new FactorRule("sex", Text.same("sex"), List.of(level("f"), level("m")));

    private static FactorRule.Level level(String code) {
        return new FactorRule.Level(code, Text.same(code), Expression.parse("sex == 1"));
    }

    @ParameterizedTest(name = "{0} {1}={2} because \"{3}\": {4}")
    @CsvSource({
        "STRATUM_CORRECTED, '', '', typed wrongly, /level",
        "STRATUM_CORRECTED, sex, x, typed wrongly, /level",
        "STRATUM_CORRECTED, age, f, typed wrongly, /level",
        "STRATUM_CORRECTED, sex, f, '', /reason",
        "RANDOMISED_IN_ERROR, sex, f, not eligible, /level",
        "RANDOMISED_IN_ERROR, '', '', '', /reason",
        "WITHDRAWN_BEFORE_START, '', f, moved, /level",
        "STRATUM_CORRECTED, sex, f, typed wrongly, ",
        "RANDOMISED_IN_ERROR, '', '', not eligible, ",
        "WITHDRAWN_BEFORE_START, '', '', moved, "
    })
    void whatMayBeRecorded(Kind kind, String factor, String level, String reason, String pointer) {
        AllocationEvent event = event(kind, factor, level, reason);
        if (pointer == null) {
            RecordAllocationEvent.refuseFaults(List.of(SEX), event);
        } else {
            assertThatThrownBy(() -> RecordAllocationEvent.refuseFaults(List.of(SEX), event))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                            .extracting(Refusal.Violation::pointer)
                            .containsExactly(pointer));
        }
    }

    @Test
    void theLevelThatWasUsedStaysBesideTheLatestCorrection() {
        History history = History.of(
                "1",
                Way.RANDOMISED,
                Map.of("sex", "f", "site", "north"),
                List.of(
                        event(Kind.STRATUM_CORRECTED, "sex", "m", "typed wrongly"),
                        event(Kind.RANDOMISED_IN_ERROR, "", "", "not eligible"),
                        event(Kind.STRATUM_CORRECTED, "sex", "f", "it was right")));

        assertThat(history.randomised()).containsEntry("sex", "f").containsEntry("site", "north");
        assertThat(history.corrected()).containsExactly(Map.entry("sex", "f"));
        assertThat(history.level("site")).isEqualTo("north");
        assertThat(Optional.of(history.events().size())).contains(3);
    }

    private static AllocationEvent event(Kind kind, String factor, String level, String reason) {
        return new AllocationEvent(kind, factor, level, reason, "Sanne", Instant.parse("2026-11-25T00:00:00Z"));
    }
}
