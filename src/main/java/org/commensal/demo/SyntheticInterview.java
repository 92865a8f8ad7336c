package org.commensal.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What staff write down of one synthetic person who may take part. */
record SyntheticInterview(SyntheticPerson person, Optional<DataQualityCase> planted, Chance chance) {

    private static final double LOST_WEIGHT = 0.938;

    Map<String, Object> screening() {
        Map<String, Object> told = new HashMap<>();
        told.put("age_years", BigDecimal.valueOf(person.age()));
        told.put("sex", person.female() ? "female" : "male");
        told.put("aura_status", person.aura() ? "aura" : "none");
        told.put("migraine_onset_age", BigDecimal.valueOf(person.onset()));
        told.put("screening_mmd_recall_3mo", decimal(Chance.clip(chance.normal(person.migraineDays(), 1.5), 4, 28)));
        told.put("preventive_use", person.preventive());
        told.put("preventive_stable_weeks", BigDecimal.valueOf(chance.between(20, 200)));
        told.put("diet_special_current", "none");
        told.put("weight_loss_pct_last_6mo", BigDecimal.ZERO);
        return told;
    }

    Map<String, Object> history() {
        Map<String, Object> told = new HashMap<>();
        told.put("ichd3_code", person.aura() ? "with_aura" : "without_aura");
        told.put("preventives_failed", BigDecimal.valueOf(chance.between(0, 3)));
        told.put("menstrual_related", person.cycle() == 0 ? "not_menstruating" : "related");
        told.put("psychotropic_stable", person.psychotropic());
        told.put("psych_history", List.of(person.psychotropic() ? "depression" : "none"));
        told.put(
                "food_suspected",
                List.of(chance.pick(Map.of("none", 60.0, "gluten", 15.0, "dairy", 15.0, "other", 10.0))));
        told.put("education_isced", BigDecimal.valueOf(chance.between(3, 7)));
        told.put("alcohol_units_week", BigDecimal.valueOf(chance.between(0, 8)));
        told.put("caffeine_cups_day", BigDecimal.valueOf(chance.between(0, 6)));
        told.put("activity_minutes_week", BigDecimal.valueOf(10L * chance.between(3, 40)));
        return told;
    }

    Map<String, Object> measurements(String event) {
        double height = person.height();
        boolean lost = planted.equals(Optional.of(DataQualityCase.DQ10)) && event.equals("V2");
        double weight = person.bmi() * height * height / 10_000 * (lost ? LOST_WEIGHT : 1);
        return Map.of(
                "height_cm", BigDecimal.valueOf(person.height()),
                "weight_kg", decimal(Math.max(35, weight)),
                "waist_cm", BigDecimal.valueOf(Math.round(Chance.clip(50 + 1.4 * person.bmi(), 55, 150))),
                "systolic", BigDecimal.valueOf(chance.between(105, 140)),
                "diastolic", BigDecimal.valueOf(chance.between(62, 88)),
                "pulse", BigDecimal.valueOf(chance.between(55, 85)));
    }

    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
