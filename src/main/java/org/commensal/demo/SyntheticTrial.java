package org.commensal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.commensal.access.Invitations;
import org.commensal.access.Invite;
import org.commensal.access.Role;
import org.commensal.demo.SyntheticLife.Today;
import org.commensal.demo.SyntheticQuestionnaires.After;
import org.commensal.eligibility.RecordScreeningOutcome;
import org.commensal.enrolment.EnrolParticipant;
import org.commensal.enrolment.EnrolParticipant.Enrolled;
import org.commensal.enrolment.Identity;
import org.commensal.enrolment.RecordConsent;
import org.commensal.enrolment.RecordConsent.Consent;
import org.commensal.enrolment.ScreenParticipant;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Submission;
import org.commensal.questionnaires.SubmitResponse;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.randomisation.RandomiseParticipant;
import org.commensal.randomisation.RevealAllocation;
import org.commensal.reminders.PlanReminders;
import org.commensal.studies.StudyRegister;

/** Lives through the months of the synthetic participants, day by day, up to yesterday evening. */
@ApplicationScoped
public class SyntheticTrial {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalTime OFFICE = LocalTime.of(10, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final LocalTime LAST = LocalTime.of(20, 40);
    private static final int FIRST_DAY = 160;
    private static final String DIARY = "diary";

    /** So many days have reminders that were decided: more would only make the first start longer. */
    private static final int REMINDED_DAYS = 14;

    @Inject
    StudyRegister studies;

    @Inject
    ScreenParticipant screen;

    @Inject
    RecordConsent consent;

    @Inject
    EnrolParticipant enrol;

    @Inject
    Invite invite;

    @Inject
    Invitations invitations;

    @Inject
    Tasks tasks;

    @Inject
    SubmitResponse submit;

    @Inject
    RandomiseParticipant randomise;

    @Inject
    RecordScreeningOutcome outcome;

    @Inject
    RevealAllocation reveal;

    @Inject
    PlanReminders reminders;

    @Inject
    SyntheticIncidents incidents;

    @Inject
    InstantSource wallTime;

    private final Map<SyntheticParticipant, ParticipantCode> codes = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(20250901);
    private final Map<SyntheticParticipant, SyntheticLife> lives = new HashMap<>();
    private final Map<SyntheticParticipant, String> arms = new HashMap<>();

    /** Puts the clock of this thread at the morning on which the trial began. */
    void begin() {
        DemoClock.set(at(FIRST_DAY, OFFICE.minusHours(1)));
    }

    /** @param investigator who judges and signs what happens */
    void run(Actor investigator) {
        List<SyntheticParticipant> cast = SyntheticParticipant.cast();
        try {
            Study study = studies.opened(Demonstration.STUDY);
            cast.forEach(participant -> lives.put(
                    participant, SyntheticLife.of(study.questionnaire(DIARY), participant.planted(), random.split())));
            for (int daysAgo = FIRST_DAY; daysAgo > 0; daysAgo--) {
                for (SyntheticParticipant participant : cast) {
                    live(study, participant, daysAgo);
                }
                DemoClock.set(at(daysAgo, LAST));
                incidents.on(daysAgo, place -> code(cast.get(place)), investigator);
                if (daysAgo <= REMINDED_DAYS) {
                    DemoClock.set(at(daysAgo, EVENING.plusMinutes(15)));
                    reminders.plan(study.id());
                }
            }
        } finally {
            DemoClock.set(null);
        }
    }

    private void live(Study study, SyntheticParticipant participant, int daysAgo) {
        int day = participant.arrives() - daysAgo;
        if (day < 0) {
            return;
        }
        DemoClock.set(at(daysAgo, OFFICE));
        step(study, participant, day);
        if (day >= SyntheticParticipant.CONSENTS && participant.reaches(Stage.CONSENTED)) {
            fillIn(study, participant, FilledBy.STAFF, daysAgo);
            DemoClock.set(at(daysAgo, EVENING));
            fillIn(study, participant, FilledBy.PARTICIPANT, daysAgo);
        }
    }

    private void step(Study study, SyntheticParticipant participant, int day) {
        String id = study.id();
        Actor staff = Demonstration.actor();
        if (day == 0) {
            codes.put(participant, screen.screen(staff, id, participant.site()));
        } else if (day == SyntheticParticipant.CONSENTS && participant.reaches(Stage.CONSENTED)) {
            consent.record(staff, id, code(participant), signed(study));
        } else if (day == SyntheticParticipant.ENROLS && participant.reaches(Stage.ENROLLED)) {
            enrol(id, participant);
        } else if (day == SyntheticParticipant.RANDOMISED && participant.reaches(Stage.RANDOMISED)) {
            randomise.randomise(staff, id, code(participant), "demonstration-" + code(participant));
            arms.put(participant, told(study, participant));
        }
        participant.endsOn(day).ifPresent(why -> outcome.record(staff, id, code(participant), why, ""));
    }

    /** Their own arm, which the study tells to participants; it decides what they answer and is said nowhere. */
    private String told(Study study, SyntheticParticipant participant) {
        return reveal.reveal(self(study, participant), study.id(), code(participant))
                .code();
    }

    private Consent signed(Study study) {
        Map<String, Boolean> yes = new HashMap<>();
        study.consent().questions().forEach(question -> yes.put(question.code(), true));
        LocalDate today = LocalDate.ofInstant(new DemoClock().instant(), ZONE);
        return new Consent(study.consent().version(), Language.NL, today, yes);
    }

    private void enrol(String study, SyntheticParticipant participant) {
        ParticipantCode code = code(participant);
        Identity identity = new Identity(
                "Synthetic participant " + code.number(),
                "participant-" + code.value().toLowerCase(java.util.Locale.ROOT) + "@example.org",
                "",
                LocalDate.of(1970 + random.nextInt(30), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        Enrolled enrolled = enrol.enrol(Demonstration.actor(), study, code, identity, Language.NL);
        if (participant.site().equals(DemoAccount.DIARISTS)) {
            UUID person = enrolled.link().person();
            invitations.accept(invite.again(Demonstration.actor(), person).token(), DemoAccount.PASSWORD);
        }
    }

    private void fillIn(Study study, SyntheticParticipant participant, FilledBy by, int daysAgo) {
        ParticipantCode code = code(participant);
        SyntheticLife life = life(participant);
        Today today = today(participant, daysAgo);
        if (!life.isInTrial(today)) {
            return;
        }
        for (TaskState state : tasks.of(Demonstration.actor(), study.id(), code)) {
            Task task = state.task();
            if (task.by() == by && isDue(participant, state)) {
                life.answers(study, task, today)
                        .ifPresent(given -> submit.submit(
                                by == FilledBy.STAFF ? Demonstration.actor() : self(study, participant),
                                study.id(),
                                code,
                                submission(task, given)));
            }
        }
    }

    private Today today(SyntheticParticipant participant, int daysAgo) {
        int day = participant.arrives() - daysAgo;
        Optional<After> after = Optional.ofNullable(arms.get(participant))
                .map(arm -> new After(day - SyntheticParticipant.RANDOMISED, arm));
        return new Today(day - SyntheticParticipant.ENROLS, after);
    }

    /** A diary day on its evening, a form from the first day of its window to the last; later only where that is planted. */
    private static boolean isDue(SyntheticParticipant participant, TaskState state) {
        LocalDate today = LocalDate.ofInstant(new DemoClock().instant(), ZONE);
        Task task = state.task();
        Optional<DataQualityCase> planted = participant.planted().filter(of -> of.concerns(task.event(), task.form()));
        int delay = planted.map(DataQualityCase::delay).orElse(0);
        boolean open = state.state() == State.OPEN || delay > 0 && state.state() == State.LATE;
        return open
                && task.day()
                        .map(today::equals)
                        .orElse(!task.opens().plusDays(delay).isAfter(today));
    }

    private static Submission submission(Task task, Map<String, Object> given) {
        return new Submission(
                UUID.randomUUID(),
                task.key(),
                given,
                Language.NL,
                new DemoClock().instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Actor self(Study study, SyntheticParticipant participant, ParticipantCode code) {
        Grant own = new Grant(Role.PARTICIPANT.code(), study.id(), participant.site(), code.value());
        return new Actor(new UUID(1, code.number()), code.value(), List.of(own));
    }

    private Actor self(Study study, SyntheticParticipant participant) {
        return self(study, participant, code(participant));
    }

    private SyntheticLife life(SyntheticParticipant participant) {
        return java.util.Objects.requireNonNull(lives.get(participant));
    }

    private ParticipantCode code(SyntheticParticipant participant) {
        return java.util.Objects.requireNonNull(codes.get(participant));
    }

    private Instant at(int daysAgo, LocalTime time) {
        LocalDate today = LocalDate.ofInstant(wallTime.instant(), ZONE);
        return today.minusDays(daysAgo).atTime(time).atZone(ZONE).toInstant();
    }
}
