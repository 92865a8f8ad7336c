package org.commensal.kits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.commensal.instrument.KitNumber;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * Kit numbers that say nothing about what is in a kit nor about when it was made: each free number is as likely as any
 * other for a kit of any kind.
 *
 * @param prefix of the study, before the five drawn digits and their check digit
 */
record KitNumbers(String prefix) {

    private static final int BASES = 100_000;

    /** Half of all numbers stay free, so that a number that somebody makes up is none of a kit, as a rule. */
    private static final int MOST = BASES / 2;

    private static final Text NO_NUMBER = new Text(
            "\"%s\" is not a kit number. A kit number looks like %s-482133; check each digit.",
            "\"%s\" is geen nummer van een verpakking. Zo'n nummer ziet eruit als %s-482133; controleer elk cijfer.");
    private static final Text TOO_MANY = new Text(
            "A study has at most 50000 kits, and %s are listed already.",
            "Een studie heeft hoogstens 50000 verpakkingen en er staan er al %s op de lijst.");

    /** The number as a person or a scanner types it: in any case, with or without the prefix, with spaces around it. */
    String parse(String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        String digits = number.startsWith(prefix + "-") ? number.substring(prefix.length() + 1) : number;
        if (!KitNumber.isValid(digits)) {
            throw new Refusal(Reason.INVALID, NO_NUMBER.with(Text.shorten(typed.strip()), prefix));
        }
        return prefix + "-" + digits;
    }

    /**
     * Draws the numbers of one batch.
     *
     * @param ratio how many kits of each kind make one set
     * @param used numbers that are not free
     * @return in the order of their numbers
     */
    List<ListedKit> draw(
            Map<String, Integer> ratio,
            int sets,
            String batch,
            LocalDate expiry,
            Collection<String> used,
            RandomGenerator random) {
        List<String> kinds = new ArrayList<>();
        ratio.forEach((kind, share) -> {
            for (int i = 0; i < sets * share; i++) {
                kinds.add(kind);
            }
        });
        if (used.size() + kinds.size() > MOST) {
            throw new Refusal(Reason.INVALID, TOO_MANY.with(used.size()));
        }
        Set<String> taken = new HashSet<>(used);
        List<ListedKit> kits = new ArrayList<>();
        for (String kind : kinds) {
            kits.add(new ListedKit(free(taken, random), kind, batch, expiry));
        }
        kits.sort(Comparator.comparing(ListedKit::number));
        return kits;
    }

    private String free(Set<String> taken, RandomGenerator random) {
        String number;
        do {
            number = prefix + "-" + KitNumber.of(String.format(Locale.ROOT, "%05d", random.nextInt(BASES)));
        } while (!taken.add(number));
        return number;
    }
}
