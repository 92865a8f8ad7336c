package org.commensal.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Somebody who might enter the trial: what stays the same about them, whatever they are drawn for.
 *
 * @param bmi body mass index, kg/m²
 * @param cycle days from one menstruation to the next; 0 for who does not menstruate
 * @param cycleDay day of the cycle on day 0
 * @param migraineDays per 28 days, in the long run
 * @param compliance share of diary days that they fill in
 * @param pain how much more the worst pain is than other people's
 * @param effect how the logarithm of their rate ratio differs from that of their arm
 * @param stays share of those who stay longer in the trial than they would; who stays below the drop-out of the arm stops
 * @param stopDay on which they stop then, 1 to 83
 * @param expectation how much more they expect than others, in standard deviations
 * @param traits each with mean 0 and standard deviation 1 over people
 */
record SyntheticPerson(
        int age,
        boolean female,
        double bmi,
        int height,
        int onset,
        boolean aura,
        boolean preventive,
        boolean irritableBowel,
        boolean psychotropic,
        int cycle,
        int cycleDay,
        double migraineDays,
        double compliance,
        double pain,
        double effect,
        double stays,
        int stopDay,
        boolean sensitive,
        double expectation,
        Map<Trait, Double> traits) {

    /** What questionnaires measure, and how far it goes with the first of them. */
    enum Trait {
        DEPRESSION(1),
        ANXIETY(0.65),
        STRESS(0.60),
        FATIGUE(0.55),
        WELL_BEING(-0.65),
        BODY(0.35),
        IMPACT(0.30);

        private final double withDepression;

        Trait(double withDepression) {
            this.withDepression = withDepression;
        }

        private double drawn(double depression, Chance chance) {
            return withDepression * depression + chance.normal(0, Math.sqrt(1 - withDepression * withDepression));
        }
    }

    private static final int MONTH = 28;
    private static final int LAST_DAY = 83;

    /** How much more of the trait BODY those with an irritable bowel have than others. */
    private static final double BOWEL_ON_BODY = 0.9;

    SyntheticPerson {
        traits = Map.copyOf(traits);
    }

    static SyntheticPerson draw(RandomGenerator random) {
        Chance chance = new Chance(random);
        int age =
                (int) chance.truncatedNormal(Recipe.AGE_MEAN, Recipe.AGE_SD, Recipe.AGE_LEAST, Recipe.AGE_MOST + 0.99);
        boolean female = chance.happens(Recipe.FEMALE);
        boolean menstruates = female && age < Recipe.MENSTRUATES_BELOW;
        int cycle = menstruates ? (int) Math.round(chance.normal(Recipe.CYCLE_MEAN, Recipe.CYCLE_SD)) : 0;
        double migraineDays = migraineDays(chance);
        boolean bowel = chance.happens(Recipe.IRRITABLE_BOWEL);
        double expectation = chance.normal(0, 1);
        return new SyntheticPerson(
                age,
                female,
                chance.lognormal(Recipe.BMI_MEDIAN, Recipe.BMI_SD_LOG, Recipe.BMI_LEAST, Recipe.BMI_MOST),
                (int) Math.round(chance.normal(female ? 168 : 181, 6.5)),
                onset(chance, age),
                chance.happens(Recipe.AURA),
                chance.happens(preventive(migraineDays)),
                bowel,
                chance.happens(Recipe.PSYCHOTROPIC),
                cycle,
                menstruates ? chance.between(0, cycle - 1) : 0,
                migraineDays,
                chance.beta(Recipe.COMPLIANCE_ALPHA, Recipe.COMPLIANCE_BETA),
                chance.normal(0, Recipe.PAIN_PERSON_SD),
                effect(chance, expectation),
                random.nextDouble(),
                chance.between(1, LAST_DAY),
                chance.happens(Recipe.SENSITIVE),
                expectation,
                traits(chance, bowel, migraineDays));
    }

    /** From the first to the last day after the draw on which they are in the trial. */
    boolean isInTrial(int studyDay, String arm) {
        return stays >= Recipe.arm(arm).dropOut() || studyDay < stopDay;
    }

    private static double migraineDays(Chance chance) {
        return chance.happens(Recipe.CHRONIC_SHARE)
                ? chance.truncatedNormal(
                        Recipe.CHRONIC_MEAN, Recipe.CHRONIC_SD, Recipe.CHRONIC_LEAST, Recipe.CHRONIC_MOST)
                : chance.truncatedNormal(
                        Recipe.EPISODIC_MEAN, Recipe.EPISODIC_SD, Recipe.EPISODIC_LEAST, Recipe.EPISODIC_MOST);
    }

    private static int onset(Chance chance, int age) {
        int most = Math.min(Recipe.ONSET_MOST, age - 1);
        return (int) chance.truncatedNormal(Recipe.ONSET_MEAN, Recipe.ONSET_SD, Recipe.ONSET_LEAST, most);
    }

    private static double preventive(double migraineDays) {
        double share = Recipe.PREVENTIVE + Recipe.PREVENTIVE_PER_DAY * (migraineDays - 8);
        return Chance.clip(share, Recipe.PREVENTIVE_LEAST, Recipe.PREVENTIVE_MOST);
    }

    /** Who expects more has a little more effect. */
    private static double effect(Chance chance, double expectation) {
        double shared = Recipe.EXPECTATION_ON_EFFECT;
        return Recipe.EFFECT_SD_LOG * (chance.normal(0, Math.sqrt(1 - shared * shared)) - shared * expectation);
    }

    /** How many of the migraine days of before are left on this day, in an arm. */
    double rateRatio(int studyDay, String arm) {
        double log = Math.log(Recipe.arm(arm).rateRatio()) + effect;
        if (arm.equals("LFD")) {
            log += Math.log(irritableBowel ? Recipe.BOWEL_ON_LOW_FODMAP : Recipe.NO_BOWEL_ON_LOW_FODMAP);
        }
        String block = studyDay < MONTH ? "B1" : studyDay < 2 * MONTH ? "B2" : studyDay < 3 * MONTH ? "B3" : "B5";
        return Math.exp(log * Recipe.TIME_COURSE.getOrDefault(block, 0.0));
    }

    private static Map<Trait, Double> traits(Chance chance, boolean bowel, double migraineDays) {
        Map<Trait, Double> traits = new EnumMap<>(Trait.class);
        double depression = chance.normal(0, 1);
        for (Trait trait : Trait.values()) {
            traits.put(trait, trait == Trait.DEPRESSION ? depression : trait.drawn(depression, chance));
        }
        double share = Recipe.IRRITABLE_BOWEL;
        double rest = Math.sqrt(1 - BOWEL_ON_BODY * BOWEL_ON_BODY * share * (1 - share));
        traits.compute(
                Trait.BODY,
                (body, drawn) -> rest * (drawn == null ? 0 : drawn) + BOWEL_ON_BODY * ((bowel ? 1 : 0) - share));
        double shared = Recipe.IMPACT_WITH_MIGRAINE_DAYS;
        double burden = (migraineDays - Recipe.MIGRAINE_DAYS_MEAN) / Recipe.MIGRAINE_DAYS_SD;
        traits.compute(
                Trait.IMPACT,
                (impact, drawn) -> Math.sqrt(1 - shared * shared) * (drawn == null ? 0 : drawn) + shared * burden);
        return traits;
    }
}
