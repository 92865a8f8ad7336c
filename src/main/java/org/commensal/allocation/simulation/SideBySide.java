package org.commensal.allocation.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.allocation.AllocationScheme;
import org.commensal.kernel.Text;

/**
 * Several schemes for the same participants, simulated one after the other with the same seed.
 *
 * @param title of the report
 * @param scenarios the first is the one that is proposed, the others are alternatives to it
 * @param groups of participants for the levels of tests; 0 for no tests
 */
public record SideBySide(Text title, List<Scenario> scenarios, int trials, int groups, long seed) {

    private static final Text PARTICIPANTS = new Text("Participants", "Deelnemers");
    private static final Text RATIO = new Text("Allocation ratio", "Verdeling over de groepen");
    private static final Text FACTORS =
            new Text("Factors and how often each level occurs", "Factoren en hoe vaak elk niveau voorkomt");
    private static final Text STRATA = new Text("Strata", "Strata");
    private static final Text TRIALS = new Text("Simulated trials of each method", "Simulaties per methode");
    private static final Text TESTS = new Text(
            "Outcomes for the levels of tests (no effect of the arms; factors and time shift it by 1 SD, picking by 0.25)",
            "Uitkomsten voor de toetsen (geen effect van de groepen; factoren en tijd verschuiven die 1 SD, kiezen 0.25)");
    private static final Text SEED = new Text("Seed of the simulation", "Seed van de simulatie");

    /** Is told how far a simulation is. */
    public interface Progress {
        void at(String method, int done, int of);
    }

    /** Simulates all; the same input gives the same report on any number of threads. */
    public Report run(int threads, Progress progress) {
        List<Report.Method> methods = new ArrayList<>();
        int steps = trials + groups;
        for (Scenario scenario : scenarios) {
            String name = scenario.scheme().method();
            Simulated simulated =
                    new Simulation(scenario, trials, seed).run(threads, done -> progress.at(name, done, steps));
            List<Figure> figures = new ArrayList<>(simulated.figures());
            if (groups > 0) {
                figures.addAll(new TestLevels(scenario, Outcome.STRONG, seed)
                        .run(groups, threads, done -> progress.at(name, trials + done, steps)));
            }
            methods.add(new Report.Method(
                    name,
                    settings(scenario.scheme()),
                    figures,
                    Arrays.stream(simulated.histogram()).boxed().toList(),
                    simulated.trace()));
        }
        return new Report(title, facts(), methods);
    }

    /** As {@code block-sizes 3, 6; …}, in the order of the keys. */
    public static String settings(AllocationScheme scheme) {
        return scheme.settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + " " + said(setting.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String said(Object value) {
        return value.toString().replaceAll("[\\[\\]{}]", "").replace("=", " ");
    }

    private Map<Text, String> facts() {
        Scenario scenario = scenarios.get(0);
        Map<Text, String> facts = new LinkedHashMap<>();
        facts.put(PARTICIPANTS, String.valueOf(scenario.participants()));
        facts.put(
                RATIO,
                scenario.scheme().ratio().values().stream().map(String::valueOf).collect(Collectors.joining(":")));
        if (!scenario.shares().isEmpty()) {
            facts.put(FACTORS, factors(scenario));
            facts.put(STRATA, String.valueOf(scenario.strata()));
        }
        facts.put(TRIALS, String.valueOf(trials));
        if (groups > 0) {
            facts.put(TESTS, String.valueOf(groups * TestLevels.OUTCOMES));
        }
        facts.put(SEED, String.valueOf(seed));
        return facts;
    }

    private static String factors(Scenario scenario) {
        List<String> said = new ArrayList<>();
        for (int factor = 0; factor < scenario.shares().size(); factor++) {
            AllocationScheme.Factor known = scenario.scheme().factors().get(factor);
            List<String> levels = new ArrayList<>();
            for (int level = 0; level < known.levels().size(); level++) {
                levels.add(known.levels().get(level) + " "
                        + Math.round(100 * scenario.shares().get(factor)[level]) + "%");
            }
            said.add(known.name() + ": " + String.join(", ", levels));
        }
        return String.join("; ", said);
    }
}
