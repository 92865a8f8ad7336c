package org.commensal.export.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.export.release.AmendedForm.Variable;
import org.commensal.instrument.Definitions;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Questionnaire.Score;
import org.commensal.leakage.Feature.Kind;
import org.commensal.protocol.AdverseEvents;
import org.commensal.protocol.Medicines;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Study;

/**
 * What a difference between arms in a column would mean, as the protocol has it.
 *
 * <p>An {@link Kind#OUTCOME} is every score, every outcome of the analysis plan with what it is computed from, everything
 * about adverse events and medicines, when somebody stopped, and whatever is asked or computed because of one of these.
 * Every other answer is a {@link Kind#MARKER}, and so is one to a question that names an arm in full. What is no answer is
 * {@link Kind#STRUCTURE}: who has a row of a form that is planned for everybody, and when; what was skipped; the site, the
 * version, what was late or confirmed. Of a table that is not known here everything is a marker.
 */
final class FeatureKinds {

    static final String PARTICIPANTS = "participants";

    /** Tables of nothing but what may follow from an arm: what the trial measures, harms, medicines and why some stopped. */
    private static final Set<String> CONSEQUENCES =
            Set.of("endpoints", "diary_blocks", "adverse_events", "medication", "intercurrent_events");

    private static final Set<String> STOPPED = Set.of("intervention_stopped_day", "follow_up_stopped_day");

    private final Set<String> outcomes = new HashSet<>();
    private final Map<String, Kind> rows = new HashMap<>(Map.of(PARTICIPANTS, Kind.STRUCTURE));
    /** By table and column. */
    private final Map<String, Kind> answers = new HashMap<>();

    FeatureKinds(List<Study> versions) {
        versions.forEach(this::addOutcomes);
        grow(versions, (code, from) -> outcomes.contains(code) && outcomes.addAll(from));
        grow(versions, (code, from) -> from.stream().anyMatch(outcomes::contains) && outcomes.add(code));
        AmendedForm.all(versions).forEach(form -> add(form, versions));
    }

    /** Of whether somebody has rows of a table, how many, and when. */
    Kind rows(String table) {
        return isConsequence(table) ? Kind.OUTCOME : rows.getOrDefault(table, Kind.MARKER);
    }

    /** Of the values of a column. */
    Kind values(String table, String column) {
        if (isConsequence(table)) {
            return Kind.OUTCOME;
        }
        Kind other = rows.containsKey(table) && !STOPPED.contains(column) ? Kind.STRUCTURE : Kind.MARKER;
        return answers.getOrDefault(key(table, column), STOPPED.contains(column) ? Kind.OUTCOME : other);
    }

    /** Also under the name that it has beside a form called the same. */
    private boolean isConsequence(String table) {
        return !rows.containsKey(table) && CONSEQUENCES.contains(table.replaceFirst("^subject_", ""));
    }

    /** Whether this is a column of answers or scores. */
    boolean isAnswer(String table, String column) {
        return answers.containsKey(key(table, column));
    }

    private void add(AmendedForm form, List<Study> versions) {
        String table = form.newest().id();
        boolean harms = versions.stream().anyMatch(study -> isOfHarms(study, table));
        rows.put(table, harms ? Kind.OUTCOME : form.isOfEvent() ? Kind.MARKER : Kind.STRUCTURE);
        for (Variable<Item> variable : form.items()) {
            Item item = variable.newest();
            boolean outcome = outcomes.contains(item.code()) && !ArmWords.ask(versions, item);
            Kind kind = harms || outcome ? Kind.OUTCOME : Kind.MARKER;
            answers.put(key(table, item.code()), kind);
            ItemTypes.of(item)
                    .parts(item)
                    .forEach(part -> answers.put(key(table, item.code() + "_" + part.code()), kind));
        }
        form.scores().forEach(score -> answers.put(key(table, score.newest().code()), Kind.OUTCOME));
    }

    private static boolean isOfHarms(Study study, String form) {
        Set<String> events = Stream.concat(
                        study.conduct().safety().adverseEvents().map(AdverseEvents::event).stream(),
                        study.conduct().safety().medicines().map(Medicines::event).stream())
                .collect(Collectors.toSet());
        return study.schedule().events().stream()
                .filter(event -> events.contains(event.code()))
                .map(EventForm::form)
                .anyMatch(form::equals);
    }

    private void addOutcomes(Study study) {
        study.protocol().analysis().outcomes().forEach(outcome -> outcomes.addAll(outcome.variables()));
        study.derived().forEach(derived -> outcomes.addAll(Definitions.namesOf(derived.function())));
        study.questionnaires().values().stream()
                .flatMap(form -> form.scores().stream())
                .map(Score::code)
                .forEach(outcomes::add);
    }

    /** Adds until nothing is added: each variable with what it is asked and computed from. */
    private static void grow(List<Study> versions, BiPredicate<String, Set<String>> add) {
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Study study : versions) {
                for (Questionnaire form : study.questionnaires().values()) {
                    grows |= grow(form, add);
                }
            }
        }
    }

    private static boolean grow(Questionnaire form, BiPredicate<String, Set<String>> add) {
        boolean grows = false;
        for (Item item : form.items()) {
            grows |= add.test(item.code(), ArmTelling.from(item));
        }
        for (Score score : form.scores()) {
            grows |= add.test(score.code(), score.formula().names());
        }
        return grows;
    }

    private static String key(String table, String column) {
        return table + "/" + column;
    }
}
