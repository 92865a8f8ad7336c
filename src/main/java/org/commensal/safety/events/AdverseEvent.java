package org.commensal.safety.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Item;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.AdverseEvents;
import org.commensal.protocol.AdverseEvents.Part;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;

/**
 * One adverse event of a participant, read from the answers that stand by the version of the study that they were given
 * on.
 *
 * @param study that version
 * @param asked what its form asks
 * @param judgements the first first; the last counts
 * @param serious how it is followed up, if it was ever serious
 */
public record AdverseEvent(
        Participant participant,
        Study study,
        AdverseEvents asked,
        Response response,
        List<Judgement> judgements,
        Optional<SeriousEvent> serious) {

    private static final Set<String> FINAL = Set.of("recovered", "sequelae", "fatal");
    private static final Set<String> GRAVEST = Set.of("death", "life_threatening");
    private static final Text FUTURE = new Text(
            "This lies in the future. Check the day and the time.",
            "Dit ligt in de toekomst. Controleer de dag en de tijd.");
    private static final Text BEFORE_START = new Text(
            "This is before the event began. Check both days.",
            "Dit is vóór het begin van de klacht. Controleer beide dagen.");

    public AdverseEvent {
        judgements = List.copyOf(judgements);
    }

    /** The answers to an event of a study, where it is one that reports adverse events. */
    static Optional<AdverseEvent> of(
            Participant participant,
            Study study,
            Response response,
            List<Judgement> judgements,
            Optional<SeriousEvent> serious) {
        return study.conduct()
                .safety()
                .adverseEvents()
                .filter(asked -> asked.event().equals(response.event()))
                .map(asked -> new AdverseEvent(participant, study, asked, response, judgements, serious));
    }

    public ParticipantCode code() {
        return participant.code();
    }

    /** As addresses write it: {@code AE-2}. */
    public String id() {
        return response.task().replace('/', '-');
    }

    public String term() {
        return word(Part.TERM);
    }

    public String category() {
        return word(Part.CATEGORY);
    }

    /** What a choice says, in the words of its form; a dash where it was skipped. */
    public Text label(Part part) {
        String value = word(part);
        return asked.item(part).stream()
                .flatMap(code -> study.questionnaire(response.form()).items().stream()
                        .filter(item -> item.code().equals(code)))
                .flatMap(item -> item.options().stream())
                .filter(option -> option.value().equals(value))
                .map(Item.Option::label)
                .findFirst()
                .orElseGet(() -> Text.same(value.isEmpty() ? "–" : value));
    }

    public Optional<LocalDate> start() {
        return day(Part.START);
    }

    /** On which day it was over; empty while it goes on. */
    public Optional<LocalDate> end() {
        return day(Part.END);
    }

    public boolean isOngoing() {
        return value(Part.ONGOING).equals(new Value.Bool(true));
    }

    /** 1 to 5; 0 where nobody said. */
    public int grade() {
        return value(Part.GRADE) instanceof Value.Num grade ? grade.value().intValue() : 0;
    }

    public boolean isSerious() {
        return value(Part.SERIOUS).equals(new Value.Bool(true));
    }

    /** What makes it serious, by the codes of {@link Part#CRITERIA}. */
    public List<String> criteria() {
        return value(Part.CRITERIA) instanceof Value.Words criteria ? criteria.value() : List.of();
    }

    public String narrative() {
        return word(Part.NARRATIVE);
    }

    /** What was done with the intervention, as a code of the study; empty where nobody said. */
    public String action() {
        return word(Part.ACTION);
    }

    public String outcome() {
        return word(Part.OUTCOME);
    }

    public boolean isOutcomeFinal() {
        return FINAL.contains(outcome());
    }

    private boolean isFatalOrLifeThreatening() {
        return grade() == 5 || outcome().equals("fatal") || criteria().stream().anyMatch(GRAVEST::contains);
    }

    public Optional<Judgement> judgement() {
        return judgements.stream().reduce((earlier, later) -> later);
    }

    /** Whether it is judged by the answers that stand. */
    public boolean isJudged() {
        return judgement().filter(made -> made.response().equals(response.id())).isPresent();
    }

    public boolean isRelated() {
        return judgement().filter(made -> made.causality().isRelated()).isPresent();
    }

    /** The study day on which it began: 0 is the day of randomisation. */
    public Optional<Long> studyDay() {
        return start().flatMap(this::studyDay);
    }

    private Optional<Long> studyDay(LocalDate day) {
        return Optional.ofNullable(participant.milestones().get(Stage.RANDOMISED))
                .map(day0 -> ChronoUnit.DAYS.between(day0, day));
    }

    /** Until when the ethics committee is told, where the study says so and it must be. */
    public Optional<Instant> committeeDue() {
        boolean unexpected =
                isRelated() && judgement().filter(Judgement::expected).isEmpty();
        return asked.committee()
                .filter(days -> isSerious() && (isFatalOrLifeThreatening() || unexpected))
                .map(days -> isFatalOrLifeThreatening() ? days.fatalDays() : days.otherDays())
                .flatMap(days -> serious.map(SeriousEvent::aware).map(aware -> aware.plus(Duration.ofDays(days))));
    }

    /** When the site heard that it is serious, as the form says; a day without a time counts from its beginning. */
    Optional<Instant> aware() {
        LocalDate filledIn = response.filledIn().atZone(study.zone()).toLocalDate();
        Optional<LocalTime> time = Optional.of(word(Part.AWARE_TIME))
                .filter(written -> !written.isEmpty())
                .map(LocalTime::parse);
        Optional<LocalDate> day = day(Part.AWARE_DAY).or(() -> time.map(at -> filledIn));
        return day.map(
                on -> on.atTime(time.orElse(LocalTime.MIN)).atZone(study.zone()).toInstant());
    }

    /** What cannot be, each at its item: days after today, or before the event began. */
    List<Violation> faults(Instant now) {
        LocalDate today = now.atZone(study.zone()).toLocalDate();
        List<Violation> faults = new ArrayList<>();
        start().filter(day -> day.isAfter(today)).ifPresent(day -> faults.add(fault(Part.START, FUTURE)));
        end().filter(day -> day.isAfter(today)).ifPresent(day -> faults.add(fault(Part.END, FUTURE)));
        end().filter(this::isBeforeStart).ifPresent(day -> faults.add(fault(Part.END, BEFORE_START)));
        Optional<LocalDate> aware = aware().map(at -> at.atZone(study.zone()).toLocalDate());
        Part asWritten = day(Part.AWARE_DAY).isPresent() ? Part.AWARE_DAY : Part.AWARE_TIME;
        if (aware().filter(at -> at.isAfter(now)).isPresent()) {
            faults.add(fault(asWritten, FUTURE));
        } else if (aware.filter(this::isBeforeStart).isPresent()) {
            faults.add(fault(asWritten, BEFORE_START));
        }
        return faults;
    }

    private boolean isBeforeStart(LocalDate day) {
        return start().filter(day::isBefore).isPresent();
    }

    private Violation fault(Part part, Text why) {
        return new Violation("/answers/" + asked.item(part).orElse(""), why);
    }

    private Optional<LocalDate> day(Part part) {
        return value(part) instanceof Value.Day day ? Optional.of(day.value()) : Optional.empty();
    }

    private String word(Part part) {
        Value value = value(part);
        if (value instanceof Value.Num number) {
            return number.value().toPlainString();
        }
        return value instanceof Value.Word word ? word.value() : "";
    }

    private Value value(Part part) {
        return asked.item(part).map(code -> response.answers().get(code)).orElse(Value.Missing.UNKNOWN);
    }
}
