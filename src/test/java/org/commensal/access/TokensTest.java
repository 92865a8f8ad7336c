package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.access.Cast.*;

import java.time.Instant;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void aTokenOfAnotherStudyLeavesNoRole() {
        assertThat(limited(CARLA_COORDINATOR, "probiotic").grants()).isEmpty();
    }

    @Test
    void aTokenOfOneStudyNarrowsARoleForTheWholeServer() {
        assertThat(limited(ADA_ADMINISTRATOR, STUDY).grants())
                .containsExactly(new Grant("administrator", STUDY, "*", "*"));
    }

    @Test
    void aTokenOfOneStudyNeverWidensARole() {
        assertThat(limited(PIET_PARTICIPANT, STUDY).grants()).isEqualTo(PIET_PARTICIPANT.grants());
    }

    @Test
    void aTokenWithoutLimitHasAllRoles() {
        assertThat(limited(ADA_ADMINISTRATOR, "*")).isEqualTo(ADA_ADMINISTRATOR);
    }

    @Test
    void aSecretIsShownByNothing() {
        String secret = Secrets.fresh();
        var token = new Tokens.Token(ADA_ADMINISTRATOR.id(), secret, Instant.EPOCH);

        assertThat(token.toString()).doesNotContain(secret);
        assertThat(secret).hasSize(43).isNotEqualTo(Secrets.fresh());
        assertThat(Secrets.digest(secret)).hasSize(64).isNotEqualTo(secret);
    }

    private static Actor limited(Actor actor, String study) {
        return Tokens.limited(new SignedInPerson(actor, Language.EN, Means.TOKEN, false), study)
                .actor();
    }
}
