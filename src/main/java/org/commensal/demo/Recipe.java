package org.commensal.demo;

import java.util.Map;
import org.commensal.demo.SyntheticPerson.Trait;

/**
 * The numbers from which synthetic participants are made: the only place where they stand.
 *
 * <p>They are design values, most of them near published ones: age, sex and migraine days of trials in episodic and chronic
 * migraine as tabulated by Di Tanna et al. (2019, BMC Med Res Methodol); symptoms below those of persons in the Women's
 * Health Genome Study; the scales near samples of specialist care. What an arm does here stands for everything that
 * happens in it, natural course and expectation included: it is an invention, and never evidence. Standard deviations
 * are written sd; proportions lie between 0 and 1.
 */
final class Recipe {

    /** Weight of each site of the flagship among participants, in per cent. */
    static final Map<String, Double> SITES =
            Map.of("leiden", 34.0, "nijmegen", 26.0, "zwolle", 22.0, "maastricht", 18.0);

    // Persons
    static final double AGE_MEAN = 41;
    static final double AGE_SD = 11.3;
    static final int AGE_LEAST = 18;
    static final int AGE_MOST = 65;
    static final double FEMALE = 0.86;
    static final double BMI_MEDIAN = 24.8;
    static final double BMI_SD_LOG = 0.16;
    static final double BMI_LEAST = 18.6;
    static final double BMI_MOST = 39.9;
    static final double ONSET_MEAN = 19;
    static final double ONSET_SD = 8;
    static final int ONSET_LEAST = 5;
    static final int ONSET_MOST = 49;
    static final double AURA = 0.35;
    static final double IRRITABLE_BOWEL = 0.35;
    static final double PSYCHOTROPIC = 0.14;
    static final int MENSTRUATES_BELOW = 50;
    static final double CYCLE_MEAN = 28.5;
    static final double CYCLE_SD = 2.5;
    static final int MENSES_DAYS = 5;

    /** Share with a preventive: this at 8 migraine days, and so much more for each further day, within limits. */
    static final double PREVENTIVE = 0.25;

    static final double PREVENTIVE_PER_DAY = 0.02;
    static final double PREVENTIVE_LEAST = 0.10;
    static final double PREVENTIVE_MOST = 0.60;

    // Migraine days per 28 that a person has in the long run, in two groups
    static final double CHRONIC_SHARE = 0.20;
    static final double EPISODIC_MEAN = 8.2;
    static final double EPISODIC_SD = 2.3;
    static final double EPISODIC_LEAST = 3;
    static final double EPISODIC_MOST = 15;
    static final double CHRONIC_MEAN = 17.5;
    static final double CHRONIC_SD = 3.6;
    static final double CHRONIC_LEAST = 10;
    static final double CHRONIC_MOST = 27;

    // From day to day
    /** Correlation of the migraine of one day with that of the day before. */
    static final double PERSISTENCE = 0.05;

    /** On the logit, from two days before to three after the first day of menstruation. */
    static final double MENSTRUAL_LOG_ODDS = 0.45;

    static final int MENSTRUAL_DAYS = 6;
    static final double COMPLIANCE_ALPHA = 18;
    static final double COMPLIANCE_BETA = 2;
    static final double LATE = 0.03;

    // A day with headache
    static final double OTHER_HEADACHE = 0.10;
    static final double MIGRAINE_HOURS_MEDIAN = 9;
    static final double MIGRAINE_HOURS_SD_LOG = 0.8;
    static final double OTHER_HOURS_MEDIAN = 3;
    static final double OTHER_HOURS_SD_LOG = 0.7;
    static final double PAIN_MEAN = 6.3;
    static final double PAIN_SD = 1.5;
    static final double PAIN_PERSON_SD = 1.0;
    static final double OTHER_PAIN_MEAN = 3;
    static final double OTHER_PAIN_SD = 1.2;
    static final double UNILATERAL = 0.62;
    static final double PULSATING = 0.66;
    static final double AGGRAVATED = 0.72;
    static final double NAUSEA = 0.55;
    static final double VOMITING = 0.12;
    static final double PHOTOPHOBIA = 0.74;
    static final double PHONOPHOBIA = 0.66;
    static final double AURA_ON_MIGRAINE_DAY = 0.30;
    static final double AURA_ALONE = 0.03;
    static final double AURA_MINUTES_MEDIAN = 25;
    static final double AURA_MINUTES_SD_LOG = 0.5;
    static final double ACUTE_ON_MIGRAINE_DAY = 0.75;
    static final double ACUTE_ON_OTHER_HEADACHE = 0.35;
    static final Map<String, Double> ACUTE_AT_MIGRAINE = Map.of(
            "triptan", 55.0, "nsaid", 25.0, "paracetamol", 12.0, "combination", 5.0, "opioid", 1.0, "gepant", 2.0);
    static final Map<String, Double> ACUTE_AT_OTHER = Map.of("nsaid", 60.0, "paracetamol", 35.0, "combination", 5.0);

