package org.commensal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.mail.Delivery.State;
import org.commensal.mail.MailServer.Undelivered;
import org.commensal.mail.Written.Later;
import org.commensal.mail.Written.Letter;
import org.commensal.mail.Written.Withheld;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Messages that wait to be sent, by all servers together, each once as far as SMTP allows.
 *
 * <p>A server that sends a message holds its row in the database meanwhile, and has written before that it is sending it.
 * Nobody else sends it as long as that server lives and is heard by the database. Where it ends in between, nobody can
 * know whether the mail server took the message: it is sent again, with the same Message-ID, by which mail programs and
 * servers find a copy.
 *
 * <p>Who appends a message has asked whether it may be, and recorded it; this class decides and records nothing.
 */
@ApplicationScoped
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());

    /** How long to wait after the first failure, the second and so on; the last holds for all that follow. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private static final int ID_CHARACTERS = 32;

    /** What came of an attempt to send the next message. */
    public enum Next {
        /** None waits. */
        NOTHING,
        /** It was sent or withheld, and the next may follow. */
        GO_ON,
        /** The mail server was not reached, so that the next would fare no better. */
        PAUSE
    }

    @Inject
    MailLedger ledger;

    @Inject
    MailServer server;

    @Inject
    SealingKey keys;

    @Inject
    InstantSource wall;

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    /** The message of this kind about this, always with the same ids. */
    public Message message(
            String kind, String study, String participant, String about, Instant planned, Instant usefulUntil) {
        String name = String.join("/", kind, study, participant, about);
        String id = keys.sign(Purpose.VAULT, "message/" + name).substring(0, ID_CHARACTERS);
        return new Message(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                kind,
                study,
                participant,
                about,
                "<" + id + "@" + URI.create(origin).getHost() + ">",
                planned,
                usefulUntil);
    }

    /**
     * Adds a message in the transaction of the act that it follows from.
     *
     * @param due when it may be sent at the earliest
     */
    @Transactional(TxType.MANDATORY)
    public void append(Message message, Instant due, UUID audit) {
        ledger.append(message, audit);
        ledger.step(
                message.id(),
                State.QUEUED,
                due.isAfter(message.planned()) && due.isAfter(wall.instant()) ? Reason.QUIET_HOURS : Reason.NONE,
                Optional.of(due));
        ledger.queue(message, due);
    }

    /** Whether something was decided of this message before; an amendment may have moved what it is about. */
    public boolean has(Message message) {
        return ledger.has(message.id());
    }

    /** Writes down that a message that was planned is not sent, and why. */
    @Transactional(TxType.MANDATORY)
    public void withhold(Message message, Reason reason, UUID audit) {
        ledger.append(message, audit);
        ledger.step(message.id(), State.WITHHELD, reason, Optional.empty());
    }

    /** What became of the messages of a kind to one participant, the latest planned first. */
    public List<Delivery> deliveries(String kind, String study, String participant) {
        return ledger.all(kind, study, participant);
    }

    /** What became of the messages of a kind in a study, of those planned since then. */
    public List<Delivery> since(String kind, String study, Instant since) {
        return ledger.since(kind, study, since);
    }

    /** The same, of those that the mail server did not take so far. */
    public List<Delivery> notTaken(String kind, String study, Instant since) {
        return ledger.notTaken(kind, study, since);
    }

    /** How many messages of a kind were sent or are to be sent to each participant of a study, by code. */
    public Map<String, Integer> totals(String kind, String study) {
        Map<String, Integer> totals = new HashMap<>();
        ledger.totals(kind, study).forEach(row -> totals.put((String) row[0], ((Number) row[1]).intValue()));
        return totals;
    }

    /**
     * Sends the next message of this kind that waits, if any, and keeps others from it meanwhile.
     *
     * @param write makes the letter, or says why there is none any more
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Next sendNext(String kind, MailServer.Connection connection, Function<Message, Written> write) {
        Instant now = wall.instant();
        Optional<Message> held = ledger.hold(kind, now);
        return held.map(message -> now.isBefore(message.usefulUntil())
                        ? send(message, connection, write)
                        : end(message, ledger.count(message.id(), State.FAILED) > 0, Reason.TOO_LATE))
                .orElse(Next.NOTHING);
    }

    /** One that cannot be written keeps no other from being sent. */
    private Next send(Message message, MailServer.Connection connection, Function<Message, Written> write) {
        Written written;
        try {
            written = write.apply(message);
        } catch (RuntimeException faulty) {
            LOG.log(Level.SEVERE, "message " + message.id() + " could not be written", faulty);
            return tryAgain(message, Reason.FAULTY);
        }
        return send(message, connection, written);
    }

    private Next send(Message message, MailServer.Connection connection, Written written) {
        if (written instanceof Withheld withheld) {
            return end(message, false, withheld.reason());
        }
        if (written instanceof Later later) {
            ledger.step(message.id(), State.QUEUED, later.reason(), Optional.of(later.at()));
            ledger.postpone(message.id(), later.at());
            return Next.GO_ON;
        }
        ledger.stepAtOnce(message.id(), State.SENDING);
        try {
            connection.send(message.messageId(), (Letter) written);
            ledger.step(message.id(), State.SENT, Reason.NONE, Optional.empty());
            ledger.takeOff(message.id());
            return Next.GO_ON;
        } catch (Undelivered failed) {
            LOG.log(Level.WARNING, "message {0}: {1}", new Object[] {message.id(), failed.getMessage()});
            return failed.reason() == Reason.REFUSED
                    ? end(message, true, Reason.REFUSED)
                    : tryAgain(message, failed.reason());
        }
    }

    private Next tryAgain(Message message, Reason reason) {
        int failures = ledger.count(message.id(), State.FAILED);
        Instant again = wall.instant().plus(PAUSES.get(Math.min(failures, PAUSES.size() - 1)));
        ledger.step(message.id(), State.FAILED, reason, Optional.of(again));
        ledger.postpone(message.id(), again);
        return reason == Reason.UNREACHABLE ? Next.PAUSE : Next.GO_ON;
    }

    private Next end(Message message, boolean tried, Reason reason) {
        ledger.step(message.id(), tried ? State.GIVEN_UP : State.WITHHELD, reason, Optional.empty());
        ledger.takeOff(message.id());
        return Next.GO_ON;
    }
}
