package org.commensal.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.FaultyStudy;
import org.commensal.protocol.FormFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the answers of one person, as the server would, and stores nothing. */
@Command(
        name = "score",
        description = "Scores the answers to one questionnaire.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  commensal-cli score phq-9 3 0 1 2 0 0 1 0 3 -",
            "  commensal-cli score gad-7 gad7_01=3 gad7_02=1 gad7_03=-"
        })
final class ScoreAnswers implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(
            index = "0",
            paramLabel = "INSTRUMENT",
            description = "A shared instrument, such as phq-9, or the path of a form, ending in .yaml.")
    private String instrument = "";

    @Parameters(
            index = "1..*",
            paramLabel = "ANSWER",
            description = {
                "code=value, or the values in printed order; \"-\" is a question that was skipped.",
                "Several options of one question: a,b. Before a value below zero: --"
            })
    private List<String> written = List.of();

    @Mixin
    private Library library = new Library();

    @Option(names = "--lang", paramLabel = "en|nl", description = "The language of the result; otherwise English.")
    private Language language = Language.EN;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ScoreAnswers(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            Questionnaire form = form();
            refuseIfNothingIsGiven(form);
            return score(form);
        } catch (FaultyStudy faulty) {
            return Faults.print(faulty, json, out);
        }
    }

    private Questionnaire form() {
        if (!instrument.endsWith(".yaml") && !instrument.contains("/")) {
            return FormFile.read(instrument + ".yaml", library.instrument(instrument));
        }
        Path path = Path.of(instrument);
        return FormFile.read(path.toString(), Library.reading(path, path, Files::readAllBytes));
    }

    private void refuseIfNothingIsGiven(Questionnaire form) {
        if (written.isEmpty()) {
            List<String> codes = form.items().stream()
                    .filter(item -> ItemTypes.of(item).isAsked())
                    .map(Item::code)
                    .toList();
            throw Stopped.wrongly("Give the answers to " + form.id()
                    + " after its name, as code=value or in this order: " + String.join(" ", codes));
        }
    }

    private int score(Questionnaire form) {
        GivenAnswers given = new GivenAnswers(form, written);
        List<Refusal.Violation> violations = new ArrayList<>(given.violations());
        try {
            Answers answers = form.accept(given.given());
            if (violations.isEmpty()) {
                Scored scored = new Scored(form, answers, form.score(answers), language);
                out.println(json ? Json.of(scored.members()) : String.join(System.lineSeparator(), scored.lines()));
                return Stopped.FINE;
            }
        } catch (Refusal refusal) {
            violations.addAll(refusal.violations());
        }
        print(form, violations);
        return Stopped.FOUND;
    }

    private void print(Questionnaire form, List<Refusal.Violation> violations) {
        List<Map<String, Object>> faults = violations.stream()
                .map(violation -> Json.members(
                        "code",
                        violation.pointer().replaceFirst("^/answers/", ""),
                        "what",
                        violation.message().in(language)))
                .toList();
        if (json) {
            out.println(Json.of(Json.members("instrument", form.id(), "faults", faults)));
        } else {
            faults.forEach(
                    fault -> out.println((fault.get("code") + ": " + fault.get("what")).replaceFirst("^: ", "")));
        }
    }
}
