package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    PUBLISH_STUDY         | administrator
                    ACTIVATE_STUDY        | administrator
                    MANAGE_PEOPLE         | administrator
                    SCREEN                | coordinator
                    RECORD_CONSENT        | coordinator
                    ENROL                 | coordinator
                    RANDOMISE             | coordinator
                    SUBMIT_STAFF_RESPONSE | coordinator
                    CORRECT_RESPONSE      | coordinator
                    RESOLVE_DIFFERENCE    | coordinator data-manager
                    FREEZE_DATA           | data-manager
                    VERIFY_SOURCE         | monitor
                    SIGN_DATA             | investigator
                    HANDLE_ALERT          | coordinator investigator
                    RAISE_QUERY           | data-manager monitor
                    ANSWER_QUERY          | coordinator investigator
                    SEE_DEVIATIONS        | coordinator data-manager investigator monitor
                    RECORD_DEVIATION      | coordinator investigator monitor
                    CONFIRM_DEVIATION     | data-manager investigator
                    SEE_MISSING_DATA      | coordinator data-manager investigator monitor statistician
                    SEE_ADVERSE_EVENTS    | coordinator custodian data-manager investigator monitor safety-board
                    JUDGE_ADVERSE_EVENT   | investigator
                    SEE_IDENTITY          | coordinator investigator
                    SEE_PARTICIPANTS      | coordinator data-manager investigator monitor
                    SEE_ELIGIBILITY       | coordinator data-manager investigator monitor
                    SEE_RESPONSES         | coordinator data-manager investigator monitor
                    SEE_TASKS             | coordinator data-manager investigator monitor participant
                    SUBMIT_OWN_RESPONSE   | participant
                    SEE_OWN_DIARY         | participant
                    REVEAL_ALLOCATION     | coordinator custodian investigator participant safety-board
                    BREAK_CODE            | investigator
                    REVIEW_CODE_BREAK     | custodian investigator safety-board
                    REQUEST_UNBLINDING    | custodian investigator safety-board
                    APPROVE_UNBLINDING    | custodian safety-board
                    RECORD_ALLOCATION_EVENT | coordinator investigator
                    SEE_UNBLINDINGS       | coordinator custodian investigator monitor safety-board
                    SEE_KITS              | coordinator custodian data-manager investigator monitor
                    HANDLE_KITS           | coordinator
                    MANAGE_KITS           | custodian
                    SEE_RELEASES          | custodian data-manager monitor safety-board statistician
                    RELEASE               | statistician
                    APPROVE_RELEASE       | data-manager monitor statistician
                    APPROVE_MASKED_ARMS   | custodian
                    DOWNLOAD_RELEASE      | statistician
                    SEE_RELEASE_CHECKS    | custodian safety-board
                    ACCEPT_RELEASE_CHECK  | custodian
                    READ_AUDIT            | auditor
                    """)
    void onlyTheseRolesHoldTheRight(Right right, String roles) {
        Set<String> holders = Stream.of(Role.values())
                .filter(role -> role.holds(right))
                .map(Role::code)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(holders).containsExactlyElementsOf(Arrays.asList(roles.split(" ")));
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleMayKnowItsStudyAndIsFoundByItsCode(Role role) {
        assertThat(role.holds(Right.SEE_STUDY)).isTrue();
        assertThat(Role.of(role.code())).contains(role);
    }

    @Test
    void thereIsNoOtherRole() {
        assertThat(Role.of("boss")).isEmpty();
        assertThat(Role.of("COORDINATOR")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATISTICIAN", "DATA_MANAGER", "MONITOR", "ADMINISTRATOR", "AUDITOR"})
    void theBlindedSeeNoArmAndNoIdentity(Role role) {
        assertThat(role.staysBlinded()).isTrue();
        assertThat(role.rights()).doesNotContain(Right.REVEAL_ALLOCATION, Right.SEE_IDENTITY, Right.MANAGE_KITS);
    }
}
