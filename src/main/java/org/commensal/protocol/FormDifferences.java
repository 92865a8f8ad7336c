package org.commensal.protocol;

import java.util.List;
import java.util.stream.Stream;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Questionnaire.Score;
import org.commensal.protocol.StudyDifference.Comparison;
import org.commensal.protocol.StudyDifference.Kind;

/** Which forms there are, what they say around their items, and what they score. */
final class FormDifferences {

    static final List<Comparison> TABLE = List.of(FormDifferences::forms, FormDifferences::scores);

    private FormDifferences() {}

    /** A score of the study, with the form that has it. */
    private record Scored(String form, Score score) {}

    private static Stream<StudyDifference> forms(Study old, Study amended) {
        Compared<Questionnaire> forms = Compared.of(
                Questionnaire::id,
                List.copyOf(old.questionnaires().values()),
                List.copyOf(amended.questionnaires().values()),
                Questionnaire::id);
        return Stream.of(
                        forms.added(
                                Kind.FORM_ADDED,
                                form -> Sentence.of(
                                        "Form %s (%s) is new; it takes %s minutes.",
                                        "Formulier %s (%s) is nieuw; het duurt %s minuten.",
                                        form.id(),
                                        form.title(),
                                        form.minutes())),
                        forms.removed(
                                Kind.FORM_RETIRED,
                                form -> Sentence.of(
                                        "Form %s (%s) is retired: its open tasks end, and what was answered is kept and"
                                                + " shown as retired.",
                                        "Formulier %s (%s) vervalt: open taken vervallen, en wat is ingevuld blijft"
                                                + " bewaard en staat er als vervallen.",
                                        form.id(),
                                        form.title())),
                        forms.changed(
                                Kind.FORM_TEXT,
                                form -> List.of(form.title(), form.intro(), form.attribution(), form.minutes()),
                                pair -> Sentence.of(
                                        "Form %s (%s) has another title, introduction, attribution or duration.",
                                        "Formulier %s (%s) heeft een andere titel, inleiding, bronvermelding of duur.",
                                        pair.code(),
                                        pair.amended().title())),
                        forms.changed(
                                Kind.ITEM_ORDER,
                                form -> common(form, old, amended),
                                pair -> Sentence.of(
                                        "Form %s asks its questions in another order.",
                                        "Formulier %s stelt de vragen in een andere volgorde.", pair.code())))
                .flatMap(found -> found);
    }

    /** The items that this form has in both versions, in the order of the form. */
    private static List<String> common(Questionnaire form, Study old, Study amended) {
        return form.items().stream()
                .map(Item::code)
                .filter(code -> has(old, form.id(), code) && has(amended, form.id(), code))
                .toList();
    }

    private static boolean has(Study study, String form, String code) {
        return Stream.ofNullable(study.questionnaires().get(form))
                .flatMap(found -> found.items().stream())
                .anyMatch(item -> item.code().equals(code));
    }

    private static List<Scored> all(Study study) {
        return study.questionnaires().values().stream()
                .flatMap(form -> form.scores().stream().map(score -> new Scored(form.id(), score)))
                .toList();
    }

    private static Stream<StudyDifference> scores(Study old, Study amended) {
        Compared<Scored> scores = Compared.of(
                Scored::form, all(old), all(amended), scored -> scored.score().code());
        return Stream.of(
                        scores.added(
                                Kind.SCORE_ADDED,
                                scored -> Sentence.of(
                                        "Score %s (%s) is new. It can be computed from earlier answers as well.",
                                        "Score %s (%s) is nieuw. Die is ook uit eerdere antwoorden te berekenen.",
                                        scored.score().code(),
                                        scored.score().label())),
                        scores.removed(
                                Kind.SCORE_RETIRED,
                                scored -> Sentence.of(
                                        "Score %s (%s) is retired: it is no longer computed.",
                                        "Score %s (%s) vervalt: die wordt niet meer berekend.",
                                        scored.score().code(),
                                        scored.score().label())),
                        scores.changed(
                                Kind.SCORE_CHANGED,
                                scored -> scored.score().formula().source(),
                                pair -> Sentence.of(
                                        "Score %s is computed as %s instead of %s.",
                                        "Score %s wordt berekend als %s in plaats van %s.",
                                        pair.code(),
                                        pair.amended().score().formula(),
                                        pair.old().score().formula())),
                        scores.changed(
                                Kind.SCORE_BANDS,
                                scored -> scored.score().bands(),
                                pair -> Sentence.of(
                                        "The bands of score %s are %s instead of %s.",
                                        "De klassen van score %s zijn %s in plaats van %s.",
                                        pair.code(),
                                        bands(pair.amended()),
                                        bands(pair.old()))),
                        scores.changed(
                                Kind.SCORE_TEXT,
                                scored -> scored.score().label(),
                                pair -> Sentence.of(
                                        "Score %s is labelled %s.",
                                        "Score %s heet %s.",
                                        pair.code(),
                                        Sentence.reworded(
                                                pair.amended().score().label(),
                                                pair.old().score().label()))))
                .flatMap(found -> found);
    }

    private static List<Object> bands(Scored scored) {
        return scored.score().bands().stream()
                .<Object>map(band -> Sentence.of(
                        "%s from %s", "%s vanaf %s", band.label(), band.from().toPlainString()))
                .toList();
    }
}
