package org.commensal.web;

import java.util.stream.Stream;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Study;

/** What people call a visit, a block of the diary or a variable that the protocol has a code for. */
final class Labels {

    private Labels() {}

    /** The name of a visit or a block of the diary; its code where the protocol has none of that code. */
    static Text event(Study study, String code) {
        Stream<Text> visits = study.schedule().visits().stream()
                .filter(visit -> visit.code().equals(code))
                .map(Visit::name);
        Stream<Text> blocks = study.schedule().blocks().stream()
                .filter(block -> block.code().equals(code))
                .map(DiaryBlock::name);
        return Stream.concat(visits, blocks).findFirst().orElseGet(() -> Text.same(code));
    }

    /** The label of a computed variable or a score, or the question that a variable answers; its code without one. */
    static Text variable(Study study, String code) {
        Stream<Text> derived = study.derived().stream()
                .filter(variable -> variable.code().equals(code))
                .map(Study.DerivedVariable::label);
        Stream<Text> scores = study.questionnaires().values().stream()
                .flatMap(form -> form.scores().stream())
                .filter(score -> score.code().equals(code))
                .map(Questionnaire.Score::label);
        Stream<Text> questions = study.questionnaires().values().stream()
                .flatMap(form -> form.items().stream())
                .filter(item -> item.code().equals(code))
                .map(item -> item.question());
        return Stream.of(derived, scores, questions)
                .flatMap(labels -> labels)
                .findFirst()
                .orElseGet(() -> Text.same(code));
    }
}
