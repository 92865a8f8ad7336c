package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.access.Cast.*;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.Test;

class SessionLifeTest {

    @Test
    void staffAreSignedInForAWorkingDay() {
        assertThat(SessionLife.of(person(CARLA_COORDINATOR)).most()).isEqualTo(Duration.ofHours(12));
        assertThat(SessionLife.of(person(NOOR_WITHOUT_ROLE)).idle()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void participantsForAMonthOfDiary() {
        assertThat(SessionLife.of(person(PIET_PARTICIPANT)).most()).isEqualTo(Duration.ofDays(30));
        assertThat(SessionLife.of(person(PIET_PARTICIPANT)).idle()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void participantsOnTheirOwnPhoneForTheStudyAndNoBrowserKeepsLonger() {
        assertThat(SessionLife.onOwnPhone(Duration.ofDays(250)).most()).isEqualTo(Duration.ofDays(250));
        assertThat(SessionLife.onOwnPhone(Duration.ofDays(2000)).most()).isEqualTo(Duration.ofDays(400));
        assertThat(SessionLife.onOwnPhone(Duration.ofDays(-3)).most()).isEqualTo(Duration.ofDays(1));
        assertThat(SessionLife.onOwnPhone(Duration.ofDays(250)).idle()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void onASharedPhoneForAQuarterOfAnHour() {
        assertThat(SessionLife.ON_SHARED_PHONE.idle()).isEqualTo(Duration.ofMinutes(15));
        assertThat(SessionLife.ON_SHARED_PHONE.most()).isLessThanOrEqualTo(Duration.ofHours(12));
        assertThat(SessionLife.ON_SHARED_PHONE.phone()).isEqualTo(Phone.SHARED);
    }

    private static Person person(Actor actor) {
        Map<UUID, Grant> held = new LinkedHashMap<>();
        actor.grants().forEach(grant -> held.put(UUID.randomUUID(), grant));
        return new Person(actor.id(), actor.name(), actor.name(), Language.EN, held);
    }
}
