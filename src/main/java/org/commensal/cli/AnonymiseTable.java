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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.commensal.anonymity.Anonymised;
import org.commensal.anonymity.DisclosureRisk;
import org.commensal.anonymity.Diversity;
import org.commensal.anonymity.FullDomainSearch;
import org.commensal.anonymity.Hierarchy;
import org.commensal.anonymity.Metric;
import org.commensal.anonymity.QuasiIdentifiers;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
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

    private static final int MOST_FAULTS = 100;

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

    /** A table, and which of its columns are quasi-identifiers. */
    private record Columns(CsvTable table, List<String> header, HierarchyFolder folder) {

        List<String> names() {
            return List.copyOf(folder.hierarchies().keySet());
        }

        QuasiIdentifiers quasiIdentifiers(CsvTable of) {
            List<Integer> places = places(of);
            return QuasiIdentifiers.of(
                    List.copyOf(folder.hierarchies().values()),
                    of.rows().stream()
                            .skip(1)
                            .map(row -> places.stream()
                                    .map(place -> row.cells().get(place))
                                    .toList())
                            .toList());
        }

        List<Integer> places(CsvTable of) {
            List<String> cells = of.rows().get(0).cells();
            return names().stream().map(cells::indexOf).toList();
        }
    }

    @Override
    public Integer call() {
        Asked asked = asked();
        CsvTable table = table(data, asked);
        List<String> header = table.rows().get(0).cells();
        HierarchyFolder folder = HierarchyFolder.read(hierarchies, header, asked.delimiter(), others());
        faults.addAll(folder.faults());
        Columns columns = new Columns(table, header, folder);
        Optional<CsvTable> everybody = population.map(file -> table(file, asked));
        if (faults.isEmpty()) {
            check(columns, table);
            everybody.ifPresent(they -> check(columns, they));
        }
        sensitive.filter(column -> !header.contains(column)).ifPresent(column -> {
            throw Stopped.wrongly("--sensitive is " + column + ". Write one of: " + String.join(", ", header) + ".");
        });
        if (!faults.isEmpty()) {
            return Faults.print(faults, json, out);
        }
        Anonymised anonymised = search(columns.quasiIdentifiers(table), asked);
        Map<String, Object> risks = risks(columns, anonymised, everybody, asked);
        output.ifPresent(file -> write(file, columns, anonymised));
        print(columns, anonymised, asked, risks);
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
                fault(file.toString(), 1, "Two columns are called " + name + ".", "Give each a name of its own.");
            }
        }
        return table;
    }

    /** Every row has all cells, and every value a generalisation; a value is said where it comes first. */
    private void check(Columns columns, CsvTable table) {
        List<String> header = table.rows().get(0).cells();
        for (String name : columns.names()) {
            if (!header.contains(name)) {
                fault(table.file(), 1, "There is no column " + name + ".", "Add it, as in " + data + ".");
            }
        }
        if (!faults.isEmpty()) {
            return;
        }
        List<Integer> places = columns.places(table);
        List<String> names = columns.names();
        List<Hierarchy> known = List.copyOf(columns.folder().hierarchies().values());
        Set<List<String>> said = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            if (row.cells().size() != header.size()) {
                fault(
                        table.file(),
                        row.line(),
                        "There are " + row.cells().size() + " cells.",
                        "The first row has " + header.size() + ": write as many.");
            } else if (row.line() > table.rows().get(0).line()) {
                for (int i = 0; i < places.size(); i++) {
                    String name = names.get(i);
                    String value = row.cells().get(places.get(i));
                    if (!known.get(i).knows(value) && said.add(List.of(name, value))) {
                        fault(
                                table.file(),
                                row.line(),
                                name + " is \"" + Text.shorten(value) + "\", which "
                                        + columns.folder().files().get(name) + " does not have.",
                                "Add a row for it there, or correct it here.");
                    }
                }
            }
        }
    }

    private void fault(String file, int line, String what, String fix) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new ProtocolFault(file, line, what, fix));
        }
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

    private Map<String, Object> risks(
            Columns columns, Anonymised anonymised, Optional<CsvTable> everybody, Asked asked) {
        List<List<String>> rows = anonymised.rows();
        List<Integer> kept = anonymised.kept();
        List<List<String>> keptRows = kept.stream().map(rows::get).toList();
        List<List<String>> before = anonymised
                .table()
                .generalised(anonymised.levels().stream().map(level -> 0).toList());
        Map<String, Object> risks = new LinkedHashMap<>();
        risks.put("risk", figures(DisclosureRisk.prosecutor(keptRows, asked.threshold())));
        risks.put("risk-before", figures(DisclosureRisk.prosecutor(before, asked.threshold())));
        everybody.ifPresent(they -> risks.put(
                "journalist-risk", figures(journalist(keptRows, columns.quasiIdentifiers(they), anonymised, asked))));
        sensitive.ifPresent(column -> {
            int place = columns.header().indexOf(column);
            Diversity diversity = Diversity.of(
                    keptRows,
                    kept.stream()
                            .map(row ->
                                    columns.table().rows().get(row + 1).cells().get(place))
                            .toList());
            risks.put(
                    "diversity",
                    Json.members(
                            "column", column,
                            "distinct", diversity.distinct(),
                            "entropy", diversity.entropy(),
                            "closeness", diversity.closeness()));
        });
        return risks;
    }

    private DisclosureRisk journalist(
            List<List<String>> rows, QuasiIdentifiers everybody, Anonymised anonymised, Asked asked) {
        try {
            return DisclosureRisk.journalist(rows, everybody.generalised(anonymised.levels()), asked.threshold());
        } catch (Refusal refusal) {
            throw Stopped.impossible(refusal.text().en());
        }
    }

    private static Map<String, Object> figures(DisclosureRisk risk) {
        return Json.members(
                "highest", risk.highest(),
                "average", risk.average(),
                "at-risk", risk.atRisk(),
                "threshold", risk.threshold(),
                "smallest-class", risk.smallest());
    }

    private void print(Columns columns, Anonymised anonymised, Asked asked, Map<String, Object> risks) {
        Map<String, Object> figures = Json.members(
                "columns", columns.names(),
                "levels", anonymised.levels(),
                "metric", asked.metric().key(),
                "k", asked.k(),
                "suppression", asked.suppression(),
                "score", anonymised.score(),
                "classes", anonymised.classes(),
                "suppressed", anonymised.suppressed(),
                "rows", anonymised.table().rows(),
                "nodes", anonymised.nodes(),
                "visited", anonymised.visited());
        figures.putAll(risks);
        if (json) {
            out.println(Json.of(figures));
            return;
        }
        List<Integer> heights = columns.folder().hierarchies().values().stream()
                .map(Hierarchy::height)
                .toList();
        for (int i = 0; i < heights.size(); i++) {
            line(columns.names().get(i), "level " + anonymised.levels().get(i) + " of " + heights.get(i));
        }
        figures.remove("columns");
        figures.remove("levels");
        figures.forEach((name, figure) -> {
            if (figure instanceof Map<?, ?> several) {
                several.forEach((one, value) -> line(name + " " + one, value));
            } else {
                line(name, figure);
            }
        });
    }

    private void line(String name, Object value) {
        out.println("%-29s %s".formatted(name, value instanceof Double number ? ComputePower.short5(number) : value));
    }

    private void write(Path file, Columns columns, Anonymised anonymised) {
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
