package org.commensal.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.commensal.power.Comparison;
import org.commensal.power.Proportions;
import org.commensal.power.Rates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how many participants a trial needs for its power, or what power a trial of some size has. */
@Command(
        name = "power",
        description = "Computes how many participants a trial needs, or with --n its power.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Sizes are for each arm (with --ratio: for each share of it), before and after dropout. Tests are two-sided.",
            "",
            "Examples:",
            "  commensal-cli power --endpoint ancova --delta 1.5 --sd 4.5 --correlation 0.5 --arms 3 --comparison dunnett"
                    + " --power 0.9 --dropout 0.15",
            "  commensal-cli power --endpoint ancova --delta 1.5,0 --sd 4.5 --arms 3 --comparison dunnett --n 150",
            "  commensal-cli power --endpoint negative-binomial --control 8 --treatment 6.4 --dispersion 0.35",
            "  commensal-cli power --endpoint proportions --control 0.3 --treatment 0.5 --test arcsine",
            "",
            "Exit codes:",
            "  0   Done.",
            "  2   The command was written wrongly; every fault was printed."
        })
final class ComputePower implements Callable<Integer> {

    private static final double MOST = 1e6;

    private final PrintWriter out;

    @Option(
            names = "--endpoint",
            paramLabel = "ENDPOINT",
            description = "ancova (a mean, adjusted for its baseline), negative-binomial or proportions.")
    private String endpoint = "";

    @Option(
            names = "--delta",
            paramLabel = "D[,D…]",
            description = "ancova: difference from the control, of all arms or of each.")
    private Optional<String> delta = Optional.empty();

    @Option(names = "--sd", paramLabel = "SD", description = "ancova: standard deviation within an arm.")
    private Optional<String> sd = Optional.empty();

    @Option(names = "--correlation", paramLabel = "R", description = "ancova: of outcome and baseline; otherwise 0.")
    private Optional<String> correlation = Optional.empty();

    @Option(names = "--arms", paramLabel = "K", description = "ancova: arms, the control included; otherwise 2.")
    private Optional<String> arms = Optional.empty();

    @Option(names = "--ratio", paramLabel = "W:W…", description = "ancova: allocation ratio, the control first.")
    private Optional<String> ratio = Optional.empty();

    @Option(
            names = "--comparison",
            paramLabel = "WHAT",
            description = "ancova: single, bonferroni, dunnett, tukey or global-f; otherwise single.")
    private Optional<String> comparison = Optional.empty();

    @Option(names = "--control", paramLabel = "X", description = "Rate or proportion of the control.")
    private Optional<String> control = Optional.empty();

    @Option(names = "--treatment", paramLabel = "X", description = "Rate or proportion of the treatment.")
    private Optional<String> treatment = Optional.empty();

    @Option(
            names = "--dispersion",
            paramLabel = "K",
            description = "negative-binomial: a count of mean m has variance m + K m²; otherwise 0.")
    private Optional<String> dispersion = Optional.empty();

    @Option(names = "--exposure", paramLabel = "T", description = "negative-binomial: mean time; otherwise 1.")
    private Optional<String> exposure = Optional.empty();

    @Option(
            names = "--null",
            paramLabel = "RATES",
            description = "negative-binomial: variance under the null hypothesis at the rates: reference, true or"
                    + " maximum-likelihood; otherwise true.")
    private Optional<String> nullRates = Optional.empty();

    @Option(names = "--test", paramLabel = "TEST", description = "proportions: normal or arcsine; otherwise normal.")
    private Optional<String> test = Optional.empty();

    @Option(names = "--alpha", paramLabel = "A", description = "Level of the test; otherwise 0.05.")
    private String alpha = "0.05";

    @Option(names = "--power", paramLabel = "P", description = "The power that is wanted; otherwise 0.9.")
    private Optional<String> power = Optional.empty();

    @Option(names = "--n", paramLabel = "N", description = "Participants for each arm or share: gives the power.")
    private Optional<String> n = Optional.empty();

    @Option(names = "--dropout", paramLabel = "D", description = "Share that is lost; otherwise 0.")
    private String dropout = "0";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ComputePower(PrintWriter out) {
        this.out = out;
    }

    /** What every endpoint is asked. */
    record Asked(double alpha, double power, Optional<Double> n, double dropout) {

        /** How many to recruit so that {@code n} stay. */
        double recruited(double n) {
            return Math.ceil(n / (1 - dropout) - 1e-9);
        }
    }

    @Override
    public Integer call() {
        GivenSettings given = new GivenSettings();
        String asked = given.oneOf("--endpoint", endpoint, List.of("ancova", "negative-binomial", "proportions"));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("endpoint", asked);
        switch (asked) {
            case "negative-binomial" -> figures.putAll(rates(given));
            case "proportions" -> figures.putAll(proportions(given));
            default -> figures.putAll(means(given));
        }
        out.println(json ? Json.of(figures) : lines(figures));
        return Stopped.FINE;
    }

    private Asked asked(GivenSettings given) {
        if (n.isPresent() && power.isPresent()) {
            given.fault("--n and --power: give one of them, the other is computed.");
        }
        return new Asked(
                given.number("--alpha", alpha, 1e-6, 0.5),
                given.number("--power", power.orElse("0.9"), 0.01, 0.9999),
                n.map(written -> given.number("--n", written, 2, 1e7)),
                given.number("--dropout", dropout, 0, 0.95));
    }

