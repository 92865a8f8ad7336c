package org.commensal.web.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.questionnaires.AnswersJson;
import org.commensal.questionnaires.Drafts;
import org.commensal.questionnaires.Submission;
import org.commensal.questionnaires.SubmitResponse;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Form;

/** A form being filled in question by question: a draft until the last question, then a submission. */
@ApplicationScoped
public class Filling {

    private static final Pattern EVENT = Pattern.compile("[^/]+/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Text NO_TASK = new Text(
            "There is nothing to fill in at this address. Go to today's list.",
            "Op dit adres is niets in te vullen. Ga naar de lijst van vandaag.");
    private static final Text ANSWER =
            new Text("Give an answer before you go on.", "Geef een antwoord voordat u verdergaat.");
    private static final Text ANSWER_OR_REFUSE = new Text(
            "Give an answer, or say that you would rather not.",
            "Geef een antwoord, of zeg dat u dat liever niet doet.");
    private static final Text ANSWER_OR_SKIP =
            new Text("Give an answer, or skip this question.", "Geef een antwoord of sla deze vraag over.");

    @Inject
    DiaryOwner owners;

    @Inject
    Drafts drafts;

    @Inject
    SubmitResponse submit;

    @Inject
    Clock clock;

    /**
     * A form with the answers so far, on the version of the study that it was begun on.
     *
     * @param task of an event, its key ends in the id that the response will have, so that sending it twice stores it once
     * @param confirmed the codes of those unusual answers that were confirmed
     */
    public record Sheet(
            Task task, String version, Questionnaire questionnaire, Map<String, Object> given, Set<String> confirmed) {

        Submission submission(Language language, Instant now, ZoneId zone) {
            Optional<UUID> report = report(task.key());
            return new Submission(
                    report.orElseGet(UUID::randomUUID),
                    report.isPresent() ? task.event() : task.key(),
                    Optional.of(version),
                    given,
                    confirmed,
                    language,
                    now,
                    Optional.empty(),
                    Optional.of(zone),
                    Optional.empty());
        }

        private List<Item> asked() {
            return questionnaire.asked(given);
        }

        /** The question to show: the one named, else the first without an answer, else the last. */
        public Item at(Optional<String> code) {
            List<Item> asked = asked();
            return asked.stream()
                    .filter(item -> code.filter(item.code()::equals).isPresent())
                    .findFirst()
                    .or(() -> asked.stream()
                            .filter(item -> !given.containsKey(item.code()))
                            .findFirst())
                    .orElseGet(() -> asked.get(asked.size() - 1));
        }

        /** This sheet with what was sent for one question: nothing, where it was skipped. */
        public Sheet with(Item item, Form form) {
            Map<String, Object> answers = new HashMap<>(given);
            answers.put(item.code(), form.ticked("_skip") ? null : Questions.sent(item, form));
            Set<String> sure = new TreeSet<>(confirmed);
            sure.remove(item.code());
            if (Questions.isConfirmed(item, form)) {
                sure.add(item.code());
            }
            return new Sheet(task, version, questionnaire, answers, sure);
        }

        /** What is wrong with the answer to a question, which may be left open only where it says so. */
        public Optional<Text> fault(Item item, boolean skipped) {
            boolean empty = given.get(item.code()) == null;
            if (empty && (item.required() || !skipped)) {
                return Optional.of(open(item));
            }
            return questionnaire.fault(item, given.get(item.code())).or(() -> doubt(item));
        }

        private Optional<Text> doubt(Item item) {
            return confirmed.contains(item.code()) ? Optional.empty() : UsualLimits.doubt(item, given.get(item.code()));
        }

        /** The first answer that is unusual and was not confirmed, as where the limits are younger than the answer. */
        private Optional<Item> doubted() {
            return asked().stream().filter(item -> doubt(item).isPresent()).findFirst();
        }

        public Optional<Item> before(Item item) {
            List<Item> asked = asked();
            int index = asked.indexOf(item);
            return index < 1 ? Optional.empty() : Optional.of(asked.get(index - 1));
        }

        public Optional<Item> after(Item item) {
            List<Item> asked = asked();
            int index = asked.indexOf(item);
            return index + 1 < asked.size() ? Optional.of(asked.get(index + 1)) : Optional.empty();
        }

        /** Whether no later question can follow, whatever the answer. */
        public boolean isLast(Item item) {
            List<Item> all = questions();
            boolean opensAnother = all.subList(all.indexOf(item) + 1, all.size()).stream()
                    .anyMatch(later -> later.askIf()
                            .filter(condition -> condition.names().contains(item.code()))
                            .isPresent());
            return after(item).isEmpty() && !opensAnother;
        }

        public int position(Item item) {
            return questions().indexOf(item) + 1;
        }

        public int total() {
            return questions().size();
        }

        private List<Item> questions() {
            return questionnaire.items().stream()
                    .filter(item -> ItemTypes.of(item).isAsked())
                    .toList();
        }
    }

    /** What is said of a question that was left open. */
    static Text open(Item item) {
        return item.required() ? ANSWER : item.mayRefuse() ? ANSWER_OR_REFUSE : ANSWER_OR_SKIP;
    }

    /** The task of this address, if it is this participant's and can be filled in or was. */
    public TaskState task(DiaryOwner.Owner owner, String key) {
        return owners.find(owner, key)
                .filter(state -> state.task().by() == FilledBy.PARTICIPANT)
                .filter(state -> switch (state.state()) {
                    case OPEN, LATE, DONE -> true;
                    case UPCOMING, CLOSED -> false;
                })
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, NO_TASK));
    }

    /** The id that the response to this task will have, where it is an event on its way. */
    static Optional<UUID> report(String key) {
        return Optional.of(key).filter(EVENT.asMatchPredicate()).map(event -> UUID.fromString(event.split("/")[1]));
    }

    /** The form of a task, on the version of the study that it was begun on. */
    public Sheet open(DiaryOwner.Owner owner, TaskState state) {
        Map<String, Object> given = new HashMap<>(drafts.read(
                owner.actor(), owner.study().id(), owner.code(), state.task().key()));
        Set<String> confirmed = given.remove(AnswersJson.CONFIRMED) instanceof List<?> codes
                ? codes.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
        return new Sheet(state.task(), state.study().version(), state.form(), given, confirmed);
    }

    /** Keeps an answer and gives the next question; after the last one the form is handed in, and there is none. */
    public Optional<Item> keep(DiaryOwner.Owner owner, Sheet sheet, Item item, Language language) {
        String study = owner.study().id();
        Optional<Item> next = sheet.after(item).or(sheet::doubted);
        Map<String, Object> draft = new HashMap<>(sheet.given());
        if (!sheet.confirmed().isEmpty()) {
            draft.put(AnswersJson.CONFIRMED, List.copyOf(sheet.confirmed()));
        }
        drafts.save(owner.actor(), study, owner.code(), sheet.task().key(), sheet.version(), draft);
        if (next.isEmpty()) {
            submit.submit(
                    owner.actor(), study, owner.code(), sheet.submission(language, clock.instant(), owner.zone()));
        }
        return next;
    }
}
