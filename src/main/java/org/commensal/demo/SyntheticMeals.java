package org.commensal.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.demo.SyntheticQuestionnaires.After;

/** What somebody eats, as MEDAS asks it: so many of its points are met as the recipe says, the same ones first. */
final class SyntheticMeals {

    /** An item with the amounts of who has its point and of who does not; 1 and 0 stand for yes and no. */
    private record Food(String code, int from, int to, int elseFrom, int elseTo) {

        Object eaten(Chance chance, boolean point) {
            int amount = point ? chance.between(from, to) : chance.between(elseFrom, elseTo);
            return isYesOrNo() ? (Object) (amount == 1) : BigDecimal.valueOf(amount);
        }

        private boolean isYesOrNo() {
            return code.equals("medas_oo_main") || code.equals("medas_white");
        }
    }

    private static final List<Food> FOODS = List.of(
            new Food("medas_oo_main", 1, 1, 0, 0),
            new Food("medas_oo_tbsp", 4, 5, 0, 3),
            new Food("medas_veg", 2, 3, 0, 1),
            new Food("medas_fruit", 3, 4, 0, 2),
            new Food("medas_meat", 0, 0, 1, 2),
            new Food("medas_butter", 0, 0, 1, 3),
            new Food("medas_soda", 0, 0, 1, 3),
            new Food("medas_wine", 7, 9, 0, 4),
            new Food("medas_legumes", 3, 4, 0, 2),
            new Food("medas_fish", 3, 4, 0, 2),
            new Food("medas_sweets", 0, 2, 3, 6),
            new Food("medas_nuts", 3, 5, 0, 2),
            new Food("medas_white", 1, 1, 0, 0),
            new Food("medas_sofrito", 2, 4, 0, 1));

    /** From this many points on, without wine, somebody is not let in. */
    private static final int TOO_MANY = 9;

    private static final int WEEK_12 = 84;

    private final Chance chance;
    private final List<Food> inOrder = new ArrayList<>(FOODS);
    private final int before;
    private final double differs;

    SyntheticMeals(Chance chance) {
        this.chance = chance;
        for (int last = inOrder.size() - 1; last > 0; last--) {
            java.util.Collections.swap(inOrder, last, chance.between(0, last));
        }
        this.differs = chance.normal(0, Math.sqrt(1 - Recipe.MEDAS_STAYS * Recipe.MEDAS_STAYS));
        this.before = (int) Math.round(chance.truncatedNormal(Recipe.MEDAS_MEAN, Recipe.MEDAS_SD, 0, TOO_MANY - 0.51));
    }

    Map<String, Object> answers(Optional<After> after) {
        long points = after.map(this::points).orElse((long) before);
        Map<String, Object> answers = new HashMap<>();
        for (int at = 0; at < inOrder.size(); at++) {
            answers.put(inOrder.get(at).code(), inOrder.get(at).eaten(chance, at < points));
        }
        return answers;
    }

    /** Of the change until week 12, most is there after four weeks. */
    private long points(After after) {
        Recipe.Arm arm = Recipe.arm(after.arm());
        double stays = Recipe.MEDAS_STAYS * (before - Recipe.MEDAS_MEAN) / Recipe.MEDAS_SD;
        double inWeek12 = arm.medas() + arm.medasSd() * (stays + differs);
        double share = Math.min(1, 0.6 + 0.4 * after.studyDay() / WEEK_12);
        return Math.round(Chance.clip(before + share * (inWeek12 - before), 0, FOODS.size()));
    }
}
