package org.commensal.access;

import static org.commensal.kernel.Actor.Grant.EVERYWHERE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * The one gate before every act: whether somebody holds a right at a place.
 *
 * <p>A place is a study, a site and a participant; {@code *} asks for all of them, which only somebody holds who was
 * granted all of them. What is not held is refused and the refusal is audited. Somebody without any role at a place
 * is told that there is no such place.
 */
@ApplicationScoped
public class Permission {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    /** The one answer for what is not there and for what is not theirs to know of, so that the two look alike. */
    public static final Text NOT_FOUND = new Text(
            "There is nothing here with that name. Check the address, or ask an administrator for access.",
            "Er is hier niets met die naam. Controleer het adres of vraag een beheerder om toegang.");

    private static final Text NOT_ALLOWED = new Text(
            "Your role does not allow this: %s. Ask an administrator if you need it.",
            "Met uw rol mag dit niet: %s. Vraag het een beheerder als u het nodig hebt.");

    private static final Actor SERVER = new Actor(new UUID(0, 0), "server", List.of());

    @Inject
    AuditTrail audit;

    /** For an act that belongs to no study. */
    public ActingAs require(Actor actor, Right right) {
        return require(actor, right, EVERYWHERE);
    }

    /** For an act on a whole study. */
    public ActingAs require(Actor actor, Right right, String study) {
        return require(actor, right, study, EVERYWHERE);
    }

    /** For an act on a whole site, or on a participant that is not there yet. */
    public ActingAs require(Actor actor, Right right, String study, String site) {
        return require(actor, right, study, site, EVERYWHERE);
    }

    /**
     * Returns the role in which the actor may do this here.
     *
     * @throws Refusal {@code NOT_FOUND} where the actor has no role at this place, {@code NOT_ALLOWED} where none of
     *     those roles holds the right
     */
    public ActingAs require(Actor actor, Right right, String study, String site, String participant) {
        return holding(actor, right, study, site, participant)
                .map(grant -> new ActingAs(actor, grant.role(), study, site))
                .orElseThrow(() -> refuse(actor, right, new Grant("", study, site, participant)));
    }

    /** For a list that is cut down to {@link #sites}: the right at any site of the study is enough. */
    public ActingAs requireSomewhere(Actor actor, Right right, String study) {
        return grants(actor, right)
                .filter(inStudy(study))
                .findFirst()
                .map(grant -> new ActingAs(actor, grant.role(), study, grant.site()))
                .orElseThrow(() -> refuse(actor, right, new Grant("", study, EVERYWHERE, EVERYWHERE)));
    }

    /**
     * What the protocol of a study asks of the server itself, at its time and without anybody: the server holds no right,
     * and acts for nobody who lacks one.
     */
    public ActingAs itself(String study) {
        return new ActingAs(SERVER, "server", study, EVERYWHERE);
    }

    /** Whether the actor may do this at a whole site; asks without recording anything. */
    public boolean allows(Actor actor, Right right, String study, String site) {
        return holding(actor, right, study, site, EVERYWHERE).isPresent();
    }

    /** Whether the actor may do this in any study at all, or at any place of this one. */
    public boolean allowsSomewhere(Actor actor, Right right, String study) {
        return grants(actor, right).anyMatch(inStudy(study));
    }

    /** The sites of a study where the actor holds a right; {@code *} among them where it is all sites. */
    public Set<String> sites(Actor actor, Right right, String study) {
        return grants(actor, right)
                .filter(inStudy(study))
                .filter(grant -> grant.participant().equals(EVERYWHERE))
                .map(Grant::site)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The codes of the roles that the actor has in a study, at whatever site. */
    public Set<String> roles(Actor actor, String study) {
        return actor.grants().stream().filter(inStudy(study)).map(Grant::role).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Grant> holding(Actor actor, Right right, String study, String site, String participant) {
        Predicate<Grant> here = right.heldAnywhere() ? inStudy(study) : grant -> grant.covers(study, site, participant);
        return grants(actor, right).filter(here).findFirst();
    }

    private static Stream<Grant> grants(Actor actor, Right right) {
        return actor.grants().stream()
                .filter(grant ->
                        Role.of(grant.role()).filter(role -> role.holds(right)).isPresent());
    }

    private static Predicate<Grant> inStudy(String study) {
        return grant -> meet(grant.study(), study);
    }

    private Refusal refuse(Actor actor, Right right, Grant place) {
        String study = CODE.matcher(place.study()).matches() ? place.study() : EVERYWHERE;
        String site = CODE.matcher(place.site()).matches() ? place.site() : EVERYWHERE;
        boolean known = place.study().equals(EVERYWHERE) || touches(actor.grants(), place);
        Reason reason = known ? Reason.NOT_ALLOWED : Reason.NOT_FOUND;
        audit.recordRefusal(
                new ActingAs(actor, rolesAt(actor, place), study, site), "access.refused", right.code(), reason.name());
        return new Refusal(reason, known ? NOT_ALLOWED.with(RightWords.of(right)) : NOT_FOUND);
    }

    private static boolean touches(Collection<Grant> grants, Grant place) {
        return grants.stream().anyMatch(touching(place));
    }

    private static String rolesAt(Actor actor, Grant place) {
        return actor.grants().stream()
                .filter(touching(place))
                .map(Grant::role)
                .findFirst()
                .orElse("none");
    }

    /** Whether a role is held at the place, at a part of it or at more than it. */
    private static Predicate<Grant> touching(Grant place) {
        return grant -> meet(grant.study(), place.study())
                && meet(grant.site(), place.site())
                && meet(grant.participant(), place.participant());
    }

    private static boolean meet(String held, String asked) {
        return held.equals(EVERYWHERE) || asked.equals(EVERYWHERE) || held.equals(asked);
    }
}
