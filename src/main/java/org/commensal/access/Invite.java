package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/** Makes an account and an invitation to choose its password, which is good once and for fourteen days. */
@ApplicationScoped
public class Invite {

    static final Duration LIFE = Duration.ofDays(14);

    private static final int LONGEST_NAME = 200;
    private static final Text INVALID =
            new Text("This person cannot be invited.", "Deze persoon kan niet worden uitgenodigd.");
    private static final Text NAME = new Text(
            "Write the name as others should see it, in 1 to 200 characters.",
            "Schrijf de naam zoals anderen die zien, in 1 tot 200 tekens.");
    private static final Text NO_GRANTS =
            new Text("Give this person at least one role.", "Geef deze persoon minstens één rol.");
    private static final Text TAKEN = new Text(
            "Somebody has the sign-in name \"%s\" already. Choose another.",
            "De inlognaam \"%s\" is al in gebruik. Kies een andere.");

    @Inject
    PeopleRegister people;

    @Inject
    InvitationLedger invitations;

    @Inject
    PersonalLinks links;

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    InstantSource wallTime;

    /** Invites staff. The actor must be allowed to manage people wherever a role is given. */
    @Transactional
    public Invitation invite(Actor actor, Invitee invitee) {
        ActingAs as = permission.requireSomewhere(actor, Right.MANAGE_PEOPLE, Grant.EVERYWHERE);
        locks.hold("access/people");
        SignInName signIn = SignInName.typed(invitee.signIn());
        check(signIn, invitee);
        for (Grant grant : invitee.grants()) {
            permission.require(actor, Right.MANAGE_PEOPLE, grant.study(), grant.site());
        }
        UUID person = UUID.randomUUID();
        return invitation(person, add(as, person, signIn, invitee));
    }

    /**
     * Makes the account of a participant, whose sign-in name is the participant code, and issues their personal link.
     *
     * @param as the permission to enrol, at the study and site of the participant
     */
    @Transactional
    public PersonalLink participant(ActingAs as, ParticipantCode code, Language language) {
        locks.hold("access/people");
        SignInName signIn = SignInName.typed(code.value());
        if (people.has(signIn)) {
            throw new Refusal(Reason.CONFLICT, TAKEN.with(code));
        }
        Grant own = new Grant(Role.PARTICIPANT.code(), as.study(), as.site(), code.value());
        Invitee invitee = new Invitee(code.value(), code.value(), language, List.of(own));
        return links.issue(code, add(as, UUID.randomUUID(), signIn, invitee));
    }

    /** Invites somebody again, who lost the password or let the invitation expire. Earlier invitations end. */
    @Transactional
    public Invitation again(Actor actor, UUID person) {
        ActingAs as = permission.requireSomewhere(actor, Right.MANAGE_PEOPLE, Grant.EVERYWHERE);
        Person found = people.find(person).orElseThrow(People::notFound);
        for (Grant grant : found.held().values()) {
            permission.require(actor, Right.MANAGE_PEOPLE, grant.study(), grant.site(), grant.participant());
        }
        UUID entry = audit.record(as, "person.invited-again", person.toString(), "", Map.of());
        return invitation(person, entry);
    }

    private UUID add(ActingAs as, UUID person, SignInName signIn, Invitee invitee) {
        UUID entry = audit.record(as, "person.invited", person.toString(), "", changes(invitee.grants()));
        people.add(person, signIn, invitee.name().strip(), invitee.language(), entry);
        invitee.grants().forEach(grant -> people.addGrant(person, grant, entry));
        return entry;
    }

    private Invitation invitation(UUID person, UUID entry) {
        Instant expires = wallTime.instant().plus(LIFE);
        String token = Secrets.fresh();
        invitations.add(Secrets.digest(token), person, expires, entry);
        return new Invitation(person, token, expires);
    }

    private void check(SignInName signIn, Invitee invitee) {
        List<Violation> faults = nameFaults(signIn, invitee.name());
        if (invitee.grants().isEmpty()) {
            faults.add(new Violation("/grants", NO_GRANTS));
        }
        faults.addAll(GrantRules.faults(invitee.grants(), List.of()));
        if (faults.isEmpty() && people.has(signIn)) {
            faults.add(new Violation("/signIn", TAKEN.with(signIn.value())));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
    }

    static List<Violation> nameFaults(SignInName signIn, String name) {
        List<Violation> faults = new ArrayList<>();
        if (!signIn.mayBeGiven()) {
            faults.add(new Violation("/signIn", SignInName.FORM));
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.add(new Violation("/name", NAME));
        }
        return faults;
    }

    static Map<String, String> changes(List<Grant> grants) {
        Map<String, String> changes = new HashMap<>();
        for (int i = 0; i < grants.size(); i++) {
            changes.put(String.format(Locale.ROOT, "grant-%d", i + 1), words(grants.get(i)));
        }
        return changes;
    }

    /** As the audit trail writes a grant: role, study, site and participant. */
    static String words(Grant grant) {
        return String.join(" ", grant.role(), grant.study(), grant.site(), grant.participant());
    }
}
