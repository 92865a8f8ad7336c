package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.commensal.audit.Locks;

/** Begins the session of somebody whose PIN was right, unless their link was replaced while the PIN was checked. */
@ApplicationScoped
class BeginByLink {

    @Inject
    PersonalLinkLedger links;

    @Inject
    Sessions sessions;

    @Inject
    Locks locks;

    @Transactional
    public SignedIn begin(LinkToken token, Person person, String address, SessionLife life) {
        locks.hold("access/people");
        if (links.find(token.digest()).isEmpty()) {
            throw PersonalLinks.notGood();
        }
        return sessions.open(person, token.countedAs(), address, life);
    }
}
