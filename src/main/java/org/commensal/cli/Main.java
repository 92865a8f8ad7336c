package org.commensal.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/**
 * Everything that the command line can do, one line a command.
 *
 * <p>A result goes to the standard output and is all that is there; what stopped a command goes to the standard error.
 */
@Command(
        name = "commensal-cli",
        description = "Checks, compares and shows studies, scores questionnaires, sizes trials, simulates allocation,"
                + " verifies releases and ledgers, and anonymises tables, without a server.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done: no fault, or no difference.",
            "1:There are faults, or differences; they were printed.",
            "2:The command was written wrongly.",
            "65:A study that is to be compared has faults; they were printed.",
            "66:What was named cannot be read.",
            "70:A mistake of this program.",
            "73:The result cannot be written."
        })
public final class Main implements Runnable {

    private final PrintWriter out;
    private CommandLine line = new CommandLine(this);

    private Main(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(
                commands(writer(FileDescriptor.out), writer(FileDescriptor.err)).execute(arguments));
    }

    /** UTF-8 whatever the machine is set to, as the files of a study are. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        OutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    static CommandLine commands(PrintWriter out, PrintWriter err) {
        Main main = new Main(out);
        List.of(
                        new ValidateStudy(out),
                        new ScoreAnswers(out),
                        new DiffStudies(out),
                        new PreviewStudy(out),
                        new ExportStudy(out),
                        new ImportStudy(out),
                        new ComputePower(out),
                        new SimulateAllocation(out, err),
                        new Verify(out),
                        new AnonymiseTable(out))
                .forEach(main.line::addSubcommand);
        return main.line
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(24)
                .setExecutionExceptionHandler((thrown, command, parsed) -> explain(thrown, err));
    }

    private static int explain(Exception thrown, PrintWriter err) {
        if (thrown instanceof Stopped stopped) {
            err.println(stopped.getMessage());
            return stopped.exitCode();
        }
        err.println("This is a mistake of the program, not yours. Please report it with these lines:");
        thrown.printStackTrace(err);
        return Stopped.MISTAKE;
    }

    @Override
    public void run() {
        throw new ParameterException(line, "Name a command.");
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                        .orElse("not packaged")
            };
        }
    }
}
