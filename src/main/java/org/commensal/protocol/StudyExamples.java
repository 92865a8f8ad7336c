package org.commensal.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;

/**
 * A study's worked examples under {@code examples/}, run against the study itself: its own tests.
 *
 * <p>They say which participants are eligible and by which criteria the others are not, what a form's answers score, what
 * diary days come to, and which arms a seed draws. Each is computed by the same functions as in the trial. The seeds are
 * those of the examples, so that no arm of a real participant appears in a message.
 */
public final class StudyExamples {

    private static final String FOLDER = "examples/";
    private static final String ENDING = ".yaml";

    /**
     * What came of it.
     *
     * @param examples how many were run
     * @param mismatches what does not hold or could not be read, in the order of files and lines; empty where all is well
     */
    public record Outcome(int examples, List<ProtocolFault> mismatches) {
        public Outcome {
            mismatches = List.copyOf(mismatches);
        }
    }

    private final Study study;
    private final List<ProtocolFault> mismatches = new ArrayList<>();
    private int examples;

    private StudyExamples(Study study) {
        this.study = study;
    }

    /**
     * Runs every example of a study.
     *
     * @param study as it was read from this folder
     */
    public static Outcome run(Study study, StudyFolder folder) {
        StudyExamples run = new StudyExamples(study);
        folder.files().forEach((path, bytes) -> {
            if (path.startsWith(FOLDER) && path.endsWith(ENDING)) {
                run.file(path, bytes);
            }
        });
        return new Outcome(run.examples, run.mismatches);
    }

    private void file(String path, byte[] bytes) {
        List<ProtocolFault> found = new ArrayList<>();
        YamlFile.read(path, bytes, found::add).ifPresent(node -> {
            Settings file = new Settings(node, found::add);
            int before = examples;
            each(file, "participants", new ParticipantExamples(study)::check);
            each(file, "forms", new FormExamples(study)::check);
            each(file, "diaries", new DiaryExamples(study)::check);
            each(file, "allocations", new AllocationExamples(study)::check);
            file.done();
            if (examples == before && found.isEmpty()) {
                found.add(new ProtocolFault(path, 1, "There is no example here.", "Write one, or remove the file."));
            }
        });
        found.stream().sorted(Comparator.comparingInt(ProtocolFault::line)).forEach(mismatches::add);
    }

    private void each(Settings file, String key, Consumer<Settings> check) {
        for (Settings example : file.children(key)) {
            examples++;
            check.accept(example);
            example.done();
        }
    }
}
