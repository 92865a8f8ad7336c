package org.commensal.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.kernel.ActingAs;
import org.commensal.mail.Delivery;
import org.commensal.mail.MailServer;
import org.commensal.mail.Message;
import org.commensal.mail.Outbox;
import org.commensal.mail.Reason;
import org.commensal.protocol.Reminders;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.reminders.Circumstances.Judgement;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.StudyRegister;

/**
 * Decides of every reminder whose moment has come, once: it goes into the outbox, or is withheld for a reason that is
 * kept. Servers take turns; one entry of the audit trail tells how many were decided.
 */
@ApplicationScoped
public class PlanReminders {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    Tasks tasks;

    @Inject
    ReminderLedger choices;

    @Inject
    Outbox outbox;

    @Inject
    MailServer server;

    @Inject
    Clock clock;

    /** A reminder whose moment has come, and of whom. */
    private record Due(Participant participant, PublishedStudy published, Reminders reminders, Occasion occasion) {}

    /** Every study that was opened. In a transaction, since a timer has no other hold on the database. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<String> studies() {
        return studies.ids().stream()
                .filter(study -> studies.inForce(study).state() != State.PUBLISHED)
                .toList();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void plan(String study) {
        ActingAs as = permission.itself(study);
        locks.hold("reminders/" + study);
        Instant now = clock.instant();
        List<Delivery> lately = outbox.since(ReminderLetters.KIND, study, now.minus(Occasion.USEFUL.multipliedBy(2)));
        Map<Participant, List<Due>> due = due(study, lately, now);
        if (!due.isEmpty()) {
            UUID entry = audit.record(as, "reminders.decided", study, "", Map.of("reminders", count(due)));
            decide(study, due, lately, now, entry);
        }
    }

    private static String count(Map<Participant, List<Due>> due) {
        return Integer.toString(due.values().stream().mapToInt(List::size).sum());
    }

    /** By participant, in the order of their moments. */
    private Map<Participant, List<Due>> due(String study, List<Delivery> lately, Instant now) {
        Set<String> known = lately.stream()
                .map(delivery ->
                        key(delivery.message().participant(), delivery.message().about()))
                .collect(Collectors.toSet());
        Map<String, PublishedStudy> sites = new HashMap<>();
        Map<Participant, List<Due>> due = new HashMap<>();
        for (Participant participant : participants.everybody(study)) {
            PublishedStudy published = sites.computeIfAbsent(participant.site(), site -> studies.at(study, site));
            published.study().conduct().reminders().stream()
                    .flatMap(reminders -> occasions(participant, published, reminders, now).stream())
                    .filter(one -> isDue(one.occasion(), now))
                    .filter(one -> !known.contains(
                            key(participant.code().value(), one.occasion().about())))
                    .filter(one -> !outbox.has(message(one)))
                    .forEach(one -> due.computeIfAbsent(participant, first -> new ArrayList<>())
                            .add(one));
        }
        return due;
    }

    private static List<Due> occasions(
            Participant participant, PublishedStudy published, Reminders reminders, Instant now) {
        return Occasion.about(
                        now,
                        reminders,
                        published.study().schedule(),
                        participant.anchors(),
                        published.study().zone())
                .stream()
                .map(occasion -> new Due(participant, published, reminders, occasion))
                .toList();
    }

    private static boolean isDue(Occasion occasion, Instant now) {
        return !occasion.moment().isAfter(now) && occasion.moment().isAfter(now.minus(Occasion.USEFUL));
    }

    private static String key(String participant, String about) {
        return participant + "/" + about;
    }

    private void decide(String study, Map<Participant, List<Due>> due, List<Delivery> lately, Instant now, UUID entry) {
        Sent sent = Sent.of(lately, outbox.totals(ReminderLetters.KIND, study));
        Set<String> unwilling = choices.unwilling(study);
        var since = participants.since(study);
        tasks.each(study, List.copyOf(due.keySet())).forEach((participant, states) -> {
            String code = participant.code().value();
            List<Due> own = due.getOrDefault(participant, List.of());
            PublishedStudy published = own.get(0).published();
            Circumstances all = new Circumstances(
                    Optional.ofNullable(since.get(participant.code())).orElse(now),
                    published.state().collects(),
                    participant.reached(Stage.ENROLLED),
                    !unwilling.contains(code),
                    silence(participant, server),
                    done(states),
                    sent.aDay(code, published.study().zone()),
                    sent.total(code));
            decide(own, all, now, entry);
        });
    }

    private void decide(List<Due> due, Circumstances before, Instant now, UUID entry) {
        Circumstances circumstances = before;
        for (Due one : due) {
            Occasion occasion = one.occasion();
            ZoneId zone = one.published().study().zone();
            Message message = message(one);
            Judgement judgement = circumstances.judge(occasion, one.reminders(), zone, now);
            if (judgement.isSent()) {
                outbox.append(message, judgement.at(), entry);
                circumstances = circumstances.after(occasion, zone);
            } else {
                outbox.withhold(message, judgement.reason(), entry);
            }
        }
    }

    private Message message(Due due) {
        return outbox.message(
                ReminderLetters.KIND,
                due.published().study().id(),
                due.participant().code().value(),
                due.occasion().about(),
                due.occasion().moment(),
                due.occasion().until());
    }

    /** Why nothing at all is sent to this participant. */
    static Optional<Reason> silence(Participant participant, MailServer server) {
        return participant.withdrawn().containsKey(Part.FOLLOW_UP) ? Optional.of(Reason.STOPPED) : server.silence();
    }

    static Set<String> done(List<TaskState> states) {
        return states.stream()
                .filter(state -> state.state() == Tasks.State.DONE)
                .map(state -> state.task().key())
                .collect(Collectors.toSet());
    }
}
