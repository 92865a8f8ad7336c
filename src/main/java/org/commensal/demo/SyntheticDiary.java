package org.commensal.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The headache diary of one synthetic person: a Markov chain of migraine days, and what is written down of each day.
 *
 * <p>A migraine day comes first and its features after it, drawn again until they make one by the definition of features,
 * so that as many days count as were meant. A headache of another kind never does.
 */
final class SyntheticDiary {

    private static final int MONTH = 28;
    private static final int FIRST_CHALLENGE = 28;
    private static final int LAST_CHALLENGE = 63;
    private static final int CHALLENGE = 6;

    /** How an entry came in. */
    enum Entry {
        IN_TIME,
        LATE,
        NONE
    }

    /**
     * One day.
     *
     * @param answers to every question that the day asks, whether or not they were written down
     */
    record Day(Entry entry, boolean migraine, Map<String, Object> answers) {}

    private final SyntheticPerson person;
    private final Chance chance;
    private boolean migraineBefore;

    SyntheticDiary(SyntheticPerson person, RandomGenerator random) {
        this.person = person;
        this.chance = new Chance(random);
        this.migraineBefore = chance.happens(person.migraineDays() / MONTH);
    }

    /** The 28 days before the draw. */
    List<Day> runIn() {
        return IntStream.range(-MONTH, 0)
                .mapToObj(day -> day(day, Optional.empty()))
                .toList();
    }

    /** The next day, which is this one; the days of one diary are asked for in their order. */
    Day day(int studyDay, Optional<String> arm) {
        boolean migraine = chance.happens(persisting(onDay(studyDay, arm)));
        migraineBefore = migraine;
        Map<String, Object> answers = migraine ? migraine() : withoutMigraine();
        boolean inTrial = arm.isEmpty() || person.isInTrial(studyDay, arm.get());
        return new Day(inTrial ? entry() : Entry.NONE, migraine, answers);
    }

    private Entry entry() {
        if (!chance.happens(person.compliance())) {
            return Entry.NONE;
        }
        return chance.happens(Recipe.LATE) ? Entry.LATE : Entry.IN_TIME;
    }

    /** First-order chain whose stationary probability is {@code probability}. */
    private double persisting(double probability) {
        double rho = Recipe.PERSISTENCE;
        return migraineBefore ? probability + rho * (1 - probability) : probability * (1 - rho);
    }

    private double onDay(int studyDay, Optional<String> arm) {
        double mean = person.migraineDays()
                / MONTH
                * arm.map(code -> person.rateRatio(studyDay, code)).orElse(1.0);
        double probability = Math.min(0.98, mean);
        double logit = menstrual(probability, studyDay);
        boolean tests = arm.equals(Optional.of("LFD"))
                && person.sensitive()
                && studyDay >= FIRST_CHALLENGE
                && studyDay <= LAST_CHALLENGE
                && (studyDay - FIRST_CHALLENGE) % CHALLENGE < CHALLENGE / 2;
        return 1 / (1 + Math.exp(-logit - (tests ? Recipe.CHALLENGE_LOG_ODDS : 0)));
    }

