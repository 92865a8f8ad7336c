package org.commensal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.protocol.FaultyStudy;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyDifference;
import org.commensal.protocol.StudyDifference.Severity;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what an amendment changes for data, participants and open tasks, the gravest first. */
@Command(
        name = "diff",
        description = "Prints what an amended study changes for data, participants and open tasks.",
        mixinStandardHelpOptions = true)
final class DiffStudies implements Callable<Integer> {

    private static final Text NOTHING = new Text("No difference.", "Geen verschil.");
    private static final Text NOTHING_THAT_COUNTS = new Text(
            "No difference in what the study does; the files differ in comments, layout, sources or licences.",
            "Geen verschil in wat het onderzoek doet; de bestanden verschillen in opmerkingen, opmaak, bronnen of"
                    + " licenties.");

    private static final Map<Severity, Text> HEADINGS = headings();

    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder of the study as it is.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder of the amended study.")
    private Path amended = Path.of("");

    @Mixin
    private Library library = new Library();

    @Option(names = "--lang", paramLabel = "en|nl", description = "The language of the result; otherwise English.")
    private Language language = Language.EN;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DiffStudies(PrintWriter out) {
        this.out = out;
    }

    private static Map<Severity, Text> headings() {
        Map<Severity, Text> headings = new LinkedHashMap<>();
        headings.put(
                Severity.NOT_ALLOWED, new Text("Not allowed on a running study", "Mag niet bij een lopend onderzoek"));
        headings.put(
                Severity.SCHEME,
                new Text(
                        "A new allocation scheme, for all sites at once",
                        "Een nieuw toewijzingsschema, voor alle centra tegelijk"));
        headings.put(
                Severity.PARTICIPANTS, new Text("For participants and open tasks", "Voor deelnemers en open taken"));
        headings.put(Severity.DATA, new Text("For the data", "Voor de gegevens"));
        headings.put(Severity.NONE, new Text("Words only", "Alleen woorden"));
        return headings;
    }

    @Override
    public Integer call() {
        StudyFolder before = library.study(old);
        StudyFolder after = library.study(amended);
        List<StudyDifference> found = StudyDifference.between(read(old, before), read(amended, after));
        if (json) {
            out.println(Json.of(Json.members(
                    "differences", found.stream().map(DiffStudies::members).toList())));
        } else if (found.isEmpty()) {
            out.println((before.hash().equals(after.hash()) ? NOTHING : NOTHING_THAT_COUNTS).in(language));
        } else {
            HEADINGS.keySet().forEach(severity -> print(severity, found));
        }
        return found.isEmpty() ? Stopped.FINE : Stopped.FOUND;
    }

    private static Study read(Path given, StudyFolder folder) {
        try {
            return StudyReader.read(folder);
        } catch (FaultyStudy faulty) {
            throw Stopped.faulty(
                    given + " has faults and cannot be compared:" + System.lineSeparator() + faulty.getMessage());
        }
    }

    private void print(Severity severity, List<StudyDifference> found) {
        List<StudyDifference> these = found.stream()
                .filter(difference -> difference.severity() == severity)
                .toList();
        if (!these.isEmpty()) {
            out.println(HEADINGS.getOrDefault(severity, NOTHING).in(language));
            these.forEach(difference -> out.println(
                    "  " + difference.file() + ": " + difference.sentence().in(language)));
        }
    }

    private static Map<String, Object> members(StudyDifference difference) {
        return Json.members(
                "kind", spoken(difference.kind()),
                "severity", spoken(difference.severity()),
                "file", difference.file(),
                "code", difference.code(),
                "en", difference.sentence().en(),
                "nl", difference.sentence().nl());
    }

    private static String spoken(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
