package org.commensal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Definitions;
import org.commensal.instrument.Expression;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Study.DerivedVariable;

/** Reads the variables that a study derives from blocks of its diary. */
final class DerivedReading {

    private final Codes variables;
    private final Schedule schedule;
    private final Map<String, Formulas> forms;
    private final Codes judgedDiaries = new Codes();

    /**
     * @param variables the codes of the whole study
     * @param forms what the items of each form are called
     */
    DerivedReading(Codes variables, Schedule schedule, Map<String, Formulas> forms) {
        this.variables = variables;
        this.schedule = schedule;
        this.forms = forms;
    }

    DerivedVariable read(Settings at) {
        String code = variables.unique(at, "code");
        if (!code.isEmpty() && !Expression.canName(code)) {
            at.fault("code", "\"" + code + "\" cannot be the name of a variable.", "Write it like mmd_runin.");
        }
        String function = at.oneOf("function", Definitions.ofBlocks());
        String form = at.string("form");
        String block = at.string("block");
        List<String> earlier = at.strings("earlier");
        Text label = at.text("label");
        at.done();
        Optional<DiaryBlock> found = block(at, "block", block, form);
        found.filter(each -> each.form().equals(form))
                .flatMap(each -> Optional.ofNullable(forms.get(form)))
                .ifPresent(items -> checkDiary(at, form, function, items));
        checkEarlier(at, function, earlier);
        found.ifPresent(each -> checkOrder(at, earlier, each));
        return new DerivedVariable(code, function, form, block, earlier, label);
    }

    private Optional<DiaryBlock> block(Settings at, String key, String code, String form) {
        List<DiaryBlock> blocks = schedule.blocks();
        Optional<DiaryBlock> found =
                blocks.stream().filter(each -> each.code().equals(code)).findFirst();
        if (found.isEmpty() && !code.isEmpty()) {
            List<String> codes = blocks.stream().map(DiaryBlock::code).toList();
            at.fault(key, "There is no diary block \"" + code + "\".", ItemReading.oneOf(codes));
        }
        found.filter(each -> !each.form().equals(form))
                .ifPresent(each -> at.fault(
                        "form",
                        "Block " + code + " is not a diary of \"" + form + "\".",
                        "Write " + each.form() + "."));
        return found;
    }

    private void checkDiary(Settings at, String form, String function, Formulas items) {
        List<Expression.Fault> lacks = judgedDiaries.isNew(form) ? items.diaryFaults() : List.of();
        if (!lacks.isEmpty()) {
            String more = lacks.size() == 1 ? "" : " And " + (lacks.size() - 1) + " more.";
            String what =
                    "\"" + form + "\" is no migraine diary: " + lacks.get(0).what() + more;
            at.fault("form", what, lacks.get(0).fix());
            return;
        }
        items.diaryFaults(function)
                .forEach(lack -> at.fault(
                        "function", "\"" + form + "\" cannot give " + function + ": " + lack.what(), lack.fix()));
    }

    private static void checkEarlier(Settings at, String function, List<String> earlier) {
        int needed = Definitions.earlierBlocks(function);
        if (earlier.size() != needed && !function.isEmpty()) {
            at.fault(
                    "earlier",
                    function + " needs " + needed + " earlier blocks, and these are " + earlier.size() + ".",
                    needed == 0 ? "Remove earlier:." : "List them, oldest first.");
        }
    }

    private void checkOrder(Settings at, List<String> earlier, DiaryBlock own) {
        DiaryBlock after = own;
        for (int place = earlier.size() - 1; place >= 0; place--) {
            Optional<DiaryBlock> found = block(at, "earlier", earlier.get(place), own.form());
            if (found.isEmpty()) {
                return;
            }
            DiaryBlock before = found.get();
            if (!isBefore(before, after)) {
                String what = "Block " + before.code() + " does not end before " + after.code() + " begins.";
                at.fault("earlier", what, "List earlier blocks, oldest first.");
            }
            after = before;
        }
    }

    private static boolean isBefore(DiaryBlock one, DiaryBlock other) {
        int anchors = one.anchor().compareTo(other.anchor());
        return anchors < 0 || anchors == 0 && one.lastDay() < other.firstDay();
    }
}
