package org.commensal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.commensal.exchange.FaultyImport;
import org.commensal.exchange.Import;
import org.commensal.exchange.Importers;
import org.commensal.exchange.Loss;
import org.commensal.kernel.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a study folder of a study from another system, and says of each thing that is not as it was. */
@Command(
        name = "import",
        description = "Makes a study folder of a REDCap data dictionary, an ODM 1.3.2 file or a FHIR Questionnaire.",
        mixinStandardHelpOptions = true)
final class ImportStudy implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "The file that the other system exported, in UTF-8.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            required = true,
            description = "The folder to make; it must not be there yet, or be empty.")
    private Path folder = Path.of("");

    @Option(names = "--lang", paramLabel = "en|nl", description = "The language of what is said; otherwise English.")
    private Language language = Language.EN;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ImportStudy(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            byte[] content = Library.reading(file, file, Files::readAllBytes);
            Import study = Importers.read(String.valueOf(file.getFileName()), content);
            write(study);
            print(study.losses());
            return Stopped.FINE;
        } catch (FaultyImport faulty) {
            return Faults.print(faulty.faults(), json, out);
        }
    }

    private void write(Import study) {
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw Stopped.cannotWrite(folder + " is there already and is not empty. Name another folder.");
            }
            for (Map.Entry<String, byte[]> each : study.files().entrySet()) {
                Path path = folder.resolve(each.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, each.getValue());
            }
        } catch (IOException unwritable) {
            throw Stopped.cannotWrite(folder + " cannot be written. Name a folder that may be made.");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private void print(List<Loss> losses) {
        if (json) {
            out.println(
                    Json.of(Map.of("losses", losses.stream().map(this::members).toList())));
            return;
        }
        losses.forEach(loss -> out.println(
                word(loss) + "  " + loss.where() + ": " + loss.what().in(language)));
        out.println("Written to " + folder + ". Not as it was, or still to be completed: " + losses.size() + ".");
    }

    private Map<String, Object> members(Loss loss) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", word(loss));
        members.put("where", loss.where());
        members.put("what", loss.what().in(language));
        return members;
    }

    private static String word(Loss loss) {
        return loss.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
