package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.commensal.kernel.Text;

/** The staff of the trials and their roles: who there is, and giving and taking roles. */
@ApplicationScoped
public class People {

    private static final Text NOT_FOUND = new Text(
            "There is no such person or role. Look it up in the list of people.",
            "Deze persoon of rol is er niet. Zoek het op in de lijst met personen.");
    private static final Text INVALID = new Text("This role cannot be given.", "Deze rol kan niet worden gegeven.");
    private static final Text LAST = new Text(
            "This is the last administrator of the server. Make somebody else an administrator first.",
            "Dit is de laatste beheerder van de server. Maak eerst iemand anders beheerder.");

    @Inject
    PeopleRegister people;

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    Event<RoleGiven> given;

    /** The staff that the actor may manage, in the order of their sign-in names. */
    public List<Person> list(Actor actor) {
        permission.requireSomewhere(actor, Right.MANAGE_PEOPLE, Grant.EVERYWHERE);
        return people.all().stream()
                .filter(person -> !person.isParticipant())
                .filter(person -> person.held().isEmpty() || manages(actor, person))
                .toList();
    }

    /** The staff of a study, for a use case that has checked its own right. */
    public List<Person> inStudy(String study) {
        return people.staff(study).stream()
                .filter(person -> !permission.roles(person.actor(), study).isEmpty())
                .toList();
    }

    /** The name of somebody who is signed in, as others see it. */
    public String nameOf(Actor actor) {
        return people.find(actor.id()).map(Person::name).orElse("");
    }

    /** The language that a participant reads, for a use case that has checked its own right. */
    public Optional<Language> language(ParticipantCode code) {
        return people.language(SignInName.typed(code.value()));
    }

    private boolean manages(Actor actor, Person person) {
        return person.held().values().stream()
                .anyMatch(grant -> permission.allows(actor, Right.MANAGE_PEOPLE, grant.study(), grant.site()));
    }

    /** Gives one more role; returns the id of the grant. */
    @Transactional
    public UUID give(Actor actor, UUID person, Grant grant) {
        ActingAs as = permission.require(actor, Right.MANAGE_PEOPLE, grant.study(), grant.site());
        locks.hold("access/people");
        Person found =
                people.find(person).filter(other -> !other.isParticipant()).orElseThrow(People::notFound);
        var faults = GrantRules.faults(List.of(grant), found.held().values());
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
        Role.of(grant.role()).ifPresent(role -> given.fire(new RoleGiven(person, role, grant)));
        UUID entry = audit.record(as, "role.granted", person.toString(), "", Map.of("grant", Invite.words(grant)));
        return people.addGrant(person, grant, entry);
    }

    /** Takes a role away, from the next request on. */
    @Transactional
    public void revoke(Actor actor, UUID person, UUID id) {
        locks.hold("access/people");
        Grant grant = people.find(person)
                .flatMap(found -> Optional.ofNullable(found.held().get(id)))
                .orElseThrow(People::notFound);
        ActingAs as = permission.require(actor, Right.MANAGE_PEOPLE, grant.study(), grant.site(), grant.participant());
        boolean ofServer =
                grant.role().equals(Role.ADMINISTRATOR.code()) && grant.study().equals(Grant.EVERYWHERE);
        if (ofServer && people.holders(Role.ADMINISTRATOR) == 1) {
            throw new Refusal(Reason.CONFLICT, LAST);
        }
        UUID entry = audit.record(as, "role.revoked", person.toString(), "", Map.of("grant", Invite.words(grant)));
        people.revoke(id, entry);
    }

    static Refusal notFound() {
        return new Refusal(Reason.NOT_FOUND, NOT_FOUND);
    }
}
