package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.ParticipantCode;

/** Ends the account of a participant for good: the role is taken, and every session ends. */
@ApplicationScoped
public class CloseAccount {

    @Inject
    PeopleRegister people;

    @Inject
    SessionRegister sessions;

    @Inject
    AuditTrail audit;

    /**
     * Whoever was never invited has none to end.
     *
     * @param as the permission of the use case that asks for it
     */
    @Transactional
    public void ofParticipant(ActingAs as, ParticipantCode code) {
        people.called(SignInName.typed(code.value())).ifPresent(person -> {
            UUID entry = audit.record(as, "account.closed", code.value(), "", Map.of());
            person.held().keySet().forEach(grant -> people.revoke(grant, entry));
            sessions.removeAllOf(person.id());
        });
    }
}
