package org.commensal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.commensal.exchange.Exporters;
import org.commensal.exchange.Exporters.Exporter;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.FaultyStudy;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes the metadata of a study in a format of another system. */
@Command(
        name = "export",
        description = "Writes the schedule and forms of a study for another system; nothing of the allocation.",
        mixinStandardHelpOptions = true)
final class ExportStudy implements Callable<Integer> {

    /** The names of the formats, for the help of the command. */
    static final class Formats implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return List.copyOf(Exporters.names()).iterator();
        }
    }

    /** Finds a format by its name. */
    static final class Named implements ITypeConverter<Exporter> {

        @Override
        public Exporter convert(String name) {
            try {
                return Exporters.of(name);
            } catch (Refusal unknown) {
                throw new TypeConversionException(unknown.text().en());
            }
        }
    }

    private final PrintWriter out;

    @Parameters(paramLabel = "FOLDER", description = "The folder that has study.yaml.")
    private Path folder = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            completionCandidates = Formats.class,
            converter = Named.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private Exporter format = Exporters.of("odm");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; otherwise to the standard output.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private Library library = new Library();

    ExportStudy(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            StudyFolder files = library.study(folder);
            byte[] written = format.write(StudyReader.read(files), files.hash());
            output.ifPresentOrElse(
                    file -> write(file, written), () -> out.print(new String(written, StandardCharsets.UTF_8)));
            out.flush();
            return Stopped.FINE;
        } catch (FaultyStudy faulty) {
            return Faults.print(faulty, false, out);
        }
    }

    private static void write(Path file, byte[] written) {
        try {
            Files.write(file, written);
        } catch (IOException unwritable) {
            throw Stopped.cannotWrite(file + " cannot be written. Name a file in a folder that exists and is yours.");
        }
    }
}
