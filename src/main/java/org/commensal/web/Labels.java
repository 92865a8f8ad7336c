package org.commensal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Study;

/** What people call a visit, a block of the diary or a variable that the protocol has a code for. */
public final class Labels {

    /** So many questions are said in full. */
    private static final int FEW = 2;

    private Labels() {}

    /** The name of a visit, a block of the diary or an event; its code where the protocol has none of that code. */
    public static Text event(Study study, String code) {
        Stream<Text> visits = study.schedule().visits().stream()
                .filter(visit -> visit.code().equals(code))
                .map(Visit::name);
        Stream<Text> blocks = study.schedule().blocks().stream()
                .filter(block -> block.code().equals(code))
                .map(DiaryBlock::name);
        Stream<Text> events = study.schedule().event(code).map(EventForm::name).stream();
        return Stream.of(visits, blocks, events)
                .flatMap(each -> each)
                .findFirst()
                .orElseGet(() -> Text.same(code));
    }

    /** The same for one response: of an event, which occurrence it was. */
    public static Text event(Study study, String code, String task) {
        Text name = event(study, code);
        String number = study.schedule().event(code).isEmpty() ? "" : " " + task.substring(task.indexOf('/') + 1);
        return new Text(name.en() + number, name.nl() + number);
    }

    /**
     * What is known once these variables are: computed variables and scores by their labels, questions in full; a form by
     * its title where more than two of its questions are among them.
     */
    public static List<Text> variables(Study study, List<String> codes) {
        Map<String, List<Text>> questions = new LinkedHashMap<>();
        List<Text> labels = new ArrayList<>();
        for (String code : codes) {
            Optional<Questionnaire> form = form(study, code);
            form.ifPresentOrElse(
                    found -> questions
                            .computeIfAbsent(found.id(), id -> new ArrayList<>())
                            .add(question(found, code)),
                    () -> labels.add(computed(study, code)));
        }
        questions.forEach((form, asked) -> labels.addAll(
                asked.size() > FEW ? List.of(study.questionnaire(form).title()) : asked));
        return labels;
    }

    private static Optional<Questionnaire> form(Study study, String code) {
        return study.questionnaires().values().stream()
                .filter(form ->
                        form.items().stream().anyMatch(item -> item.code().equals(code)))
                .findFirst();
    }

    private static Text question(Questionnaire form, String code) {
        return form.items().stream()
                .filter(item -> item.code().equals(code))
                .map(Item::question)
                .findFirst()
                .orElseThrow();
    }

    private static Text computed(Study study, String code) {
        Stream<Text> derived = study.derived().stream()
                .filter(variable -> variable.code().equals(code))
                .map(Study.DerivedVariable::label);
        Stream<Text> scores = study.questionnaires().values().stream()
                .flatMap(form -> form.scores().stream())
                .filter(score -> score.code().equals(code))
                .map(Questionnaire.Score::label);
        return Stream.concat(derived, scores).findFirst().orElseGet(() -> Text.same(code));
    }
}
