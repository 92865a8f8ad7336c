package org.commensal.reminders;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.mail.Delivery;
import org.commensal.mail.Delivery.State;

/**
 * How many reminders participants got or are to get, by participant.
 *
 * @param lately those of the last days that were not withheld
 * @param totals of the whole study
 */
record Sent(Map<String, List<Delivery>> lately, Map<String, Integer> totals) {

    static Sent of(List<Delivery> lately, Map<String, Integer> totals) {
        return new Sent(
                lately.stream()
                        .filter(delivery -> delivery.state() != State.WITHHELD)
                        .collect(Collectors.groupingBy(
                                delivery -> delivery.message().participant())),
                totals);
    }

    /** By the day that each was planned for. */
    Map<LocalDate, Integer> aDay(String participant, ZoneId zone) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        lately.getOrDefault(participant, List.of())
                .forEach(delivery ->
                        counts.merge(LocalDate.ofInstant(delivery.message().planned(), zone), 1, Integer::sum));
        return counts;
    }

    int total(String participant) {
        return totals.getOrDefault(participant, 0);
    }
}