    /** An evening's answers from 0 to 10: mean, sd, and what a migraine day adds. */
    static final Map<String, Evening> EVENING = Map.of(
            "stress", new Evening(4.0, 2.0, 1.5),
            "mood", new Evening(6.3, 1.8, -1.2),
            "fatigue", new Evening(4.3, 2.2, 2.0),
            "brain_fog", new Evening(3.0, 2.2, 2.2));

    record Evening(double mean, double sd, double onMigraineDay) {}

    // What happens after the draw
    /** Share of the effect that is there in each block, on the logarithm of the rate ratio. */
    static final Map<String, Double> TIME_COURSE = Map.of("B1", 0.5, "B2", 0.8, "B3", 1.0, "B5", 0.7);

    /** How much persons differ in the logarithm of the rate ratio. */
    static final double EFFECT_SD_LOG = 0.22;

    /** How far what somebody expects goes with that difference. */
    static final double EXPECTATION_ON_EFFECT = 0.25;

    static final double BOWEL_ON_LOW_FODMAP = 0.88;
    static final double NO_BOWEL_ON_LOW_FODMAP = 1.06;

    /** Of the low-FODMAP arm, who reacts to tests of food: three days of each six, in weeks 5 to 10. */
    static final double SENSITIVE = 0.4;

    static final double CHALLENGE_LOG_ODDS = 0.35;

    static final Map<String, Arm> ARMS = Map.of(
            "PROB", new Arm(0.82, 0.08, 5.2, 2.0, 5.7, 2.0),
            "LFD", new Arm(0.78, 0.14, 6.2, 1.9, 5.0, 1.8),
            "MED", new Arm(0.76, 0.10, 6.6, 1.9, 9.5, 1.8));

    /**
     * @param rateRatio of migraine days in weeks 9 to 12
     * @param dropOut before day 84
     * @param expected benefit before the draw, 0 to 10
     * @param medas points in week 12
     */
    record Arm(double rateRatio, double dropOut, double expected, double expectedSd, double medas, double medasSd) {}

    static final double MEDAS_MEAN = 5.5;
    static final double MEDAS_SD = 2;

    /** Correlation of MEDAS before and in week 12. */
    static final double MEDAS_STAYS = 0.6;

    static final double SACHETS_PCT_MEAN = 93;
    static final double SACHETS_PCT_SD = 8;
    static final double DIET_DAYS_ALPHA = 12;
    static final double DIET_DAYS_BETA = 3;

    /**
     * Questionnaires whose items are graded answers to one trait: how far an item goes with the trait, and where on it the
     * first and each further answer begin. Those of licensed instruments are here for their codes and scores alone.
     */
    static final Map<String, Scale> SCALES = Map.ofEntries(
            Map.entry("phq-9", new Scale(Trait.DEPRESSION, 0.66, -0.01, 0.90)),
            Map.entry("gad-7", new Scale(Trait.ANXIETY, 0.69, 0.02, 0.73)),
            Map.entry("phq-15", new Scale(Trait.BODY, 0.35, 0.20, 0.72)),
            Map.entry("hit-6", new Scale(Trait.IMPACT, 0.75, -2.14, 1.12)),
            Map.entry("mibs-4", new Scale(Trait.IMPACT, 0.71, -0.75, 0.67)),
            Map.entry("who-5", new Scale(Trait.WELL_BEING, 0.69, -1.51, 0.71)),
            Map.entry("isi", new Scale(Trait.FATIGUE, 0.75, -0.82, 0.92)),
            Map.entry("mig-scog", new Scale(Trait.FATIGUE, 0.62, -0.22, 0.76)),
            Map.entry("fss", new Scale(Trait.FATIGUE, 0.75, -1.15, 0.42)),
            Map.entry("cfq-11", new Scale(Trait.FATIGUE, 0.43, -0.86, 1.01)));

    record Scale(Trait trait, double loading, double first, double step) {}

    /** How much further all answers to this item of the PHQ-9 begin: thoughts of death are rare. */
    static final String RARE_ITEM = "phq9_09";

    static final double RARE_SHIFT = 1.7;

    /** A trait at a later visit: so much of it stays, so much is new, and half of the migraine days gone takes so much. */
    static final double TRAIT_STAYS = 0.75;

    static final double TRAIT_NEW = 0.66;
    static final double RELIEF_OF_IMPACT = 0.6;
    static final double RELIEF_OF_OTHERS = 0.3;
    static final double IMPACT_WITH_MIGRAINE_DAYS = 0.29;
    static final double MIGRAINE_DAYS_MEAN = 10.1;
    static final double MIGRAINE_DAYS_SD = 4.6;

    private Recipe() {}

    static Arm arm(String code) {
        return java.util.Objects.requireNonNull(ARMS.get(code), code);
    }
}
