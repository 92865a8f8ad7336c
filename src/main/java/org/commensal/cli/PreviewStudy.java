package org.commensal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.commensal.exchange.PreviewPage;
import org.commensal.kernel.Language;
import org.commensal.protocol.FaultyStudy;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a study as participants will see it, on one page for an ethics committee. */
@Command(
        name = "preview",
        description = "Writes one HTML page with consent, schedule and every questionnaire, for an ethics committee.",
        mixinStandardHelpOptions = true)
final class PreviewStudy implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(paramLabel = "FOLDER", description = "The folder that has study.yaml.")
    private Path folder = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write the page; otherwise to the standard output.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private Library library = new Library();

    @Option(names = "--lang", paramLabel = "en|nl", description = "One language; otherwise both side by side.")
    private Optional<Language> language = Optional.empty();

    PreviewStudy(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            StudyFolder files = library.study(folder);
            List<Language> languages = language.map(List::of).orElse(List.of(Language.values()));
            String page = new PreviewPage(StudyReader.read(files), files.hash(), languages).html();
            output.ifPresentOrElse(file -> write(file, page), () -> out.print(page));
            out.flush();
            return Stopped.FINE;
        } catch (FaultyStudy faulty) {
            return Faults.print(faulty, false, out);
        }
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException unwritable) {
            throw Stopped.cannotWrite(file + " cannot be written. Name a file in a folder that exists and is yours.");
        }
    }
}
