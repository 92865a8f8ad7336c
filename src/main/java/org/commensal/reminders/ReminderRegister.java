package org.commensal.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.mail.Delivery;
import org.commensal.mail.Delivery.State;
import org.commensal.mail.MailServer;
import org.commensal.mail.Outbox;
import org.commensal.mail.Reason;
import org.commensal.protocol.Reminders;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** What became of every reminder of a participant, what is planned, and why one was or will not be sent. */
@ApplicationScoped
public class ReminderRegister {

    /**
     * One reminder.
     *
     * @param rule its code
     * @param what code of the visit, or the diary day
     * @param moment when it was or is planned
     * @param state how far it came; empty where its moment is to come, or passed without anybody there
     * @param reason why it was not sent; of one to come, why it would not be sent as things are now
     * @param at when it came so far
     * @param again when it is tried next
     */
    public record Reminder(
            String rule,
            String what,
            Instant moment,
            Optional<State> state,
            Reason reason,
            Optional<Instant> at,
            Optional<Instant> again) {}

    /**
     * All of a participant.
     *
     * @param wanted whether the participant wants reminders
     * @param silence why this server sends nothing at all
     * @param reminders the latest moment first
     */
    public record All(boolean wanted, Optional<Reason> silence, List<Reminder> reminders) {}

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

    /** Every reminder, past and to come; empty where the study reminds nobody and never did. */
    public Optional<All> of(Actor actor, String id, ParticipantCode code) {
        Participant participant = participants.find(actor, Right.SEE_TASKS, id, code);
        PublishedStudy published = studies.at(id, participant.site());
        List<Delivery> deliveries = outbox.deliveries(ReminderLetters.KIND, id, code.value());
        Optional<Reminders> reminders = published.study().conduct().reminders();
        if (reminders.isEmpty() && deliveries.isEmpty()) {
            return Optional.empty();
        }
        List<Reminder> all = new ArrayList<>();
        deliveries.forEach(delivery -> all.add(of(delivery)));
        reminders.ifPresent(rules -> all.addAll(undecided(published, participant, rules, deliveries)));
        all.sort(Comparator.comparing(Reminder::moment).reversed().thenComparing(Reminder::rule));
        return Optional.of(new All(choices.wants(id, code), server.silence(), all));
    }

    /**
     * How many reminders of the last two days were tried and not taken, of participants that the actor may see, by the
     * newest reason.
     */
    public Map<Reason, Long> notTaken(Actor actor, String study) {
        Set<String> sites = participants.visible(actor, study);
        return outbox
                .notTaken(ReminderLetters.KIND, study, clock.instant().minus(Occasion.USEFUL.multipliedBy(2)))
                .stream()
                .filter(delivery -> isAt(sites, study, delivery.message().participant()))
                .collect(Collectors.groupingBy(Delivery::reason, TreeMap::new, Collectors.counting()));
    }

    private boolean isAt(Set<String> sites, String study, String code) {
        return sites.contains(Grant.EVERYWHERE)
                || sites.contains(
                        participants.find(study, new ParticipantCode(code)).site());
    }

    private static Reminder of(Delivery delivery) {
        String about = delivery.message().about();
        int slash = about.indexOf('/');
        return new Reminder(
                about.substring(0, slash),
                about.substring(slash + 1),
                delivery.message().planned(),
                Optional.of(delivery.state()),
                delivery.reason(),
                Optional.of(delivery.at()),
                delivery.again());
    }

    /** Those of which nothing is written yet: to come, or of a time when nobody was there to decide. */
    private List<Reminder> undecided(
            PublishedStudy published, Participant participant, Reminders rules, List<Delivery> deliveries) {
        Study study = published.study();
        Set<String> known =
                deliveries.stream().map(delivery -> delivery.message().about()).collect(Collectors.toSet());
        Instant now = clock.instant();
        Circumstances asTheyAre = circumstances(published, participant, deliveries);
        return Occasion.all(rules, study.schedule(), participant.anchors(), study.zone()).stream()
                .filter(occasion -> !known.contains(occasion.about()))
                .map(occasion -> new Reminder(
                        occasion.rule().code(),
                        occasion.what(),
                        occasion.moment(),
                        Optional.empty(),
                        occasion.moment().isAfter(now.minus(Occasion.USEFUL))
                                ? asTheyAre
                                        .judge(occasion, rules, study.zone(), later(occasion.moment(), now))
                                        .reason()
                                : Reason.MISSED,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** As they would be at the moment, if nothing changed until then. */
    private Circumstances circumstances(PublishedStudy published, Participant participant, List<Delivery> deliveries) {
        Study study = published.study();
        long sent = deliveries.stream()
                .filter(delivery -> delivery.state() != State.WITHHELD)
                .count();
        return new Circumstances(
                participants.since(study.id(), participant.code()).orElse(Instant.EPOCH),
                published.state().collects(),
                participant.reached(Stage.ENROLLED),
                choices.wants(study.id(), participant.code()),
                PlanReminders.silence(participant, server),
                PlanReminders.done(tasks.of(published, participant)),
                Map.of(),
                (int) sent);
    }
}
