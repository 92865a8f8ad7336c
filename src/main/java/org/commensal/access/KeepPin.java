package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/** Keeps the PIN that was chosen for a link: the first one, whoever else chooses at the same moment. */
@ApplicationScoped
class KeepPin {

    private static final Text CHOSEN = new Text(
            "A PIN was chosen for this link before. Type that PIN. If it was not you who chose it, tell your site.",
            "Voor deze link is al een pincode gekozen. Typ die pincode. Hebt u die niet zelf gekozen? Meld dat bij uw centrum.");

    @Inject
    PersonalLinkLedger links;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    Openings openings;

    /** @throws Refusal {@code CONFLICT} where one was chosen, {@code NOT_FOUND} where the link was replaced meanwhile */
    @Transactional
    public void keep(LinkToken token, Person person, String verifier) {
        locks.hold("access/people");
        PersonalLinkLedger.Row link = links.find(token.digest()).orElseThrow(PersonalLinks::notGood);
        if (link.verifier().isPresent()) {
            throw chosen();
        }
        UUID entry = audit.record(
                OwnAccount.of(person.actor()), "person.pin-chosen", person.id().toString(), "", Map.of());
        links.addPin(token.digest(), verifier, entry);
    }

    /** Keeps another one in place of it. @throws Refusal {@code NOT_FOUND} where the link was replaced meanwhile */
    @Transactional
    public void change(LinkToken token, Person person, String verifier) {
        locks.hold("access/people");
        if (links.find(token.digest()).isEmpty()) {
            throw PersonalLinks.notGood();
        }
        UUID entry = audit.record(
                OwnAccount.of(person.actor()), "person.pin-changed", person.id().toString(), "", Map.of());
        links.changePin(token.digest(), verifier, entry);
        openings.end(person, entry);
    }

    static Refusal chosen() {
        return new Refusal(Reason.CONFLICT, CHOSEN);
    }
}
