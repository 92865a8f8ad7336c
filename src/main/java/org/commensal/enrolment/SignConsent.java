package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.AskAgain;
import org.commensal.access.People;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.ConsentLedger.Names;
import org.commensal.enrolment.RecordConsent.Consent;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * A participant signs the consent document on a screen: the first time in the presence of staff, who sign with their
 * password that they obtained it; a later version on their own, signed in as themselves.
 */
@ApplicationScoped
public class SignConsent {

    private static final int LONGEST_NAME = 120;

    private static final Text READ = new Text(
            "Read the information to its end, and say that you did.",
            "Lees de informatie tot het einde, en geef aan dat u dat deed.");
    private static final Text NAME = new Text(
            "Type your first and last name, at most 120 characters.",
            "Typ uw voor- en achternaam, hoogstens 120 tekens.");
    private static final Text CHOOSE = new Text("Choose an answer.", "Kies een antwoord.");
    private static final Text FIRST = new Text(
            "The first consent is signed with the study team.",
            "De eerste toestemming tekent u samen met het studieteam.");
    private static final Text STOPPED = new Text(
            "%s stopped with the use of the data. Nothing is signed any more.",
            "%s is gestopt met het gebruik van de gegevens. Er wordt niets meer getekend.");

    /**
     * What was filled in on the screen.
     *
     * @param read that the document was read to its end
     * @param comprehension the chosen answer to each question about the document, by code
     * @param tries how often the form was sent, this time included
     * @param name as the participant typed it
     */
    public record Signing(
            String documentVersion,
            Language language,
            boolean read,
            Map<String, Boolean> answers,
            Map<String, String> comprehension,
            int tries,
            String name) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger ledger;

    @Inject
    ConsentLedger consents;

    @Inject
    People people;

    @Inject
    Clock clock;

    /** Signs in the presence of staff. */
    @Transactional
    public SignedConsent atSite(
            Actor staff, String studyId, ParticipantCode code, Signing signing, AskAgain.Proof proof) {
        proof.of(staff);
        Participant participant = hold(studyId, code);
        ActingAs as = permission.require(staff, Right.RECORD_CONSENT, studyId, participant.site());
        return sign(as, studyId, participant, signing, people.nameOf(staff));
    }

    /** Signs a later version, as the participant who is signed in. */
    @Transactional
    public SignedConsent alone(Actor participantSignedIn, String studyId, ParticipantCode code, Signing signing) {
        Participant participant = hold(studyId, code);
        ActingAs as =
                permission.require(participantSignedIn, Right.SIGN_CONSENT, studyId, participant.site(), code.value());
        if (!participant.reached(Stage.CONSENTED)) {
            throw new Refusal(Refusal.Reason.NOT_YET, FIRST);
        }
        return sign(as, studyId, participant, signing, "");
    }

    private Participant hold(String study, ParticipantCode code) {
        ledger.hold(study, code);
        Participant participant = participants.find(study, code);
        if (participant.withdrawn().containsKey(Withdrawal.Part.USE_OF_DATA)) {
            throw new Refusal(Refusal.Reason.CONFLICT, STOPPED.with(code));
        }
        return participant;
    }

    private SignedConsent sign(
            ActingAs as, String studyId, Participant participant, Signing signing, String obtainedBy) {
        ParticipantCode code = participant.code();
        Study study = RecordConsent.begun(studies.at(studyId, participant.site()), participant);
        RecordConsent.refuseTwice(consents.of(studyId, code), code, signing.documentVersion());
        LocalDate today = LocalDate.now(clock.withZone(study.zone()));
        Consent consent = new Consent(signing.documentVersion(), signing.language(), today, signing.answers());
        ConsentRules.refuse(Stream.of(
                        ConsentRules.faults(study, participant, consent, today).stream(),
                        misunderstood(study, signing),
                        unsigned(signing))
                .flatMap(faults -> faults)
                .toList());
        boolean first = !participant.reached(Stage.CONSENTED);
        UUID entry = audit.record(
                as,
                RecordConsent.action(first),
                code.value(),
                "",
                Map.of("document", consent.documentVersion(), "way", "screen"));
        if (first) {
            ledger.reach(studyId, code, Stage.CONSENTED, today, entry);
        }
        Names names = new Names(signing.name(), obtainedBy);
        return consents.append(studyId, code, consent, clock.instant(), signing.tries(), names, entry);
    }

    private static Stream<Violation> misunderstood(Study study, Signing signing) {
        return study.consent().comprehension().stream()
                .filter(question ->
                        !question.right().equals(signing.comprehension().get(question.code())))
                .map(question -> new Violation(
                        "/comprehension/" + question.code(),
                        signing.comprehension().containsKey(question.code()) ? question.explanation() : CHOOSE));
    }

    private static Stream<Violation> unsigned(Signing signing) {
        List<Violation> faults = new ArrayList<>();
        if (!signing.read()) {
            faults.add(new Violation("/read", READ));
        }
        if (signing.name().isBlank() || signing.name().length() > LONGEST_NAME) {
            faults.add(new Violation("/name", NAME));
        }
        return faults.stream();
    }

    /** Whether the site works with a document that this participant has not signed yet. */
    static Optional<String> due(Study study, Participant participant, List<SignedConsent> signed) {
        String version = study.consent().version();
        boolean takesPart =
                participant.reached(Stage.CONSENTED) && participant.withdrawn().isEmpty();
        boolean isSigned =
                signed.stream().anyMatch(consent -> consent.documentVersion().equals(version));
        return takesPart && !isSigned ? Optional.of(version) : Optional.empty();
    }
}
