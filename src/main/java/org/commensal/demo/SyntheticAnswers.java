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
 * <p>An item is answered as it was told where the recipe or the story of the participant says so, by its type otherwise.
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
        return options.get(Math.min(options.size() - 1, (int) (random.nextExponential() * 0.8)));
    }
}
