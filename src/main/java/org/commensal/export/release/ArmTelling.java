package org.commensal.export.release;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire.Score;
import org.commensal.protocol.Conduct.Baseline;
import org.commensal.protocol.Study;

/**
 * The variables of a study that tell the arm of whoever has a value: those whose items are of the export class
 * {@value #CLASS} in any version, and, step by step, every variable that is asked for, computed or kept because of one.
 *
 * <p>That an item was not asked is an answer to its condition, so that nothing of such an item is released.
 */
final class ArmTelling {

    static final String CLASS = "tells-arm";

    private ArmTelling() {}

    /** What a variable follows from: the expressions it is asked or computed by, and the variable that it keeps. */
    private record Variable(String code, Set<String> from) {}

    static Set<String> of(List<Study> versions) {
        List<Variable> variables =
                versions.stream().flatMap(ArmTelling::variables).toList();
        Set<String> telling = new HashSet<>();
        versions.stream()
                .flatMap(study -> study.questionnaires().values().stream())
                .flatMap(form -> form.items().stream())
                .filter(item -> item.exportClass().equals(CLASS))
                .forEach(item -> telling.add(item.code()));
        boolean grows = !telling.isEmpty();
        while (grows) {
            grows = variables.stream()
                    .filter(variable -> variable.from.stream().anyMatch(telling::contains))
                    .map(variable -> telling.add(variable.code))
                    .reduce(false, Boolean::logicalOr);
        }
        return Set.copyOf(telling);
    }

    private static Stream<Variable> variables(Study study) {
        Stream<Variable> ofForms = study.questionnaires().values().stream()
                .flatMap(form -> Stream.concat(
                        form.items().stream().map(ArmTelling::variable),
                        form.scores().stream().map(ArmTelling::variable)));
        Stream<Variable> kept = study.conduct().safety().baseline().stream().map(ArmTelling::variable);
        return Stream.concat(ofForms, kept);
    }

    private static Variable variable(Item item) {
        return new Variable(item.code(), from(item));
    }

    /** The variables that an item is asked for or computed from. */
    static Set<String> from(Item item) {
        Set<String> from = new HashSet<>();
        item.askIf().ifPresent(condition -> from.addAll(condition.names()));
        Optional.ofNullable(item.settings().get("formula"))
                .ifPresent(formula -> from.addAll(Expression.parse(formula).names()));
        return from;
    }

    private static Variable variable(Score score) {
        return new Variable(score.code(), score.formula().names());
    }

    private static Variable variable(Baseline baseline) {
        return new Variable(baseline.code(), Set.of(baseline.of()));
    }
}
