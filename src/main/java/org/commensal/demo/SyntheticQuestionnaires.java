package org.commensal.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.commensal.demo.Recipe.Scale;
import org.commensal.demo.SyntheticPerson.Trait;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;

/**
 * What one synthetic person answers to the items of questionnaires, by the graded-response model of the recipe: an item
 * is a little of the trait and a little of its own, and its answer is how many limits that exceeds.
 */
final class SyntheticQuestionnaires {

    /** After the draw: the day since it, and for what was drawn. */
    record After(int studyDay, String arm) {}

    private static final double SENSE_OF_CHANGE_SD = 0.9;
    private static final double HALF = 0.5;

    private final SyntheticPerson person;
    private final Chance chance;
    private final SyntheticMeals meals;

    SyntheticQuestionnaires(SyntheticPerson person, RandomGenerator random) {
        this.person = person;
        this.chance = new Chance(random);
        this.meals = new SyntheticMeals(chance);
    }

    /** The answers that the recipe decides; items that are not in it are left to others. */
    Map<String, Object> to(Questionnaire form, Optional<After> after) {
        return switch (form.id()) {
            case "phq-4" -> phq4(form, after);
            case "medas-14" -> meals.answers(after);
            case "pgic" -> pgic(after);
            case "expectations" -> expectations();
            case "expectancy" -> expectancy(after);
            case "ibs-checklist" -> checklist();
            case "diet-plan" -> lowFodmap(after);
            case "sachets" -> sachets(after);
            default ->
                Optional.ofNullable(Recipe.SCALES.get(form.id()))
                        .map(scale -> graded(form, scale, trait(scale.trait(), after)))
                        .orElse(Map.of());
        };
    }

    /** The share of migraine days that is gone; 0 before the draw. */
    private double gone(Optional<After> after) {
        return after.map(of -> 1 - person.rateRatio(of.studyDay(), of.arm())).orElse(0.0);
    }

    private double trait(Trait trait, Optional<After> after) {
        double before = person.traits().getOrDefault(trait, 0.0);
        if (after.isEmpty()) {
            return before;
        }
        double relief = trait == Trait.IMPACT ? Recipe.RELIEF_OF_IMPACT : Recipe.RELIEF_OF_OTHERS;
        double better = relief * gone(after) / HALF;
        return Recipe.TRAIT_STAYS * before
                + chance.normal(0, Recipe.TRAIT_NEW)
                + (trait == Trait.WELL_BEING ? better : -better);
    }

    private Map<String, Object> graded(Questionnaire form, Scale scale, double trait) {
        Map<String, Object> answers = new HashMap<>();
        for (Item item : form.items()) {
            if (item.type().equals("choice")) {
                answers.put(item.code(), graded(item, scale, trait));
            }
        }
        if (form.id().equals("phq-15") && person.cycle() == 0) {
            answers.put("phq15_menstrual", "-1");
        }
        return answers;
    }

    private String graded(Item item, Scale scale, double trait) {
        List<String> options = item.options().stream()
                .map(Item.Option::value)
                .filter(value -> !value.equals("-1"))
                .toList();
        double own = Math.sqrt(1 - scale.loading() * scale.loading());
        double latent = scale.loading() * trait + chance.normal(0, own);
        double first = scale.first() + (item.code().equals(Recipe.RARE_ITEM) ? Recipe.RARE_SHIFT : 0);
        int exceeded = 0;
        while (exceeded < options.size() - 1 && latent > first + exceeded * scale.step()) {
            exceeded++;
        }
        return options.get(exceeded);
    }

    /** Two items of anxiety and two of depression, each as in its own questionnaire. */
    private Map<String, Object> phq4(Questionnaire form, Optional<After> after) {
        Map<String, Object> answers = new HashMap<>();
        for (String scale : List.of("gad-7", "phq-9")) {
            Scale of = java.util.Objects.requireNonNull(Recipe.SCALES.get(scale));
            double trait = trait(of.trait(), after);
            form.items().stream()
                    .filter(item -> item.code().startsWith("phq4_anx") == scale.equals("gad-7"))
                    .forEach(item -> answers.put(item.code(), graded(item, of, trait)));
        }
        return answers;
    }

