package org.commensal.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.access.People;
import org.commensal.access.Permission;
import org.commensal.access.Person;
import org.commensal.access.Right;
import org.commensal.access.Role;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Somebody;
import org.commensal.unblinding.Unblinding.Whom;

/**
 * Asks that the arms of named participants be shown to named people. Nothing is shown until somebody else approves it;
 * the same key again is the same request.
 *
 * <p>Only somebody who may learn an arm in this study can be named: no role that must stay blinded.
 */
@ApplicationScoped
public class RequestUnblinding {

    private static final int MOST = 100;
    private static final Text INVALID = new Text(
            "The request cannot be accepted, so nothing was asked.",
            "Het verzoek klopt niet. Er is niets aangevraagd.");
    private static final Text SOME =
            new Text("Name 1 to 100 participants, each once.", "Noem 1 tot en met 100 deelnemers, elk één keer.");
    private static final Text NOT_RANDOMISED =
            new Text("%s has not been randomised.", "%s is nog niet gerandomiseerd.");
    private static final Text WHO = new Text("Name who is to be shown the arm.", "Kies wie de loting te zien krijgt.");
    private static final Text MUST_STAY_BLINDED = new Text(
            "This person may not learn an arm here. Name somebody whose role may.",
            "Deze persoon mag hier geen behandelgroep weten. Kies iemand met een rol die dat mag.");
    private static final Text KEY = new Text(
            "Send an Idempotency-Key of 8 to 200 characters, a new one for each request.",
            "Stuur een Idempotency-Key van 8 tot en met 200 tekens, een nieuwe voor elk verzoek.");
    private static final Text USED = new Text(
            "This idempotency key was used for another request. Send a new key.",
            "Deze idempotency key is al gebruikt voor een ander verzoek. Stuur een nieuwe.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    ParticipantRegister participants;

    @Inject
    People people;

    @Inject
    UnblindingLedger ledger;

    @Inject
    Clock clock;

    /**
     * @param codes of the participants whose arms are asked for
     * @param shownTo the accounts of those who are to be told
     */
    @Transactional
    public Unblinding request(
            Actor actor, String study, List<ParticipantCode> codes, List<UUID> shownTo, Grounds grounds, String key) {
        ActingAs as = permission.requireSomewhere(actor, Right.REQUEST_UNBLINDING, study);
        List<Participant> named = new ArrayList<>();
        new TreeSet<>(codes.stream().map(ParticipantCode::value).toList())
                .forEach(code -> named.add(
                        participants.find(actor, Right.REQUEST_UNBLINDING, study, new ParticipantCode(code))));
        if (key.length() < 8 || key.length() > 200) {
            throw new Refusal(Reason.INVALID, KEY, List.of(new Violation("/Idempotency-Key", KEY)));
        }
        grounds.refuseUnlessOf(Kind.PLANNED);
        List<Somebody> told = mayLearn(study, named).stream()
                .filter(person -> shownTo.contains(person.id()))
                .map(person -> new Somebody(person.id(), person.name()))
                .toList();
        refuseFaults(codes, named, shownTo, told);
        ledger.hold(study);
        Unblinding asked = new Unblinding(
                UUID.randomUUID(),
                study,
                Kind.PLANNED,
                grounds.category(),
                grounds.text(),
                new Somebody(actor.id(), actor.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                named.stream().map(each -> new Whom(each.code(), each.site())).toList(),
                told,
                Optional.empty(),
                Optional.empty());
        Optional<Unblinding> before = ledger.find(study, "request/" + key);
        return before.isPresent() ? replay(before.get(), asked) : append(as, asked, key);
    }

    /** The staff who may be shown the arms of participants of these sites. */
    public List<Person> mayLearn(Actor actor, String study, Set<String> sites) {
        permission.requireSomewhere(actor, Right.REQUEST_UNBLINDING, study);
        return mayLearn(study, sites);
    }

    private List<Person> mayLearn(String study, List<Participant> named) {
        return mayLearn(study, named.stream().map(Participant::site).collect(Collectors.toSet()));
    }

    private List<Person> mayLearn(String study, Set<String> sites) {
        return people.inStudy(study).stream()
                .filter(person -> permission.roles(person.actor(), study).stream()
                        .allMatch(role -> Role.of(role)
                                .filter(known -> !known.staysBlinded())
                                .isPresent()))
                .filter(person -> sites.stream()
                        .allMatch(site -> permission.allows(person.actor(), Right.REVEAL_ALLOCATION, study, site)))
                .toList();
    }

    private static void refuseFaults(
            List<ParticipantCode> codes, List<Participant> named, List<UUID> shownTo, List<Somebody> told) {
        List<Violation> faults = new ArrayList<>();
        if (named.isEmpty() || named.size() > MOST || named.size() < codes.size()) {
            faults.add(new Violation("/participants", SOME));
        }
        named.stream()
                .filter(participant -> !participant.reached(Stage.RANDOMISED))
                .forEach(participant ->
                        faults.add(new Violation("/participants", NOT_RANDOMISED.with(participant.code()))));
        if (shownTo.isEmpty()) {
            faults.add(new Violation("/shownTo", WHO));
        }
        if (told.size() < Set.copyOf(shownTo).size()) {
            faults.add(new Violation("/shownTo", MUST_STAY_BLINDED));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
    }

    private static Unblinding replay(Unblinding before, Unblinding asked) {
        boolean same = before.by().id().equals(asked.by().id())
                && before.participants().equals(asked.participants())
                && Set.copyOf(before.shownTo()).equals(Set.copyOf(asked.shownTo()))
                && before.category() == asked.category()
                && before.reason().equals(asked.reason());
        if (!same) {
            throw new Refusal(Reason.CONFLICT, USED);
        }
        return before;
    }

    private Unblinding append(ActingAs as, Unblinding asked, String key) {
        UUID entry = audit.record(
                as,
                "unblinding.requested",
                asked.id().toString(),
                asked.category().code(),
                Map.of(
                        "participants",
                        asked.participants().stream()
                                .map(whom -> whom.code().value())
                                .collect(Collectors.joining(", ")),
                        "shown-to",
                        asked.shownTo().stream()
                                .map(somebody -> somebody.id().toString())
                                .collect(Collectors.joining(", "))));
        ledger.append(asked, "request/" + key, entry);
        return asked;
    }
}
