package org.commensal.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Definitions;
import org.commensal.instrument.Diary;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Settings;

/** Examples of a diary block: the derived variables that its days give, and the blocks before it where they count. */
final class DiaryExamples {

    private final Study study;

    DiaryExamples(Study study) {
        this.study = study;
    }

    void check(Settings at) {
        Map<String, Diary> described = new HashMap<>();
        for (Settings earlier : at.children("earlier")) {
            block(earlier).ifPresent(block -> described.put(block.code(), diary(earlier, block)));
            earlier.done();
        }
        Optional<Schedule.DiaryBlock> block = block(at);
        if (block.isEmpty()) {
            at.optionalChild("gives");
            return;
        }
        String code = block.get().code();
        described.put(code, diary(at, block.get()));
        Map<String, Value> found = new LinkedHashMap<>();
        study.derived().stream()
                .filter(variable -> variable.block().equals(code))
                .forEach(variable -> found.put(variable.code(), value(variable, described)));
        Expectation.compare(at, found);
    }

    /** A block of which the example says nothing has no day that is known. */
    private static Value value(Study.DerivedVariable variable, Map<String, Diary> described) {
        return Definitions.block(
                variable.function(),
                variable.blocks().stream()
                        .map(block -> described.getOrDefault(block, new Diary(List.of())))
                        .toList());
    }

    /** Which block it is about; empty after a fault. */
    private Optional<Schedule.DiaryBlock> block(Settings at) {
        String code = at.string("block");
        Optional<Schedule.DiaryBlock> block = study.schedule().blocks().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (block.isEmpty()) {
            at.children("days").forEach(DiaryExamples::leave);
            if (!code.isEmpty()) {
                List<String> codes = study.schedule().blocks().stream()
                        .map(Schedule.DiaryBlock::code)
                        .toList();
                at.fault("block", "There is no diary block \"" + code + "\".", ItemReading.oneOf(codes));
            }
        }
        return block;
    }

    private static void leave(Settings day) {
        day.optionalString("times");
        day.optionalChild("answers");
        day.done();
    }

    /** The days of the example in the order of the calendar; those after them have no entry. */
    private Diary diary(Settings at, Schedule.DiaryBlock block) {
        Questionnaire form = study.questionnaire(block.form());
        int length = block.lastDay() - block.firstDay() + 1;
        List<Answers> calendar = new ArrayList<>();
        for (Settings day : at.children("days")) {
            int times = day.integer("times", 1, length, 1);
            Optional<Answers> answers = day.has("answers")
                    ? Expectation.accept(form, Expectation.values(day, "answers"), day)
                    : Optional.empty();
            calendar.addAll(Collections.nCopies(times, answers.orElse(Diary.MISSING)));
            day.done();
        }
        if (calendar.size() > length) {
            at.fault(
                    "days",
                    "Block " + block.code() + " has " + length + " days, and these are " + calendar.size() + ".",
                    "Lower a times:.");
        }
        calendar.addAll(Collections.nCopies(Math.max(0, length - calendar.size()), Diary.MISSING));
        return new Diary(calendar);
    }
}
