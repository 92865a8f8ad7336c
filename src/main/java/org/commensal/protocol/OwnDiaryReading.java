package org.commensal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.Conduct.Mark;

/** Reads what participants get back of their own diary: only what they answered, neither a score nor an arm. */
final class OwnDiaryReading {

    private static final int MOST_MARKS = 3;
    private static final int LONGEST_NAME = 40;

    private final Formulas known;
    private final Set<String> forms;
    private final Set<String> items;
    private final Codes codes = new Codes();

    /** @param questionnaires the forms of the study, by their id */
    OwnDiaryReading(Formulas known, Schedule schedule, Map<String, Questionnaire> questionnaires) {
        this.known = known;
        this.forms = schedule.blocks().stream().map(Schedule.DiaryBlock::form).collect(Collectors.toSet());
        this.items = forms.stream()
                .flatMap(form -> Stream.ofNullable(questionnaires.get(form)))
                .flatMap(form -> form.items().stream())
                .map(Item::code)
                .collect(Collectors.toSet());
    }

    List<Mark> read(Settings study) {
        List<Settings> marks = study.children("own-diary");
        if (marks.size() > MOST_MARKS) {
            study.fault(
                    "own-diary",
                    "There are " + marks.size() + " marks: a day of a calendar has room for " + MOST_MARKS + ".",
                    "Keep the " + MOST_MARKS + " that say most to a participant.");
        }
        return marks.stream().map(this::mark).toList();
    }

    private Mark mark(Settings at) {
        Mark read = new Mark(
                codes.unique(at, "code", Codes.KEBAB, "headache"), at.text("name"), known.condition(at, "when"));
        at.done();
        if (Stream.of(read.name().en(), read.name().nl()).anyMatch(name -> name.length() > LONGEST_NAME)) {
            at.fault("name", "The name is too long.", "Write at most " + LONGEST_NAME + " characters.");
        }
        read.when().names().stream()
                .filter(name -> !items.contains(name) && !known.doubtful().test(name))
                .findFirst()
                .ifPresent(name -> at.fault(
                        "when",
                        "\"" + Text.shorten(name) + "\" is not what a participant answers in the diary.",
                        forms.isEmpty()
                                ? "This study has no diary: remove own-diary."
                                : "Name items of the diary form."));
        return read;
    }
}
