package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.commensal.access.Cast.*;

import java.util.ArrayList;
import java.util.List;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {

    private final List<String> refused = new ArrayList<>();
    private final Permission permission = new Permission();

    PermissionTest() {
        permission.audit = new AuditTrail() {
            @Override
            public void recordRefusal(ActingAs as, String action, String subject, String reason) {
                refused.add(String.join(" ", action, subject, reason, as.role(), as.study(), as.site()));
            }
        };
    }

    @ParameterizedTest(name = "a coordinator of {0} at {1} / {2} / {3}: {4}")
    @CsvSource({
        "migraine, lumc, migraine, lumc,    ",
        "migraine, lumc, migraine, radboud, NOT_FOUND",
        "migraine, lumc, migraine, *,       NOT_ALLOWED",
        "migraine, lumc, probiotic, lumc,   NOT_FOUND",
        "migraine, lumc, *, *,              NOT_ALLOWED",
        "migraine, *,    migraine, radboud, ",
        "migraine, *,    migraine, *,       ",
        "migraine, *,    probiotic, *,      NOT_FOUND",
        "*,        *,    probiotic, lumc,   ",
        "*,        lumc, probiotic, lumc,   ",
        "*,        lumc, probiotic, utrecht, NOT_FOUND",
    })
    void aRightHoldsWhereItsRoleWasGranted(String study, String site, String there, String thereSite, Reason refusal) {
        Actor actor = inRole(Role.COORDINATOR, study, site, "*");

        if (refusal == null) {
            ActingAs as = permission.require(actor, Right.RANDOMISE, there, thereSite);
            assertThat(as).isEqualTo(new ActingAs(actor, "coordinator", there, thereSite));
            assertThat(refused).isEmpty();
        } else {
            assertThat(refusal(actor, Right.RANDOMISE, there, thereSite, "*")).isEqualTo(refusal);
            assertThat(refused).singleElement().asString().startsWith("access.refused randomise " + refusal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleHasItsRightsAtItsPlaceAndNoOthers(Right right) {
        for (Role role : Role.values()) {
            Actor actor = inRole(role, STUDY, SITE, "*");

            assertThat(permission.allows(actor, right, STUDY, SITE)).isEqualTo(role.holds(right));
            assertThat(permission.allows(actor, right, STUDY, OTHER_SITE)).isEqualTo(right == Right.SEE_STUDY);
            assertThat(permission.allows(actor, right, "other-study", SITE)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMIT_OWN_RESPONSE, LUM-0147-6, ",
        "SUBMIT_OWN_RESPONSE, LUM-0148-4, NOT_FOUND",
        "SUBMIT_OWN_RESPONSE, *,          NOT_ALLOWED",
        "SEE_TASKS,           LUM-0148-4, NOT_FOUND",
        "SEE_PARTICIPANTS,    *,          NOT_ALLOWED",
        "SEE_IDENTITY,        LUM-0147-6, NOT_ALLOWED",
    })
    void aParticipantActsForNobodyElse(Right right, String participant, Reason refusal) {
        if (refusal == null) {
            assertThat(permission
                            .require(PIET_PARTICIPANT, right, STUDY, SITE, participant)
                            .role())
                    .isEqualTo("participant");
        } else {
            assertThat(refusal(PIET_PARTICIPANT, right, STUDY, SITE, participant))
                    .isEqualTo(refusal);
        }
    }

    @Test
    void whoHasNoRoleIsToldThatThereIsNothing() {
        assertThat(refusal(NOOR_WITHOUT_ROLE, Right.SEE_STUDY, STUDY, "*", "*")).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(NOOR_WITHOUT_ROLE, Right.MANAGE_PEOPLE, "*", "*", "*"))
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refused)
                .containsExactly(
                        "access.refused see-study NOT_FOUND none migraine *",
                        "access.refused manage-people NOT_ALLOWED none * *");
    }

    @Test
    void theRefusalOfANameThatIsNoCodeKeepsTheNameOutOfTheAudit() {
        assertThat(refusal(CARLA_COORDINATOR, Right.SEE_STUDY, "Jan Jansen, 3 mei", "x".repeat(500), "*"))
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refused).containsExactly("access.refused see-study NOT_FOUND none * *");
    }

    @Test
    void everybodyInAStudyMaySeeWhatItIs() {
        assertThat(permission.require(CARLA_COORDINATOR, Right.SEE_STUDY, STUDY).role())
                .isEqualTo("coordinator");
        assertThat(permission.require(PIET_PARTICIPANT, Right.SEE_STUDY, STUDY).role())
                .isEqualTo("participant");
        assertThat(permission.require(ADA_ADMINISTRATOR, Right.SEE_STUDY, STUDY).role())
                .isEqualTo("administrator");
    }

    @Test
    void twoRolesEachActAtTheirOwnSite() {
        Actor both = person(
                "Bo", new Grant("coordinator", STUDY, SITE, "*"), new Grant("investigator", STUDY, OTHER_SITE, "*"));

        assertThat(permission.sites(both, Right.SEE_PARTICIPANTS, STUDY)).containsOnly(SITE, OTHER_SITE);
        assertThat(permission.sites(both, Right.RANDOMISE, STUDY)).containsOnly(SITE);
        assertThat(permission
                        .require(both, Right.SEE_IDENTITY, STUDY, OTHER_SITE)
                        .role())
                .isEqualTo("investigator");
        assertThat(refusal(both, Right.RANDOMISE, STUDY, OTHER_SITE, "*")).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void listsAreOfTheSitesWhereTheRightHolds() {
        assertThat(permission.sites(CARLA_COORDINATOR, Right.SEE_PARTICIPANTS, STUDY))
                .containsExactly(SITE);
        assertThat(permission.sites(PIET_PARTICIPANT, Right.SEE_TASKS, STUDY)).isEmpty();
        assertThat(permission.sites(STAN_STATISTICIAN, Right.SEE_PARTICIPANTS, STUDY))
                .isEmpty();
        assertThat(permission
                        .requireSomewhere(CARLA_COORDINATOR, Right.SEE_PARTICIPANTS, STUDY)
                        .site())
                .isEqualTo(SITE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> permission.requireSomewhere(STAN_STATISTICIAN, Right.SEE_PARTICIPANTS, STUDY))
                .extracting(Refusal::reason)
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalSaysTheRightInWords(Right right) {
        Text words = RightWords.of(right);

        assertThat(words.en()).doesNotContain("-").isNotEqualTo(words.nl());
    }

    @Test
    void aRefusalIsReadInBothLanguages() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> permission.require(STAN_STATISTICIAN, Right.SEE_IDENTITY, STUDY))
                .extracting(Refusal::text)
                .isEqualTo(new Text(
                        "Your role does not allow this: see who a participant is. Ask an administrator if you need it.",
                        "Met uw rol mag dit niet: zien wie een deelnemer is. Vraag het een beheerder als u het nodig"
                                + " hebt."));
    }

    private Reason refusal(Actor actor, Right right, String study, String site, String participant) {
        try {
            permission.require(actor, right, study, site, participant);
        } catch (Refusal refusal) {
            return refusal.reason();
        }
        throw new AssertionError(actor.name() + " was allowed to " + right);
    }
}
