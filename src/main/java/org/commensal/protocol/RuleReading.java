package org.commensal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.instrument.Expression;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study.Criterion;
import org.commensal.protocol.Study.DerivedVariable;
import org.commensal.protocol.Study.FactorRule;

/** Reads what a study computes before it randomises: derived variables, criteria and allocation factors. */
final class RuleReading {

    /** What was read, in the order of the file. */
    record Rules(
            List<DerivedVariable> derived, List<Criterion> criteria, List<Text> leftOut, List<FactorRule> factors) {}

    private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+._-]{0,31}");

    private final Settings study;
    private final Codes variables;
    private final Codes criterionIds = new Codes();
    private final Codes factorNames = new Codes();

    /** @param variables the codes of the whole study */
    RuleReading(Settings study, Codes variables) {
        this.study = study;
        this.variables = variables;
    }

    /**
     * @param forms what the items of each form are called
     * @param sound whether the schedule is
     */
    Rules read(List<Study.Site> sites, Map<String, Formulas> forms, Schedule schedule, boolean sound) {
        DerivedReading reading = new DerivedReading(variables, schedule, forms);
        List<DerivedVariable> derived =
                study.children("derived").stream().map(reading::read).toList();
        Formulas formulas = Names.beforeRandomisation(sites, forms, schedule, derived, sound);
        Optional<Settings> eligibility = study.child("eligibility");
        List<Criterion> criteria = eligibility.map(at -> criteria(at, formulas)).orElse(List.of());
        List<Text> leftOut = eligibility.map(this::leftOut).orElse(List.of());
        eligibility.ifPresent(Settings::done);
        List<FactorRule> factors = study.children("factors").stream()
                .map(at -> factor(at, sites, formulas))
                .toList();
        return new Rules(derived, criteria, leftOut, factors);
    }

    private List<Criterion> criteria(Settings eligibility, Formulas formulas) {
        List<Criterion> criteria = new ArrayList<>();
        eligibility.children("inclusion").forEach(at -> criteria.add(criterion(at, true, formulas)));
        eligibility.children("exclusion").forEach(at -> criteria.add(criterion(at, false, formulas)));
        return criteria;
    }

    private Criterion criterion(Settings at, boolean inclusion, Formulas formulas) {
        String id = criterionIds.unique(at, "id", Codes.CAPITALS, inclusion ? "I01" : "E01");
        Criterion criterion = new Criterion(id, inclusion, at.text("text"), formulas.condition(at, "when"));
        at.done();
        return criterion;
    }

    /** The criteria that no form of this study can compute, each with the reason. */
    private List<Text> leftOut(Settings eligibility) {
        return eligibility.children("left-out").stream()
                .map(at -> {
                    String id = criterionIds.unique(at, "id", Codes.CAPITALS, "E09");
                    Text why = at.text("why");
                    at.done();
                    return new Text(id + ": " + why.en(), id + ": " + why.nl());
                })
                .toList();
    }

    private FactorRule factor(Settings at, List<Study.Site> sites, Formulas formulas) {
        String name = factorNames.unique(at, "name", Codes.KEBAB, "mmd-band");
        Text label = at.text("label");
        boolean fromSites = at.has("levels-from");
        if (fromSites) {
            at.oneOf("levels-from", List.of("sites"));
        }
        List<FactorRule.Level> levels = fromSites ? levels(sites) : levels(at, formulas);
        if (levels.size() < 2 && (!fromSites || sites.size() == 1)) {
            at.fault("levels", "\"" + name + "\" has " + levels.size() + " levels.", "List at least two.");
        }
        at.done();
        return new FactorRule(name, label, levels);
    }

    private static List<FactorRule.Level> levels(List<Study.Site> sites) {
        return sites.stream()
                .filter(site -> !site.name().isEmpty() && Codes.isKebab(site.code()))
                .map(site -> new FactorRule.Level(
                        site.code(),
                        Text.same(site.name()),
                        Expression.parse(Names.SITE + " == \"" + site.code() + "\"")))
                .toList();
    }

    private static List<FactorRule.Level> levels(Settings at, Formulas formulas) {
        Codes codes = new Codes();
        return at.children("levels").stream()
                .map(level -> {
                    FactorRule.Level read = new FactorRule.Level(
                            codes.unique(level, "code", LEVEL, "8-14"),
                            level.text("label"),
                            formulas.condition(level, "when"));
                    level.done();
                    return read;
                })
                .toList();
    }
}
