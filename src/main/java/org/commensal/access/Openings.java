package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;

/** Everything that is open for somebody: sessions of browsers and tokens of programs. */
@ApplicationScoped
class Openings {

    @Inject
    SessionRegister browsers;

    @Inject
    TokenRegister programs;

    @Inject
    InstantSource wallTime;

    /** @param entry of the audit trail that says why they end */
    void end(Person person, UUID entry) {
        browsers.removeAllOf(person.id());
        programs.of(person.id(), wallTime.instant()).forEach(made -> programs.revoke(made.id(), entry));
    }
}
