package org.commensal.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;

/** The people of the tests, always in the same roles. */
final class Cast {

    static final String STUDY = "migraine";
    static final String SITE = "lumc";
    static final String OTHER_SITE = "radboud";
    static final String PARTICIPANT = "LUM-0147-6";

    static final Actor CARLA_COORDINATOR = person("Carla", new Grant("coordinator", STUDY, SITE, "*"));
    static final Actor STAN_STATISTICIAN = person("Stan", new Grant("statistician", STUDY, "*", "*"));
    static final Actor ADA_ADMINISTRATOR = person("Ada", new Grant("administrator", "*", "*", "*"));
    static final Actor PIET_PARTICIPANT = person(PARTICIPANT, new Grant("participant", STUDY, SITE, PARTICIPANT));
    static final Actor NOOR_WITHOUT_ROLE = person("Noor");

    private Cast() {}

    static Actor person(String name, Grant... grants) {
        return new Actor(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name, List.of(grants));
    }

    static Actor inRole(Role role, String study, String site, String participant) {
        return person(role.code(), new Grant(role.code(), study, site, participant));
    }
}
