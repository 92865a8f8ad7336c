package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.commensal.access.Person;
import org.commensal.access.PersonalLinks;
import org.commensal.access.PersonalLinks.Held;
import org.commensal.access.Phone;
import org.commensal.access.SignedIn;
import org.commensal.access.SignedInPerson;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Lets a participant in by personal link and PIN, as long as the study takes answers in.
 *
 * <p>On a phone of their own they stay in for as long as they can be asked anything.
 */
@ApplicationScoped
public class AdmitParticipant {

    /** How long after the last planned day a participant stays signed in: visits shift, and events are reported. */
    private static final int DAYS_AFTER = 60;

    private static final Text ENDED = new Text(
            "The study has ended, so nothing has to be filled in any more. You do not need this link now. Thank you for"
                    + " taking part.",
            "De studie is afgelopen. U hoeft niets meer in te vullen en hebt deze link niet meer nodig. Dank u wel voor"
                    + " het meedoen.");

    /** What stands behind a link, as far as somebody may know who has nothing but the link. */
    public enum Door {
        /** No PIN was chosen yet. */
        CHOOSE,
        ENTER,
        /** Too many wrong PINs: another link is needed. */
        BLOCKED,
        /** The study takes no answers any more. */
        ENDED,
        /** There is no such link, or no longer. */
        GONE
    }

    @Inject
    PersonalLinks links;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    Clock clock;

    /** Looks at a link; changes nothing. */
    public Door door(String token) {
        return links.find(token).map(this::door).orElse(Door.GONE);
    }

    /** Whose link it is, so that they are addressed in their language; nobody else is told. */
    public Optional<Person> owner(String token) {
        return links.find(token).map(Held::person);
    }

    private Door door(Held held) {
        if (!study(held).state().collects()) {
            return Door.ENDED;
        }
        if (held.isBlocked()) {
            return Door.BLOCKED;
        }
        return held.hasPin() ? Door.ENTER : Door.CHOOSE;
    }

    /** Whether this is the token of a link that is good. */
    public boolean isLink(String token) {
        return links.find(token).isPresent();
    }

    /** Chooses the PIN of a link, once. */
    public void choosePin(String token, String pin) {
        requireOpen(token);
        links.choosePin(token, pin);
    }

    /** Chooses another PIN, by whoever knows the one before. */
    public void changePin(String token, String old, String wanted, String address) {
        requireOpen(token);
        links.changePin(token, old, wanted, address);
    }

    /** Begins a session, on the participant's own phone or on one that others use too. */
    public SignedIn enter(String token, String pin, String address, Phone phone) {
        requireOpen(token);
        return links.signIn(
                token, pin, address, phone, links.find(token).map(this::left).orElse(Duration.ZERO));
    }

    /** Recognises a participant for one request, such as to make a token for a program. */
    public SignedInPerson recognise(String token, String pin, String address) {
        requireOpen(token);
        return links.recognise(token, pin, address);
    }

    private void requireOpen(String token) {
        if (door(token) == Door.ENDED) {
            throw new Refusal(Reason.NOT_YET, ENDED);
        }
    }

    /** From now until nothing is planned any more. */
    private Duration left(Held held) {
        Study study = study(held).study();
        Participant participant =
                participants.find(study.id(), ParticipantCode.parse(own(held).participant()));
        LocalDate today = LocalDate.now(clock.withZone(study.zone()));
        LocalDate last = study.schedule().lastDay(participant.anchors(), today);
        return Duration.ofDays(ChronoUnit.DAYS.between(today, last) + DAYS_AFTER);
    }

    private PublishedStudy study(Held held) {
        Grant own = own(held);
        return studies.at(own.study(), own.site());
    }

    private static Grant own(Held held) {
        return held.person().held().values().iterator().next();
    }
}
