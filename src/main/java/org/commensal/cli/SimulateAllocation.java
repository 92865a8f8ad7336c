package org.commensal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.simulation.Proposal;
import org.commensal.allocation.simulation.Report;
import org.commensal.allocation.simulation.Scenario;
import org.commensal.allocation.simulation.SideBySide;
import org.commensal.allocation.simulation.Simulation;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.protocol.FaultyStudy;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Simulates how a study, or a method that is thought of, would allocate, and prints what comes of it. */
@Command(
        name = "simulate",
        description = "Simulates the allocation of a study folder, or of methods side by side.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is printed tells how is allocated: keep it from who recruits, treats or judges participants.",
            "",
            "Examples:",
            "  commensal-cli simulate my-study --report simulation.html",
            "  commensal-cli simulate --n 48 --method block-urn --lambda 3 --method permuted-blocks --block-size 6",
            "  commensal-cli simulate --arms 3 --factors 2,2,3 --n 500 --method minimisation --probability 4/5 --json",
            "  commensal-cli simulate --factors 4,2 --prevalences 6:3:2:1,3:1 --site 1 --n 80 --method permuted-blocks"
                    + " --block-size 4",
            "  commensal-cli simulate --n 48 --method big-stick --limit 3 --exact",
            "",
            "Exit codes:",
            "  0   Done.",
            "  1   The study has faults; they were printed.",
            "  2   The command was written wrongly; every fault was printed.",
            "  66  The study cannot be read.",
            "  73  The report cannot be written."
        })
final class SimulateAllocation implements Callable<Integer> {

    private static final int GROUPS = 50;
    private static final int MOST_OF_A_LEVEL = 1_000_000;
    private static final Text NO_STUDY = new Text("Methods of allocation", "Methoden van indeling");

    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The folder that has study.yaml.")
    private Optional<Path> folder = Optional.empty();

    @ArgGroup(exclusive = false, multiplicity = "0..*", heading = "%nMethods:%n")
    private List<ProposedMethod> methods = new ArrayList<>();

    @Option(names = "--arms", paramLabel = "K", description = "Arms of the same size; otherwise 2.")
    private Optional<String> arms = Optional.empty();

    @Option(names = "--ratio", paramLabel = "W:W…", description = "Allocation ratio, as 2:1:1.")
    private Optional<String> ratio = Optional.empty();

    @Option(names = "--n", paramLabel = "N", description = "Participants; otherwise the target of the study.")
    private Optional<String> n = Optional.empty();

    @Option(names = "--factors", paramLabel = "N[,N…]", description = "How many levels each factor has.")
    private Optional<String> factors = Optional.empty();

    @Option(
            names = "--prevalences",
            paramLabel = "N:N…[,N:N…]",
            description = "How often the levels of each of --factors occur, as 1:1,3:1,2:1:1; otherwise equally.")
    private Optional<String> prevalences = Optional.empty();

    @Option(
            names = "--site",
            paramLabel = "PLACE",
            description = "Which of --factors is the site, from 1; of a study, the one named site.")
    private Optional<String> site = Optional.empty();

    @Option(names = "--trials", paramLabel = "N", description = "Simulated trials; otherwise 1000.")
    private String trials = "1000";

    @Option(names = "--seed", paramLabel = "N", description = "Of the simulation; otherwise 1.")
    private String seed = "1";

    @Option(names = "--threads", paramLabel = "N", description = "Otherwise one for each processor. Changes no figure.")
    private Optional<String> threads = Optional.empty();

    @Option(names = "--tests", description = "Also the type I error of tests; --report does too.")
    private boolean tests;

    @Option(names = "--exact", description = "Compute one stream exactly instead; methods only.")
    private boolean exact;

    @Option(names = "--report", paramLabel = "FILE", description = "Write an HTML page for the trial master file.")
    private Optional<Path> report = Optional.empty();

    @Mixin
    private Library library = new Library();

    @Option(names = "--lang", paramLabel = "en|nl", description = "The language of the report; otherwise English.")
    private Language language = Language.EN;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    SimulateAllocation(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        GivenSettings given = new GivenSettings();
        try {
            Optional<Study> study = folder.map(named -> StudyReader.read(library.study(named)));
            List<Scenario> scenarios = study.map(read -> ofStudy(read, given)).orElseGet(() -> ofMethods(given));
            int many = given.whole("--trials", trials, 1, Simulation.MOST_TRIALS);
            long start = given.longWhole("--seed", seed);
            int workers = given.whole(
                    "--threads",
                    threads.orElse(
                            String.valueOf(Math.min(64, Runtime.getRuntime().availableProcessors()))),
                    1,
                    64);
            refuseTooMuch(scenarios, many, given);
            given.stopIfFaulty();
            Text title = study.map(read -> Text.same(read.id() + " " + read.version()))
                    .orElse(NO_STUDY);
            Report found = exact
                    ? ExactReport.of(NO_STUDY, scenarios)
                    : new SideBySide(title, scenarios, many, tests || report.isPresent() ? GROUPS : 0, start)
                            .run(workers, new ProgressLines(err)::at);
            report.ifPresent(file -> write(file, found.page(language)));
            out.println(
                    json
                            ? SimulationJson.of(found, scenarios.get(0).participants(), exact ? 0 : many, start)
                            : SimulationTable.of(found));
            return Stopped.FINE;
        } catch (FaultyStudy faulty) {
            return Faults.print(faulty, json, out);
        }
    }

