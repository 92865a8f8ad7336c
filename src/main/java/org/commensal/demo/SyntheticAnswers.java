package org.commensal.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.UsualLimits;

/**
 * Made-up answers to the forms of the flagship study, plausible enough to look at and never evidence.
 *
 * <p>An item is answered by its code where the story of the participant needs it, by its type otherwise.
 */
final class SyntheticAnswers {

    /** Screening questions whose answer keeps somebody in the trial is yes; every other yes would keep them out. */
    private static final List<String> YES = List.of(
            "migraine_ichd3_confirmed",
            "smartphone_or_web",
            "dutch_or_english",
            "willing_all_three_arms",
            "weight_loss_intentional");

    private final RandomGenerator random;

    SyntheticAnswers(RandomGenerator random) {
        this.random = random;
    }

    /** Answers every question that is asked; {@code told} has the answers that belong to the story. */
    Map<String, Object> to(Questionnaire questionnaire, Map<String, Object> told) {
        Map<String, Object> given = new HashMap<>();
        for (Item item : questionnaire.items()) {
            boolean asked = questionnaire.asked(given).stream()
                    .anyMatch(open -> open.code().equals(item.code()));
            if (asked) {
                given.put(item.code(), told.getOrDefault(item.code(), plausible(item)));
            }
        }
        return given;
    }

    /** A day of the diary: a migraine with this chance, else now and then another headache. */
    Map<String, Object> diaryDay(Questionnaire diary, double migraineChance) {
        boolean migraine = random.nextDouble() < migraineChance;
        boolean headache = migraine || random.nextDouble() < 0.08;
        Map<String, Object> told = new HashMap<>();
        told.put("headache", headache);
        told.put("hp_duration_h", new BigDecimal(migraine ? 4 + random.nextInt(14) : 1 + random.nextInt(3)));
        told.put("hp_severity", migraine ? Integer.toString(2 + random.nextInt(2)) : "1");
        told.put("hp_unilateral", migraine);
        told.put("hp_pulsating", migraine && random.nextDouble() < 0.7);
        told.put("hp_aggravated", migraine);
        told.put("nausea", migraine ? Integer.toString(1 + random.nextInt(3)) : "0");
        told.put("vomiting", migraine && random.nextDouble() < 0.1);
        told.put("photophobia", migraine);
        told.put("phonophobia", migraine && random.nextDouble() < 0.7);
        told.put("acute_medication", headache && random.nextDouble() < 0.7);
        told.put("acute_classes", List.of(migraine ? "triptan" : "paracetamol"));
        told.put("aura", migraine && random.nextDouble() < 0.2);
        told.put("aura_minutes", new BigDecimal(10 + random.nextInt(40)));
        return to(diary, told);
    }

    /** The screening interview of somebody who can take part, as far as screening decides it. */
    Map<String, Object> screening(Questionnaire screening, boolean aura, boolean preventive) {
        int age = 22 + random.nextInt(40);
        Map<String, Object> told = new HashMap<>();
        told.put("age_years", new BigDecimal(age));
        told.put("sex", random.nextDouble() < 0.8 ? "female" : "male");
        told.put("aura_status", aura ? "aura" : "none");
        told.put("migraine_onset_age", new BigDecimal(12 + random.nextInt(8)));
        told.put("screening_mmd_recall_3mo", new BigDecimal(6 + random.nextInt(6)));
        told.put("preventive_use", preventive);
        told.put("preventive_stable_weeks", new BigDecimal(20 + random.nextInt(60)));
        told.put("diet_special_current", "none");
        told.put("weight_loss_pct_last_6mo", BigDecimal.ZERO);
        return to(screening, told);
    }

    /** Height and weight that make a body mass index of 20 to 30. */
    Map<String, Object> measurements(Questionnaire measurements) {
        int height = 160 + random.nextInt(30);
        int weight = (20 + random.nextInt(10)) * height * height / 10_000;
        return to(measurements, Map.of("height_cm", new BigDecimal(height), "weight_kg", new BigDecimal(weight)));
    }

    private Object plausible(Item item) {
        return switch (item.type()) {
            case "boolean" -> YES.contains(item.code());
            case "choice" -> option(item);
            case "choices" -> List.of(option(item));
            case "integer", "number", "nrs", "vas" -> number(item);
            case "date", "time" -> usual(item).orElse(item.type().equals("date") ? "2020-01-01" : "08:00");
            default -> "–";
        };
    }

    private static BigDecimal number(Item item) {
        return new BigDecimal(usual(item).orElse(item.settings().getOrDefault("least", "0")));
    }

    private static Optional<String> usual(Item item) {
        return Optional.ofNullable(item.settings().get(UsualLimits.LEAST))
                .or(() -> Optional.ofNullable(item.settings().get(UsualLimits.MOST)));
    }

    /** The first options are the mildest, and the likeliest. */
    private String option(Item item) {
        List<String> options =
                new ArrayList<>(item.options().stream().map(Item.Option::value).toList());
        if (item.code().equals("phq9_09")) {
            return options.get(0);
        }
        return options.get(Math.min(options.size() - 1, (int) (random.nextExponential() * 0.8)));
    }
}
