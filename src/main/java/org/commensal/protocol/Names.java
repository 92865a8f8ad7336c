package org.commensal.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Type;
import org.commensal.instrument.Variables;
import org.commensal.protocol.Schedule.Anchor;

/** Which names an expression may use: a criterion or factor what is known before randomisation, an alert everything. */
final class Names {

    /** The variable that holds the code of a participant's site. */
    static final String SITE = "site";

    private Names() {}

    /**
     * The site, the items and scores of every visit before randomisation, and what is derived from diaries before it.
     *
     * @param sound whether the schedule is; otherwise the forms of every visit count
     */
    static Formulas beforeRandomisation(
            List<Study.Site> sites,
            Map<String, Formulas> forms,
            Schedule schedule,
            List<Study.DerivedVariable> derived,
            boolean sound) {
        Set<String> siteCodes = sites.stream().map(Study.Site::code).collect(Collectors.toSet());
        Variables known = new Variables(Map.of(SITE, Type.oneOf(siteCodes)));
        Set<String> filledIn = formsBefore(schedule);
        for (Map.Entry<String, Formulas> form : forms.entrySet()) {
            if (!sound || filledIn.contains(form.getKey())) {
                known = known.and(form.getValue().known());
            }
        }
        Set<String> blocksAfter = schedule.blocks().stream()
                .filter(block -> block.anchor() == Anchor.RANDOMISATION)
                .map(Schedule.DiaryBlock::code)
                .collect(Collectors.toSet());
        for (Study.DerivedVariable variable : derived) {
            known = blocksAfter.contains(variable.block()) ? known : known.and(variable.code(), Type.NUMBER);
        }
        Variables all = known;
        return new Formulas(all, name -> !all.has(name) && (isDoubtful(name, forms) || isMisnamed(name, derived)));
    }

    /** Every item, score and derived variable of the study, whenever it is filled in. */
    static Formulas always(List<Study.Site> sites, Map<String, Formulas> forms, List<Study.DerivedVariable> derived) {
        Set<String> siteCodes = sites.stream().map(Study.Site::code).collect(Collectors.toSet());
        Variables known = new Variables(Map.of(SITE, Type.oneOf(siteCodes)));
        for (Formulas form : forms.values()) {
            known = known.and(form.known());
        }
        for (Study.DerivedVariable variable : derived) {
            known = known.and(variable.code(), Type.NUMBER);
        }
        Variables all = known;
        return new Formulas(all, name -> !all.has(name) && (isDoubtful(name, forms) || isMisnamed(name, derived)));
    }

    private static boolean isDoubtful(String name, Map<String, Formulas> forms) {
        return forms.values().stream().anyMatch(form -> form.doubtful().test(name));
    }

    private static boolean isMisnamed(String name, List<Study.DerivedVariable> derived) {
        return derived.stream()
                .map(Study.DerivedVariable::code)
                .anyMatch(code -> !Expression.canName(code) && Variables.resemble(code, name));
    }

    private static Set<String> formsBefore(Schedule schedule) {
        return schedule.visits().stream()
                .filter(visit -> visit.anchor() != Anchor.RANDOMISATION)
                .flatMap(visit -> visit.forms().stream())
                .map(Schedule.VisitForm::form)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