    private Map<String, Object> means(GivenSettings given) {
        refuse(given, "ancova", Map.of("--control", control, "--treatment", treatment), countsOnly(), testOnly());
        int most = 20;
        double[] shares = ratio.map(written -> given.numbers("--ratio", written, ":", 0.001, 1000))
                .orElseGet(() -> ones(given.whole("--arms", arms.orElse("2"), 2, most)));
        if (ratio.isPresent() && arms.isPresent()) {
            given.fault("--arms and --ratio: give one of them.");
        }
        if (shares.length < 2 || shares.length > most) {
            given.fault("--ratio is " + ratio.orElse("") + ". Write 2 to " + most + " shares, as in 2:1:1.");
        }
        MeansAsked means = new MeansAsked(
                given.numbers("--delta", delta.orElse(""), ",", -MOST, MOST),
                given.number("--sd", sd.orElse(""), 1e-6, MOST),
                given.number("--correlation", correlation.orElse("0"), -0.9999, 0.9999),
                shares,
                given.oneOf("--comparison", comparison.orElse("single"), Comparison.keys()));
        means.check(given);
        Asked asked = asked(given);
        given.stopIfFaulty();
        return means.figures(asked);
    }

    private Map<String, Object> rates(GivenSettings given) {
        refuse(given, "negative-binomial", meansOnly(), testOnly());
        Asked asked = asked(given);
        Rates rates = new Rates(
                given.number("--control", control.orElse(""), 1e-6, MOST),
                given.number("--treatment", treatment.orElse(""), 1e-6, MOST),
                given.number("--dispersion", dispersion.orElse("0"), 0, 1000),
                given.number("--exposure", exposure.orElse("1"), 1e-6, MOST),
                1,
                asked.alpha());
        String at = given.oneOf("--null", nullRates.orElse("true"), Rates.Null.keys());
        refuseEqual(given);
        given.stopIfFaulty();
        Rates.Null chosen = Rates.Null.values()[Rates.Null.keys().indexOf(at)];
        return figures(
                asked,
                "null",
                at,
                asked.n().isPresent() ? rates.power(asked.n().get(), chosen) : rates.size(asked.power(), chosen));
    }

    private Map<String, Object> proportions(GivenSettings given) {
        refuse(given, "proportions", meansOnly(), countsOnly());
        Asked asked = asked(given);
        Proportions proportions = new Proportions(
                given.number("--control", control.orElse(""), 0.0001, 0.9999),
                given.number("--treatment", treatment.orElse(""), 0.0001, 0.9999),
                asked.alpha());
        String by = given.oneOf("--test", test.orElse("normal"), Proportions.Test.keys());
        refuseEqual(given);
        given.stopIfFaulty();
        Proportions.Test chosen =
                Proportions.Test.values()[Proportions.Test.keys().indexOf(by)];
        return figures(
                asked,
                "test",
                by,
                asked.n().isPresent()
                        ? proportions.power(asked.n().get(), chosen)
                        : proportions.size(asked.power(), chosen));
    }

    private void refuseEqual(GivenSettings given) {
        if (control.isPresent() && control.equals(treatment)) {
            given.fault("--control and --treatment are the same. Write the difference that the trial is to show.");
        }
    }

    private static Map<String, Object> figures(Asked asked, String setting, String value, double figure) {
        Map<String, Object> figures = Json.members(setting, value, "alpha", asked.alpha());
        figures.putAll(sizes(asked, figure, 2));
        return figures;
    }

    /** @param figure the power where a size was asked for, otherwise the size */
    static Map<String, Object> sizes(Asked asked, double figure, double sumOfShares) {
        boolean size = asked.n().isEmpty();
        double n = asked.n().orElse(figure);
        return Json.members(
                "power",
                size ? asked.power() : figure,
                "n-per-arm",
                n,
                "participants-per-arm",
                (long) Math.ceil(n - 1e-9),
                "dropout",
                asked.dropout(),
                "recruited-per-arm",
                (long) asked.recruited(n),
                "recruited",
                (long) Math.ceil(asked.recruited(n) * sumOfShares));
    }

    private static double[] ones(int arms) {
        double[] ones = new double[arms];
        Arrays.fill(ones, 1);
        return ones;
    }

    private Map<String, Optional<String>> meansOnly() {
        Map<String, Optional<String>> options = new LinkedHashMap<>();
        options.put("--delta", delta);
        options.put("--sd", sd);
        options.put("--correlation", correlation);
        options.put("--arms", arms);
        options.put("--ratio", ratio);
        options.put("--comparison", comparison);
        return options;
    }

    private Map<String, Optional<String>> countsOnly() {
        return Map.of("--dispersion", dispersion, "--exposure", exposure, "--null", nullRates);
    }

    private Map<String, Optional<String>> testOnly() {
        return Map.of("--test", test);
    }

    @SafeVarargs
    private static void refuse(GivenSettings given, String where, Map<String, Optional<String>>... options) {
        List<String> useless = new ArrayList<>();
        for (Map<String, Optional<String>> some : options) {
            some.forEach((name, value) -> value.ifPresent(there -> useless.add(name)));
        }
        given.useless(where, useless.stream().sorted().toList());
    }

    private static String lines(Map<String, Object> figures) {
        List<String> lines = new ArrayList<>();
        figures.forEach((name, value) ->
                lines.add("%-22s %s".formatted(name, value instanceof Double number ? short5(number) : value)));
        return String.join(System.lineSeparator(), lines);
    }

    static String short5(double number) {
        return String.format(Locale.ROOT, "%.5f", number).replaceFirst("\\.?0+$", "");
    }
}
