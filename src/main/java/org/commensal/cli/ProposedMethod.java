package org.commensal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.allocation.simulation.Proposal;
import org.commensal.kernel.ProtocolFault;
import picocli.CommandLine.Option;

/** One method on the command line, with its settings named as in a study file. */
final class ProposedMethod {

    private static final Pattern DECIMAL = Pattern.compile("0?\\.([0-9]{1,5})|1(?:\\.0+)?");
    private static final Pattern MISSING = Pattern.compile("Add (\\S+): to it\\.");

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            description = "complete-randomisation, permuted-blocks, block-urn, big-stick, chen, efron, adjustable-coin,"
                    + " wei-urn, maximal-procedure or minimisation; again for another one beside it.")
    private String method = "";

    @Option(
            names = {"--block-size", "--block-sizes"},
            paramLabel = "N[,N…]",
            description = "permuted-blocks: sizes to draw from.")
    private String blockSizes = "";

    @Option(names = "--block-size-weights", paramLabel = "W[,W…]", description = "permuted-blocks: of those sizes.")
    private String blockSizeWeights = "";

    @Option(names = "--lambda", paramLabel = "N", description = "block-urn: balanced sets in the urn.")
    private String lambda = "";

    @Option(names = "--limit", paramLabel = "N", description = "big-stick, chen, maximal-procedure: largest imbalance.")
    private String limit = "";

    @Option(
            names = "--probability",
            paramLabel = "P",
            description = "chen, efron, minimisation: as 4/5 or 0.8; of minimisation otherwise 4/5.")
    private String probability = "";

    @Option(names = "--alpha", paramLabel = "N", description = "wei-urn: balls of each arm at the start.")
    private String alpha = "";

    @Option(names = "--beta", paramLabel = "N", description = "wei-urn: balls added for each other arm.")
    private String beta = "";

    @Option(names = "--exponent", paramLabel = "N", description = "adjustable-coin: how strongly it corrects.")
    private String exponent = "";

    @Option(names = "--length", paramLabel = "N", description = "maximal-procedure: of a sequence; otherwise --n.")
    private String length = "";

    @Option(names = "--end", paramLabel = "END", description = "maximal-procedure: balanced or free.")
    private String end = "";

    @Option(names = "--measure", paramLabel = "M", description = "minimisation: range, variance or marginal-totals.")
    private String measure = "";

    @Option(names = "--ties", paramLabel = "T", description = "minimisation: share or rank.")
    private String ties = "";

    @Option(names = "--simple-first", paramLabel = "N", description = "minimisation: first by the ratio alone.")
    private String simpleFirst = "";

    @Option(names = "--overall-total", description = "minimisation: balance the totals as well.")
    private boolean overallTotal;

    @Option(
            names = "--unequal-ratio",
            paramLabel = "HOW",
            description = "Of methods for unequal ratios: native or fake-arms.")
    private String unequalRatio = "";

    String name() {
        return method;
    }

    /** @param participants the length of a maximal procedure that was given none */
    Proposal proposal(int participants) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("method", method);
        if (!blockSizes.isEmpty()) {
            settings.put("block-sizes", list(blockSizes));
        }
        if (!blockSizeWeights.isEmpty()) {
            settings.put("block-size-weights", list(blockSizeWeights));
        }
        put(settings, "lambda", lambda);
        put(settings, "limit", limit);
        put(settings, "probability", fraction(probability));
        put(settings, "alpha", alpha);
        put(settings, "beta", beta);
        put(settings, "exponent", exponent);
        put(settings, "length", length);
        put(settings, "end", end);
        put(settings, "measure", measure);
        put(settings, "ties", ties);
        put(settings, "simple-first", simpleFirst);
        put(settings, "unequal-ratio", unequalRatio);
        if (overallTotal) {
            settings.put("overall-total", "true");
        }
        if (method.equals("maximal-procedure")) {
            settings.putIfAbsent("length", String.valueOf(participants));
        }
        if (method.equals("minimisation")) {
            settings.putIfAbsent("measure", "range");
            settings.putIfAbsent("probability", "4/5");
        }
        return new Proposal(settings);
    }

    private static void put(Map<String, Object> settings, String key, String value) {
        if (!value.isEmpty()) {
            settings.put(key, value);
        }
    }

    private static List<String> list(String written) {
        return new ArrayList<>(Arrays.asList(written.split(",", -1)));
    }

    /** A decimal as the fraction that a study file writes. */
    static String fraction(String written) {
        Matcher decimal = DECIMAL.matcher(written);
        if (!decimal.matches()) {
            return written;
        }
        String digits = decimal.group(1);
        return digits == null ? "1/1" : Integer.parseInt(digits) + "/1" + "0".repeat(digits.length());
    }

    /** A fault of its settings, in the words of the command line. */
    String said(ProtocolFault fault) {
        Matcher missing = MISSING.matcher(fault.fix());
        String fix = missing.matches() ? "Add --" + missing.group(1) + "." : fault.fix();
        return "--method " + method + ": " + fault.what() + " " + fix;
    }
}
