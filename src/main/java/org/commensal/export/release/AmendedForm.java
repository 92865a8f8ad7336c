package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commensal.export.release.Table.Amended;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Questionnaire.Score;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * One questionnaire through all versions of a protocol: what it asks now, then what was retired, each variable once.
 *
 * <p>An amendment never gives a code another meaning ({@code StudyDifference}), so that one column holds the answers of
 * every version.
 *
 * @param versions the questionnaire by the name of each version that has it, the oldest first
 * @param isOfEvent whether it is filled in as often as an event occurs
 * @param severally whether the data are of more than one version of the protocol
 * @param telling the variables that tell an arm, which it then has not
 */
record AmendedForm(Map<String, Questionnaire> versions, boolean severally, boolean isOfEvent, Set<String> telling) {

    /** Classes of items that are in no release. */
    static final Set<String> LEFT_OUT = Set.of("free-text", "direct-identifier", "sensitive");

    /** Every questionnaire of any version: those of the newest in its order, then the retired ones. */
    static List<AmendedForm> all(List<Study> studies) {
        List<Study> newestFirst = new ArrayList<>(studies);
        Collections.reverse(newestFirst);
        Set<String> ids = new LinkedHashSet<>();
        newestFirst.forEach(study -> ids.addAll(study.questionnaires().keySet()));
        return ids.stream().map(id -> of(id, studies)).toList();
    }

    static AmendedForm of(String id, List<Study> studies) {
        Map<String, Questionnaire> versions = new LinkedHashMap<>();
        for (Study study : studies) {
            Questionnaire form = study.questionnaires().get(id);
            if (form != null) {
                versions.put(study.version(), form);
            }
        }
        boolean isOfEvent = studies.stream()
                .flatMap(study -> study.schedule().events().stream())
                .anyMatch(event -> event.form().equals(id));
        return new AmendedForm(versions, studies.size() > 1, isOfEvent, ArmTelling.of(studies));
    }

    /** As it is now, or was last. */
    Questionnaire newest() {
        return newestFirst().get(0);
    }

    /** One variable of a questionnaire in each version that has it. */
    record Variable<T>(Map<String, T> versions) {

        T newest() {
            return List.copyOf(versions.values()).get(versions.size() - 1);
        }

        boolean inAny(Predicate<T> property) {
            return versions.values().stream().anyMatch(property);
        }
    }

    List<Variable<Item>> items() {
        return variables(Questionnaire::items, Item::code);
    }

    /** Those that a release may hold: what one version calls free text, a direct identifier or sensitive is left out. */
    List<Variable<Item>> released() {
        return items().stream().filter(item -> !isLeftOut(item)).toList();
    }

    /** The codes of the items that are in no release. */
    Set<String> leftOut() {
        return items().stream()
                .filter(AmendedForm::isLeftOut)
                .map(item -> item.newest().code())
                .collect(Collectors.toSet());
    }

    private static boolean isLeftOut(Variable<Item> item) {
        return item.inAny(version -> LEFT_OUT.contains(version.exportClass()));
    }

    /** Whether every version of the form has a variable. */
    boolean hasAlways(Variable<?> variable) {
        return variable.versions().size() == versions.size();
    }

    List<Variable<Score>> scores() {
        return variables(Questionnaire::scores, Score::code);
    }

    private <T> List<Variable<T>> variables(Function<Questionnaire, List<T>> parts, Function<T, String> code) {
        Set<String> codes = new LinkedHashSet<>();
        newestFirst().forEach(form -> parts.apply(form).forEach(part -> codes.add(code.apply(part))));
        codes.removeAll(telling);
        return codes.stream().map(wanted -> variable(wanted, parts, code)).toList();
    }

    private <T> Variable<T> variable(String wanted, Function<Questionnaire, List<T>> parts, Function<T, String> code) {
        Map<String, T> found = new LinkedHashMap<>();
        versions.forEach((version, form) -> parts.apply(form).stream()
                .filter(part -> code.apply(part).equals(wanted))
                .forEach(part -> found.put(version, part)));
        return new Variable<>(found);
    }

    private List<Questionnaire> newestFirst() {
        List<Questionnaire> forms = new ArrayList<>(versions.values());
        Collections.reverse(forms);
        return forms;
    }

    /** What the codebook says of a variable, where the data are of more than one version. */
    <T> Amended amended(Variable<T> variable, Function<T, Text> wording) {
        if (!severally) {
            return Amended.NEVER;
        }
        Text now = wording.apply(variable.newest());
        Optional<Text> earlier = variable.versions().entrySet().stream()
                .filter(version -> !wording.apply(version.getValue()).equals(now))
                .map(version -> said(version.getKey(), wording.apply(version.getValue())))
                .reduce((one, other) -> new Text(one.en() + " || " + other.en(), one.nl() + " || " + other.nl()));
        return new Amended(String.join(" | ", variable.versions().keySet()), earlier);
    }

    private static Text said(String version, Text words) {
        return new Text(version + ": " + words.en(), version + ": " + words.nl());
    }

    /** A question with the options that it offers. */
    static Text wording(Item item) {
        return new Text(
                item.question().en() + options(item, option -> option.label().en()),
                item.question().nl() + options(item, option -> option.label().nl()));
    }

    private static String options(Item item, Function<Item.Option, String> label) {
        return item.options().isEmpty()
                ? ""
                : item.options().stream()
                        .map(option -> option.value() + " = " + label.apply(option))
                        .collect(Collectors.joining(" | ", " [", "]"));
    }
}
