package org.commensal.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Settings;

/** Examples of participants: what is known of them, whether they are eligible, and their levels of the factors. */
final class ParticipantExamples {

    private final Study study;
    private final Map<String, Map<String, Object>> earlier = new HashMap<>();
    private final Codes names = new Codes();

    ParticipantExamples(Study study) {
        this.study = study;
    }

    void check(Settings at) {
        String name = names.unique(at, "name");
        Map<String, Object> given = new LinkedHashMap<>(like(at));
        given.putAll(Expectation.values(at, "answers"));
        earlier.put(name, given);
        Optional<Map<String, Value>> facts = facts(at, given);
        boolean eligible = at.flag("eligible", true);
        List<String> by = at.strings("by");
        List<String> unknown = at.strings("unknown");
        if (!at.has("eligible")) {
            at.fault("eligible", "\"eligible\" is missing.", "Write eligible: true, or false and by: [I01].");
        }
        Map<String, Object> levels = Expectation.values(at, "levels");
        facts.ifPresent(known -> {
            compare(at, verdict(eligible, by, unknown), known);
            levels.forEach((factor, level) -> compareLevel(at, factor, String.valueOf(level), known));
        });
    }

    private Map<String, Object> like(Settings at) {
        Optional<String> like = at.optionalString("like");
        like.filter(name -> !earlier.containsKey(name))
                .ifPresent(name -> at.fault(
                        "like", "No participant before this one is called \"" + name + "\".", "Put that one first."));
        return like.map(earlier::get).orElse(Map.of());
    }

    /** Answers by their form, values of derived variables, and the site; empty after a fault. */
    private Optional<Map<String, Value>> facts(Settings at, Map<String, Object> given) {
        Map<String, Value> facts = new HashMap<>();
        Map<String, Object> others = new LinkedHashMap<>(given);
        boolean sound = true;
        for (Questionnaire form : study.questionnaires().values()) {
            Map<String, Object> ofForm = new LinkedHashMap<>(given);
            ofForm.keySet().retainAll(form.items().stream().map(Item::code).toList());
            others.keySet().removeAll(ofForm.keySet());
            Optional<Answers> answers = ofForm.isEmpty() ? Optional.empty() : Expectation.accept(form, ofForm, at);
            answers.ifPresent(accepted -> {
                facts.putAll(accepted.values());
                facts.putAll(form.score(accepted));
            });
            sound &= ofForm.isEmpty() || answers.isPresent();
        }
        for (Map.Entry<String, Object> other : others.entrySet()) {
            Optional<Value> value = other(other.getKey(), String.valueOf(other.getValue()));
            value.ifPresent(known -> facts.put(other.getKey(), known));
            sound &= value.isPresent();
            if (value.isEmpty()) {
                String what = "\"" + other.getKey() + "\" cannot be " + other.getValue() + ".";
                at.fault("answers", what, "Use items, numbers for derived variables, and the code of a site.");
            }
        }
        return sound ? Optional.of(facts) : Optional.empty();
    }

    private Optional<Value> other(String name, String written) {
        if (name.equals(Names.SITE)) {
            return study.sites().stream().anyMatch(site -> site.code().equals(written))
                    ? Optional.of(new Value.Word(written))
                    : Optional.empty();
        }
        if (study.derived().stream().noneMatch(derived -> derived.code().equals(name))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Value.Num(new BigDecimal(written)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void compare(Settings at, String expected, Map<String, Value> facts) {
        List<String> notMet = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Study.Criterion criterion : study.criteria()) {
            Value value = criterion.expression().evaluate(name -> facts.getOrDefault(name, Value.Missing.UNKNOWN));
            if (!(value instanceof Value.Bool decided)) {
                unknown.add(criterion.id());
            } else if (decided.value() != criterion.inclusion()) {
                notMet.add(criterion.id());
            }
        }
        String found = verdict(notMet.isEmpty() && unknown.isEmpty(), notMet, unknown);
        if (!found.equals(expected)) {
            Expectation.differ(at, "eligible", expected, found);
        }
    }

    private static String verdict(boolean eligible, List<String> by, List<String> unknown) {
        String verdict = eligible ? "eligible" : "not eligible";
        return verdict
                + (by.isEmpty()
                        ? ""
                        : " by " + String.join(", ", by.stream().sorted().toList()))
                + (unknown.isEmpty()
                        ? ""
                        : " with unknown "
                                + String.join(", ", unknown.stream().sorted().toList()));
    }

    private void compareLevel(Settings at, String factor, String expected, Map<String, Value> facts) {
        String found = study.factors().stream()
                .filter(rule -> rule.name().equals(factor))
                .flatMap(rule -> rule.levels().stream())
                .filter(level -> level.when().holds(name -> facts.getOrDefault(name, Value.Missing.UNKNOWN)))
                .map(Study.FactorRule.Level::code)
                .findFirst()
                .orElse("none");
        if (!found.equals(expected)) {
            Expectation.differ(at, "levels", factor + " " + expected, found);
        }
    }
}