    /** The logit of a day of the cycle, such that the whole cycle keeps this probability. */
    private double menstrual(double probability, int studyDay) {
        double plain = Math.log(probability / (1 - probability));
        if (person.cycle() == 0) {
            return plain;
        }
        double share = (double) Recipe.MENSTRUAL_DAYS / person.cycle();
        double base = plain - share * Recipe.MENSTRUAL_LOG_ODDS;
        for (int step = 0; step < 3; step++) {
            double near = logistic(base + Recipe.MENSTRUAL_LOG_ODDS);
            double far = logistic(base);
            double slope = share * near * (1 - near) + (1 - share) * far * (1 - far);
            base -= (share * near + (1 - share) * far - probability) / slope;
        }
        int ofCycle = Math.floorMod(studyDay + person.cycleDay() + 2, person.cycle());
        return base + (ofCycle < Recipe.MENSTRUAL_DAYS ? Recipe.MENSTRUAL_LOG_ODDS : 0);
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    boolean isMenstruating(int studyDay) {
        return person.cycle() > 0 && Math.floorMod(studyDay + person.cycleDay(), person.cycle()) < Recipe.MENSES_DAYS;
    }

    private Map<String, Object> migraine() {
        boolean withAura = person.aura() && chance.happens(Recipe.AURA_ON_MIGRAINE_DAY);
        if (withAura && chance.happens(Recipe.AURA_ALONE)) {
            return day(false, Optional.of(auraMinutes()), Recipe.ACUTE_ON_OTHER_HEADACHE, Recipe.ACUTE_AT_MIGRAINE);
        }
        Map<String, Object> day = day(
                true,
                withAura ? Optional.of(auraMinutes()) : Optional.empty(),
                Recipe.ACUTE_ON_MIGRAINE_DAY,
                Recipe.ACUTE_AT_MIGRAINE);
        double worst = chance.normal(Recipe.PAIN_MEAN + person.pain(), Recipe.PAIN_SD);
        pain(day, (int) Chance.clip(Math.round(worst), 2, 10));
        day.put("hp_duration_h", hours(Recipe.MIGRAINE_HOURS_MEDIAN, Recipe.MIGRAINE_HOURS_SD_LOG));
        do {
            features(day);
        } while (!meetsFeatures(day));
        return day;
    }

    private void features(Map<String, Object> day) {
        boolean nausea = chance.happens(Recipe.NAUSEA);
        day.put("hp_unilateral", chance.happens(Recipe.UNILATERAL));
        day.put("hp_pulsating", chance.happens(Recipe.PULSATING));
        day.put("hp_aggravated", chance.happens(Recipe.AGGRAVATED));
        day.put("nausea", nausea ? Integer.toString(chance.between(1, 3)) : "0");
        day.put("vomiting", chance.happens(Recipe.VOMITING));
        day.put("photophobia", chance.happens(Recipe.PHOTOPHOBIA));
        day.put("phonophobia", chance.happens(Recipe.PHONOPHOBIA));
    }

    private static boolean meetsFeatures(Map<String, Object> day) {
        long characteristics = List.of("hp_unilateral", "hp_pulsating", "hp_aggravated").stream()
                        .filter(feature -> Boolean.TRUE.equals(day.get(feature)))
                        .count()
                + ("1".equals(day.get("hp_severity")) ? 0 : 1);
        boolean senses = Boolean.TRUE.equals(day.get("photophobia")) && Boolean.TRUE.equals(day.get("phonophobia"));
        return characteristics >= 2
                && (senses || Boolean.TRUE.equals(day.get("vomiting")) || !"0".equals(day.get("nausea")));
    }

    private Map<String, Object> withoutMigraine() {
        boolean headache = chance.happens(Recipe.OTHER_HEADACHE);
        Map<String, Object> day =
                day(headache, Optional.empty(), headache ? Recipe.ACUTE_ON_OTHER_HEADACHE : 0, Recipe.ACUTE_AT_OTHER);
        if (headache) {
            double worst = chance.normal(Recipe.OTHER_PAIN_MEAN, Recipe.OTHER_PAIN_SD);
            pain(day, (int) Chance.clip(Math.round(worst), 1, 6));
            day.put("hp_duration_h", hours(Recipe.OTHER_HOURS_MEDIAN, Recipe.OTHER_HOURS_SD_LOG));
            features(day);
            day.put("nausea", "0");
            day.put("vomiting", false);
            day.put("phonophobia", false);
        }
        return day;
    }

    private static void pain(Map<String, Object> day, int worst) {
        day.put("hp_nrs", BigDecimal.valueOf(worst));
        day.put("hp_severity", worst <= 3 ? "1" : worst <= 6 ? "2" : "3");
    }

    private Map<String, Object> day(
            boolean headache, Optional<BigDecimal> auraMinutes, double acute, Map<String, Double> classes) {
        Map<String, Object> day = new HashMap<>();
        boolean medicine = chance.happens(acute);
        day.put("headache", headache);
        day.put("acute_medication", medicine);
        if (medicine) {
            day.put("acute_classes", List.of(chance.pick(classes)));
        }
        day.put("aura", auraMinutes.isPresent());
        auraMinutes.ifPresent(minutes -> day.put("aura_minutes", minutes));
        return day;
    }

    private BigDecimal auraMinutes() {
        double minutes = chance.lognormal(Recipe.AURA_MINUTES_MEDIAN, Recipe.AURA_MINUTES_SD_LOG, 5, 60);
        return BigDecimal.valueOf(Math.round(minutes));
    }

    private BigDecimal hours(double median, double sdLog) {
        return BigDecimal.valueOf(chance.lognormal(median, sdLog, 0.5, 24)).setScale(1, RoundingMode.HALF_UP);
    }
}
