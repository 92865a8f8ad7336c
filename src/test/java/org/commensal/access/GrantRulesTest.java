package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantRulesTest {

    @ParameterizedTest
    @CsvSource({
        "boss,        migraine, lumc, *,          /grants/0/role",
        "participant, migraine, lumc, *,          /grants/0/role",
        "coordinator, '',       lumc, *,          /grants/0/study",
        "coordinator, migraine, 'l u', *,         /grants/0/site",
        "coordinator, migraine, lumc, LUM-0147-6, /grants/0/participant",
    })
    void refusesWhatIsNoRoleOrPlace(String role, String study, String site, String participant, String pointer) {
        assertThat(GrantRules.faults(List.of(new Grant(role, study, site, participant)), List.of()))
                .extracting(Violation::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "statistician, migraine, coordinator, migraine, true",
        "coordinator, migraine, monitor, *, true",
        "administrator, *, safety-board, migraine, true",
        "statistician, migraine, coordinator, probiotic, false",
        "statistician, migraine, data-manager, migraine, false",
        "coordinator, migraine, investigator, migraine, false",
    })
    void whoStaysBlindedGetsNoRoleThatIsNot(
            String given, String study, String held, String heldStudy, boolean refused) {
        List<Grant> grants = List.of(new Grant(given, study, "*", "*"));

        assertThat(GrantRules.faults(grants, List.of(new Grant(held, heldStudy, "*", "*"))))
                .hasSize(refused ? 1 : 0);
        assertThat(GrantRules.faults(List.of(new Grant(held, heldStudy, "*", "*")), grants))
                .hasSize(refused ? 1 : 0);
    }

    @Test
    void rolesGivenTogetherMustFitEachOther() {
        assertThat(GrantRules.faults(
                        List.of(new Grant("coordinator", "a", "*", "*"), new Grant("auditor", "*", "*", "*")),
                        List.of()))
                .extracting(Violation::pointer)
                .containsExactly("/grants/1/role");
    }
}
