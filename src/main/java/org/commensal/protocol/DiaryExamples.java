package org.commensal.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Definitions;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Settings;

/** Examples of a diary block: the derived variables that its days give. */
final class DiaryExamples {

    private final Study study;

    DiaryExamples(Study study) {
        this.study = study;
    }

    void check(Settings at) {
        String code = at.string("block");
        List<Settings> days = at.children("days");
        Optional<Schedule.DiaryBlock> block = study.schedule().blocks().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (block.isEmpty()) {
            days.forEach(DiaryExamples::leave);
            at.optionalChild("gives");
            if (!code.isEmpty()) {
                List<String> codes = study.schedule().blocks().stream()
                        .map(Schedule.DiaryBlock::code)
                        .toList();
                at.fault("block", "There is no diary block \"" + code + "\".", ItemReading.oneOf(codes));
            }
            return;
        }
        List<Answers> entries = entries(at, days, block.get());
        Map<String, Value> found = new LinkedHashMap<>();
        study.derived().stream()
                .filter(variable -> variable.block().equals(code))
                .forEach(variable -> found.put(variable.code(), Definitions.block(variable.function(), entries)));
        Expectation.compare(at, found);
    }

    private static void leave(Settings day) {
        day.optionalString("times");
        day.optionalChild("answers");
        day.done();
    }

    private List<Answers> entries(Settings at, List<Settings> days, Schedule.DiaryBlock block) {
        Questionnaire form = study.questionnaire(block.form());
        int length = block.lastDay() - block.firstDay() + 1;
        int described = 0;
        List<Answers> entries = new ArrayList<>();
        for (Settings day : days) {
            int times = day.integer("times", 1, length, 1);
            described += times;
            if (day.has("answers")) {
                Expectation.accept(form, Expectation.values(day, "answers"), day)
                        .ifPresent(answers -> entries.addAll(Collections.nCopies(times, answers)));
            }
            day.done();
        }
        if (described > length) {
            at.fault(
                    "days",
                    "Block " + block.code() + " has " + length + " days, and these are " + described + ".",
                    "Lower a times:.");
        }
        return entries;
    }
}