    private List<Scenario> ofStudy(Study study, GivenSettings given) {
        List<String> useless = new ArrayList<>();
        arms.ifPresent(there -> useless.add("--arms"));
        factors.ifPresent(there -> useless.add("--factors"));
        ratio.ifPresent(there -> useless.add("--ratio"));
        prevalences.ifPresent(there -> useless.add("--prevalences"));
        site.ifPresent(there -> useless.add("--site"));
        given.useless("a study folder, which says it itself", useless);
        if (exact) {
            given.fault("--exact: a study has several streams. Name its method with --method instead of the folder.");
        }
        int participants = participants(given, Optional.of(String.valueOf(study.target())));
        Scenario own =
                Scenario.of(study.scheme(), participants, study.expected()).withSite(study.siteFactor());
        List<Scenario> scenarios = new ArrayList<>(List.of(own));
        for (ProposedMethod method : methods) {
            scenarios.add(own.with(
                    method.proposal(participants).insteadOf(study.scheme(), fault -> given.fault(method.said(fault)))));
        }
        return scenarios;
    }

    private List<Scenario> ofMethods(GivenSettings given) {
        if (methods.isEmpty()) {
            given.fault("There is nothing to simulate. Name a study folder, or a method with --method.");
        }
        if (arms.isPresent() && ratio.isPresent()) {
            given.fault("--arms and --ratio: give one of them.");
        }
        List<Integer> shares = ratio.map(written -> wholes(given, "--ratio", written, ":", 1, 20))
                .orElseGet(() -> IntStream.range(0, given.whole("--arms", arms.orElse("2"), 2, 20))
                        .mapToObj(arm -> 1)
                        .toList());
        List<Integer> levels = factors.map(written -> wholes(given, "--factors", written, ",", 2, 100))
                .orElse(List.of());
        int participants = participants(given, Optional.empty());
        int place = site.map(written -> given.whole("--site", written, 1, Math.max(1, levels.size())))
                .orElse(0);
        Map<String, Map<String, Integer>> expected = expected(given, levels);
        List<Scenario> scenarios = new ArrayList<>();
        for (ProposedMethod method : methods) {
            AllocationScheme scheme =
                    method.proposal(participants).scheme(shares, levels, fault -> given.fault(method.said(fault)));
            scenarios.add(Scenario.of(scheme, participants, expected).withSite(place - 1));
        }
        return scenarios;
    }

    /** By factor and level, as {@link Proposal#expected} names them. */
    private Map<String, Map<String, Integer>> expected(GivenSettings given, List<Integer> levels) {
        if (prevalences.isEmpty()) {
            return Map.of();
        }
        List<List<Integer>> numbers = Arrays.stream(prevalences.get().split(",", -1))
                .map(written -> wholes(given, "--prevalences", written, ":", 1, MOST_OF_A_LEVEL))
                .toList();
        if (!numbers.stream().map(List::size).toList().equals(levels)) {
            given.fault("--prevalences: give a number for each level of --factors, as 1:1,3:1,2:1:1 for 2,2,3.");
        }
        if (exact) {
            given.fault(
                    "--exact and --prevalences: exact figures take every level to occur equally often. Leave one out.");
        }
        return Proposal.expected(numbers);
    }

    private int participants(GivenSettings given, Optional<String> otherwise) {
        return given.whole("--n", n.or(() -> otherwise).orElse(""), 2, Scenario.MOST_PARTICIPANTS);
    }

    private static List<Integer> wholes(
            GivenSettings given, String option, String written, String separator, int least, int most) {
        return Arrays.stream(written.split(separator, -1))
                .map(part -> given.whole(option, part.strip(), least, most))
                .toList();
    }

    private void refuseTooMuch(List<Scenario> scenarios, int many, GivenSettings given) {
        if (scenarios.stream().anyMatch(scenario -> scenario.strata() > Scenario.MOST_STRATA)) {
            given.fault("There are more than " + Scenario.MOST_STRATA + " strata. Name fewer factors or levels.");
        }
        if (exact && report.isPresent()) {
            given.fault("--exact and --report: the report is of a simulation. Leave one out.");
        }
        if (scenarios.stream().anyMatch(each -> (long) each.participants() * many > 5_000_000_000L)) {
            given.fault("--n times --trials is more than 5000000000. Simulate fewer trials.");
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
