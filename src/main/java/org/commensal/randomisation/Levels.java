package org.commensal.randomisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.eligibility.Facts;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.FactorRule;

/** The level of each allocation factor, as it follows from the facts of a participant. */
final class Levels {

    private Levels() {}

    /** The levels by factor; every factor must be known. */
    static Map<String, String> of(Study study, Facts facts) {
        Map<String, String> levels = new LinkedHashMap<>();
        study.factors()
                .forEach(
                        factor -> levels.put(factor.name(), level(factor, facts).orElseThrow()));
        return levels;
    }

    /** The factors whose level does not follow from what is known. */
    static List<String> unknown(Study study, Facts facts) {
        return study.factors().stream()
                .filter(factor -> level(factor, facts).isEmpty())
                .map(FactorRule::name)
                .toList();
    }

    private static Optional<String> level(FactorRule factor, Facts facts) {
        return factor.levels().stream()
                .filter(level -> level.when().evaluate(facts::get).equals(new Value.Bool(true)))
                .map(FactorRule.Level::code)
                .findFirst();
    }
}
