package org.commensal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.kernel.Settings;
import org.commensal.protocol.Study.FactorRule;
import org.commensal.protocol.Study.Site;

/**
 * Reads {@code simulation.yaml}: which participants are expected. Its numbers count for each other, so that they may be
 * participants a month, percents, or those of an earlier trial.
 */
final class ExpectedReading {

    private static final int LARGEST = 1_000_000;

    private final List<FactorRule> factors;
    private final int site;
    private final Map<String, Map<String, Integer>> expected = new LinkedHashMap<>();

    ExpectedReading(List<Site> sites, List<FactorRule> factors) {
        this.factors = factors;
        this.site = Study.siteFactor(sites, factors);
    }

    /** The expected numbers, by factor and level. */
    Map<String, Map<String, Integer>> read(Settings at) {
        at.optionalChild("accrual").ifPresent(accrual -> accrual(at, accrual));
        at.optionalChild("prevalences").ifPresent(this::prevalences);
        at.done();
        return expected;
    }

    private void accrual(Settings at, Settings accrual) {
        if (site < 0) {
            at.fault(
                    "accrual",
                    "The site is no factor, so that its accrual changes nothing.",
                    "Remove it, or add a factor with levels-from: sites to study.yaml.");
        } else {
            levels(factors.get(site), accrual);
        }
    }

    private void prevalences(Settings at) {
        for (String name : at.keys()) {
            int place = factors.stream().map(FactorRule::name).toList().indexOf(name);
            if (place < 0) {
                at.fault(name, "There is no factor \"" + name + "\".", "Write one of: " + names() + ".");
            } else if (place == site) {
                at.fault(name, "\"" + name + "\" is the site.", "Say how many each site brings under accrual.");
            } else {
                at.optionalChild(name).ifPresent(levels -> levels(factors.get(place), levels));
            }
        }
    }

    private String names() {
        return factors.stream()
                .filter(factor -> site < 0 || factor != factors.get(site))
                .map(FactorRule::name)
                .collect(Collectors.joining(", "));
    }

    /** Every level, so that none is left out by mistake. */
    private void levels(FactorRule factor, Settings at) {
        at.withNamesOfTheStudy();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String level : factor.codes()) {
            if (!at.has(level)) {
                at.fault(level, "\"" + level + "\" is missing.", "Add " + level + ": with a whole number.");
            }
            numbers.put(level, at.integer(level, 1, LARGEST, 1));
        }
        at.done();
        expected.put(factor.name(), numbers);
    }
}
