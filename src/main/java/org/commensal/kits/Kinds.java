package org.commensal.kits;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Choices among kits by what kind they are of; pure, so that each rule of them is a test. */
final class Kinds {

    private Kinds() {}

    /** Whether each kind has this many of these kits. */
    static boolean each(Map<String, List<Kit>> byKind, Map<String, Integer> ratio, int atLeast) {
        return ratio.keySet().stream()
                .allMatch(kind -> byKind.getOrDefault(kind, List.of()).size() >= atLeast);
    }

    /**
     * The kit to take: of those that can be, one that expires first; among these any is as likely, so that what is left
     * on the shelf tells nothing.
     */
    static Optional<Kit> next(List<Kit> ofKind, Predicate<Kit> canBe, RandomGenerator random) {
        List<Kit> able = ofKind.stream().filter(canBe).toList();
        Optional<LocalDate> first = able.stream().map(Kit::expiry).min(Comparator.naturalOrder());
        List<Kit> alike = able.stream()
                .filter(kit -> Optional.of(kit.expiry()).equals(first))
                .toList();
        return alike.isEmpty() ? Optional.empty() : Optional.of(alike.get(random.nextInt(alike.size())));
    }
}
