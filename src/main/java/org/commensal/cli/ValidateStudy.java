package org.commensal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.commensal.protocol.FaultyStudy;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyExamples;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that a study folder has no fault, or everything that is wrong with it, as publishing it would. */
@Command(
        name = "validate",
        description = "Reads a study folder and prints everything that is wrong with it: file, line, what, and a fix.",
        mixinStandardHelpOptions = true)
final class ValidateStudy implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(paramLabel = "FOLDER", description = "The folder that has study.yaml.")
    private Path folder = Path.of("");

    @Mixin
    private Library library = new Library();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ValidateStudy(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            StudyFolder files = library.study(folder);
            Study study = StudyReader.read(files);
            StudyExamples.Outcome examples = StudyExamples.run(study, files);
            if (!examples.mismatches().isEmpty()) {
                return Faults.print(examples.mismatches(), json, out);
            }
            out.println(json ? Json.of(summary(study, examples)) : sentence(study, examples));
            return Stopped.FINE;
        } catch (FaultyStudy faulty) {
            return Faults.print(faulty, json, out);
        }
    }

    private static String sentence(Study study, StudyExamples.Outcome examples) {
        return "No fault: %s %s (forms: %d, items: %d, criteria: %d, examples: %d)."
                .formatted(
                        study.id(),
                        study.version(),
                        study.questionnaires().size(),
                        items(study),
                        study.criteria().size(),
                        examples.examples());
    }

    private static Map<String, Object> summary(Study study, StudyExamples.Outcome examples) {
        return Json.members(
                "study", study.id(),
                "version", study.version(),
                "forms", study.questionnaires().size(),
                "items", items(study),
                "criteria", study.criteria().size(),
                "examples", examples.examples(),
                "faults", List.of());
    }

    private static int items(Study study) {
        return study.questionnaires().values().stream()
                .mapToInt(form -> form.items().size())
                .sum();
    }
}
