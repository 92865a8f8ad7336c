package org.commensal.cli;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.commensal.anonymity.Anonymised;
import org.commensal.anonymity.FullDomainSearch;
import org.commensal.anonymity.Metric;
import org.commensal.anonymity.QuasiIdentifiers;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a table k-anonymous with the least loss, and says how likely somebody in it is recognised before and after. */
@Command(
        name = "anonymise",
        description =
                "Generalises the columns of a table until each row is like at least k-1 others, with the least loss,"
                        + " and says how likely somebody is recognised before and after.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A column that has a hierarchy is one by which somebody could be recognised. Its file is called as the column,"
                    + " such as age.csv or adult_hierarchy_age.csv, and has a row for each value: the value, then its"
                    + " generalisations. Other columns stay as they are.",
            "",
            "Example:",
            "  commensal-cli anonymise people.csv --hierarchies hierarchies --k 5 --suppression 0.04 --output anonymous.csv"
        })
final class AnonymiseTable implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(paramLabel = "DATA", description = "The table: CSV in UTF-8 whose first row names the columns.")
    private Path data = Path.of("");

    @Option(
            names = "--hierarchies",
            paramLabel = "FOLDER",
            required = true,
            description = "The folder that has the hierarchies.")
    private Path hierarchies = Path.of("");

    @Option(names = "--k", paramLabel = "N", required = true, description = "The fewest rows that are alike.")
    private String k = "";

    @Option(
            names = "--suppression",
            paramLabel = "SHARE",
            description = "The share of rows that may be suppressed, 0 to 1; otherwise 0.")
    private String suppression = "0";

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "What is counted as loss: entropy (otherwise), entropy-with-suppression or loss.")
    private String metric = "entropy";

    @Option(
            names = "--threshold",
            paramLabel = "RISK",
            description = "The risk above which a row counts as at risk; otherwise 1/k.")
    private Optional<String> threshold = Optional.empty();

    @Option(
            names = "--population",
            paramLabel = "FILE",
            description =
                    "A table of everybody whom the table is from, for the risk of who does not know who is in it.")
    private Optional<Path> population = Optional.empty();

    @Option(
            names = "--sensitive",
            paramLabel = "COLUMN",
            description = "A column of which to say how its values are spread: l-diversity and t-closeness.")
    private Optional<String> sensitive = Optional.empty();

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description =
                    "What is between the cells of the table, or tab; otherwise found by its first row, as for hierarchies.")
    private Optional<String> delimiter = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write the anonymised table.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final List<ProtocolFault> faults = new ArrayList<>();

    AnonymiseTable(PrintWriter out) {
        this.out = out;
    }

    /** What the options say. */
    private record Asked(int k, double suppression, Metric metric, double threshold, Optional<Character> delimiter) {}

    @Override
    public Integer call() {
        Asked asked = asked();
        CsvTable table = table(data, asked);
        List<String> header = table.rows().get(0).cells();
        HierarchyFolder folder = HierarchyFolder.read(hierarchies, header, asked.delimiter(), others());
        faults.addAll(folder.faults());
        IdentifyingColumns columns = new IdentifyingColumns(table, header, folder);
        Optional<CsvTable> everybody = population.map(file -> table(file, asked));
        if (faults.isEmpty()) {
            faults.addAll(columns.faults(table));
            everybody.ifPresent(they -> faults.addAll(columns.faults(they)));
        }
        sensitive.filter(column -> !header.contains(column)).ifPresent(column -> {
            throw Stopped.wrongly("--sensitive is " + column + ". Write one of: " + String.join(", ", header) + ".");
        });
        if (!faults.isEmpty()) {
            return Faults.print(faults, json, out);
        }
        Anonymised anonymised = search(columns.quasiIdentifiers(table), asked);
        AnonymityReport report = AnonymityReport.of(columns, anonymised, asked.threshold(), everybody, sensitive);
        output.ifPresent(file -> write(file, columns, anonymised));
        report.print(asked.metric(), asked.suppression(), json, out);
        return Stopped.FINE;
    }

    private List<Path> others() {
        return Stream.concat(Stream.of(data), Stream.concat(population.stream(), output.stream()))
                .toList();
    }

    private Asked asked() {
        GivenSettings given = new GivenSettings();
        int fewest = given.whole("--k", k, 1, 1_000_000_000);
        Asked asked = new Asked(
                fewest,
                given.number("--suppression", suppression, 0, 1),
                Metric.values()[Metric.keys().indexOf(given.oneOf("--metric", metric, Metric.keys()))],
                threshold
                        .map(written -> given.number("--threshold", written, 0, 1))
                        .orElse(1.0 / fewest),
                delimiter
                        .map(written -> written.equals("tab") ? "\t" : written)
                        .filter(written -> {
                            boolean one = written.length() == 1 && !written.equals("\"");
                            if (!one) {
                                given.fault("--delimiter is " + written + ". Write one character, or tab.");
                            }
                            return one;
                        })
                        .map(written -> written.charAt(0)));
        given.stopIfFaulty();
        return asked;
    }

    private CsvTable table(Path file, Asked asked) {
        CsvTable table = CsvTable.read(file, asked.delimiter());
        if (table.rows().size() < 2) {
            throw Stopped.noInput(file + " has no rows. Name a table whose first row names the columns.");
        }
        Set<String> names = new HashSet<>();
        for (String name : table.rows().get(0).cells()) {
            if (!names.add(name)) {
                faults.add(new ProtocolFault(
                        file.toString(), 1, "Two columns are called " + name + ".", "Give each a name of its own."));
            }
        }
        return table;
    }

    private static Anonymised search(QuasiIdentifiers table, Asked asked) {
        try {
            return FullDomainSearch.best(table, asked.k(), asked.suppression(), asked.metric())
                    .orElseThrow(() -> impossible(table, asked));
        } catch (Refusal tooMany) {
            throw Stopped.wrongly(tooMany.text().en());
        }
    }

    private static Stopped impossible(QuasiIdentifiers table, Asked asked) {
        return Stopped.impossible(
                ("The table cannot be made %d-anonymous: with every column at its highest level %d of %d"
                                + " rows are still like fewer than %d others, and %d may be suppressed. Allow more with"
                                + " --suppression, ask for less with --k, or add a level to the hierarchies, such as *.")
                        .formatted(
                                asked.k(),
                                FullDomainSearch.fewestSuppressed(table, asked.k()),
                                table.rows(),
                                asked.k() - 1,
                                FullDomainSearch.allowed(asked.suppression(), table.rows())));
    }

    private void write(Path file, IdentifyingColumns columns, Anonymised anonymised) {
        List<Integer> places = columns.places(columns.table());
        List<List<String>> rows = anonymised.rows();
        try {
            if (Files.exists(file) && Files.isSameFile(file, data)) {
                throw Stopped.wrongly("--output is the table itself. Name another file.");
            }
            try (Writer text = Files.newBufferedWriter(file);
                    ICSVWriter csv = new CSVWriterBuilder(text)
                            .withSeparator(columns.table().delimiter())
                            .withLineEnd("\n")
                            .build()) {
                csv.writeNext(columns.header().toArray(String[]::new), false);
                for (int row = 0; row < rows.size(); row++) {
                    String[] cells = columns.table().rows().get(row + 1).cells().toArray(String[]::new);
                    for (int i = 0; i < places.size(); i++) {
                        cells[places.get(i)] = rows.get(row).get(i);
                    }
                    csv.writeNext(cells, false);
                }
            }
        } catch (IOException unwritable) {
            throw Stopped.cannotWrite(file + " cannot be written. Name a file in a folder that exists and is yours.");
        }
    }
}
