package org.commensal.protocol;

import static org.commensal.protocol.Compared.whole;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study.Criterion;
import org.commensal.protocol.Study.DerivedVariable;
import org.commensal.protocol.StudyDifference.Comparison;
import org.commensal.protocol.StudyDifference.Kind;

/** Who may take part, and what is derived from diaries. */
final class RuleDifferences {

    static final List<Comparison> TABLE =
            List.of(RuleDifferences::criteria, RuleDifferences::leftOut, RuleDifferences::derived);

    private RuleDifferences() {}

    private static <T> Function<T, String> inStudy() {
        return part -> StudyReader.STUDY;
    }

    private static Stream<StudyDifference> criteria(Study old, Study amended) {
        Compared<Criterion> criteria = Compared.of(inStudy(), old.criteria(), amended.criteria(), Criterion::id);
        return Stream.of(
                        criteria.added(
                                Kind.CRITERION_ADDED,
                                criterion -> Sentence.of(
                                        "Criterion %s is new: %s. It holds for whoever is not yet randomised.",
                                        "Criterium %s is nieuw: %s. Het geldt voor wie nog niet is gerandomiseerd.",
                                        criterion.id(),
                                        criterion.text())),
                        criteria.removed(
                                Kind.CRITERION_REMOVED,
                                criterion -> Sentence.of(
                                        "Criterion %s is gone: %s.",
                                        "Criterium %s vervalt: %s.", criterion.id(), criterion.text())),
                        criteria.changed(
                                Kind.CRITERION_CHANGED,
                                criterion -> List.of(
                                        criterion.inclusion(),
                                        criterion.expression().source()),
                                pair -> Sentence.of(
                                        "Criterion %s is %s instead of %s. It holds for whoever is not yet randomised.",
                                        "Criterium %s is %s in plaats van %s. Het geldt voor wie nog niet is"
                                                + " gerandomiseerd.",
                                        pair.code(),
                                        rule(pair.amended()),
                                        rule(pair.old()))),
                        criteria.changed(
                                Kind.CRITERION_TEXT,
                                Criterion::text,
                                pair -> Sentence.of(
                                        "Criterion %s reads %s.",
                                        "Criterium %s luidt %s.",
                                        pair.code(),
                                        Sentence.reworded(
                                                pair.amended().text(),
                                                pair.old().text()))))
                .flatMap(found -> found);
    }

    private static Text rule(Criterion criterion) {
        return criterion.inclusion()
                ? Sentence.of("inclusion if %s", "inclusie als %s", criterion.expression())
                : Sentence.of("exclusion if %s", "exclusie als %s", criterion.expression());
    }

    private static Stream<StudyDifference> leftOut(Study old, Study amended) {
        return whole(
                Kind.CRITERIA_LEFT_OUT,
                StudyReader.STUDY,
                amended.id(),
                old.criteriaLeftOut(),
                amended.criteriaLeftOut(),
                new Text(
                        "The list of criteria that no form can compute changed.",
                        "De lijst met criteria die geen formulier kan berekenen is gewijzigd."));
    }

    private static Stream<StudyDifference> derived(Study old, Study amended) {
        Compared<DerivedVariable> derived =
                Compared.of(inStudy(), old.derived(), amended.derived(), DerivedVariable::code);
        return Stream.of(
                        derived.added(
                                Kind.DERIVED_ADDED,
                                variable -> Sentence.of(
                                        "Variable %s (%s) is new.",
                                        "Variabele %s (%s) is nieuw.", variable.code(), variable.label())),
                        derived.removed(
                                Kind.DERIVED_RETIRED,
                                variable -> Sentence.of(
                                        "Variable %s (%s) is no longer computed.",
                                        "Variabele %s (%s) wordt niet meer berekend.",
                                        variable.code(),
                                        variable.label())),
                        derived.changed(
                                Kind.DERIVED_CHANGED,
                                RuleDifferences::origin,
                                pair -> Sentence.of(
                                        "Variable %s is computed from: %s; instead of: %s.",
                                        "Variabele %s wordt berekend uit: %s; in plaats van: %s.",
                                        pair.code(),
                                        origin(pair.amended()),
                                        origin(pair.old()))),
                        derived.changed(
                                Kind.DERIVED_TEXT,
                                DerivedVariable::label,
                                pair -> Sentence.of(
                                        "Variable %s is labelled %s.",
                                        "Variabele %s heet %s.",
                                        pair.code(),
                                        Sentence.reworded(
                                                pair.amended().label(),
                                                pair.old().label()))))
                .flatMap(found -> found);
    }

    private static List<String> origin(DerivedVariable variable) {
        return Stream.concat(
                        Stream.of(variable.function(), variable.form(), variable.block()), variable.earlier().stream())
                .toList();
    }
}