    /** Half of the days gone is much improved, none gone is no change, in the middle of what people say. */
    private Map<String, Object> pgic(Optional<After> after) {
        double felt = 4 - 4 * gone(after) + chance.normal(0, SENSE_OF_CHANGE_SD);
        return Map.of("pgic_01", Long.toString(Math.round(Chance.clip(felt, 1, 7))));
    }

    private Map<String, Object> expectations() {
        Map<String, Object> answers = new HashMap<>();
        Map<String, String> names = Map.of("PROB", "probiotic", "LFD", "low_fodmap", "MED", "mediterranean");
        double most = -1;
        for (String arm : List.of("PROB", "LFD", "MED")) {
            BigDecimal benefit = expected(arm);
            answers.put("expect_benefit_" + names.get(arm), benefit);
            answers.put("expect_logical_" + names.get(arm), expected(arm));
            if (benefit.doubleValue() > most) {
                most = benefit.doubleValue();
                answers.put("expect_preference", java.util.Objects.requireNonNull(names.get(arm)));
            }
        }
        return answers;
    }

    private Map<String, Object> expectancy(Optional<After> after) {
        return after.<Map<String, Object>>map(
                        of -> Map.of("expect_benefit", expected(of.arm()), "expect_logical", expected(of.arm())))
                .orElse(Map.of());
    }

    /** Three fifths of how people differ is theirs, whatever the arm; the rest is of the moment. */
    private BigDecimal expected(String arm) {
        Recipe.Arm of = Recipe.arm(arm);
        double differs = 0.6 * person.expectation() + 0.8 * chance.normal(0, 1);
        double expected = of.expected() + of.expectedSd() * differs;
        return BigDecimal.valueOf(Math.round(Chance.clip(expected, 0, 10)));
    }

    private Map<String, Object> checklist() {
        boolean bowel = person.irritableBowel();
        return Map.of(
                "rome_1",
                BigDecimal.valueOf(bowel ? chance.between(1, 4) : 0),
                "rome_2",
                bowel,
                "rome_3",
                bowel || chance.happens(0.2),
                "rome_4",
                bowel && chance.happens(0.8),
                "rome_5",
                bowel);
    }

    private Map<String, Object> lowFodmap(Optional<After> after) {
        boolean diet = after.map(After::arm).filter("LFD"::equals).isPresent();
        Map<String, Object> answers = new HashMap<>();
        double share = diet ? chance.beta(Recipe.DIET_DAYS_ALPHA, Recipe.DIET_DAYS_BETA) : 0;
        int day = after.map(After::studyDay).orElse(0);
        List<String> groups = new ArrayList<>(
                List.of("fructans_wheat", "fructans_onion_garlic", "gos", "lactose", "fructose", "sorbitol"));
        boolean tests = diet && day >= 35 && day < 70;
        answers.put("plan_days", BigDecimal.valueOf(Math.round(7 * share)));
        answers.put("plan_knowingly", BigDecimal.valueOf(diet ? chance.between(0, 2) : 0));
        answers.put("plan_afterwards", BigDecimal.valueOf(diet ? chance.between(0, 2) : 0));
        answers.put("plan_tested", tests ? groups.get(chance.between(0, groups.size() - 1)) : "none");
        answers.put("plan_reaction", BigDecimal.valueOf(person.sensitive() ? chance.between(3, 7) : 1));
        return answers;
    }

    /** A box of 28 and 4 spare ones a month for who takes sachets; nothing for the others. */
    private Map<String, Object> sachets(Optional<After> after) {
        if (after.map(After::arm).filter("PROB"::equals).isEmpty()) {
            return Map.of("sachets_dispensed", BigDecimal.ZERO);
        }
        double taken = 28 * chance.normal(Recipe.SACHETS_PCT_MEAN, Recipe.SACHETS_PCT_SD) / 100;
        long left = Math.round(Chance.clip(32 - taken, 0, 32));
        return Map.of(
                "sachets_dispensed", BigDecimal.valueOf(32),
                "sachets_returned", BigDecimal.valueOf(left),
                "sachets_lost", BigDecimal.ZERO,
                "sachets_expected", BigDecimal.valueOf(28));
    }
}
