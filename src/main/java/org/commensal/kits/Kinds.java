package org.commensal.kits;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The kits of one place by what kind they are of, and choices among them; pure, so that each rule is a test.
 *
 * @param ratio how many kits of each kind make one set
 * @param byKind kits that can be taken
 */
record Kinds(Map<String, Integer> ratio, Map<String, List<Kit>> byKind) {

    /** Of these kits, those that can be taken. */
    static Kinds of(Map<String, Integer> ratio, Map<String, List<Kit>> byKind, Predicate<Kit> canBe) {
        return new Kinds(
                ratio,
                byKind.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, kind -> kind.getValue().stream()
                        .filter(canBe)
                        .toList())));
    }

    /** Whether there is a kit of every kind. */
    boolean complete() {
        return ratio.keySet().stream().noneMatch(kind -> of(kind).isEmpty());
    }

    /**
     * The kit to hand out: of the batches that still have every kind here, one that expires first; of the other batches
     * only when none of those is left.
     *
     * <p>Were a batch used up kind by kind, a kit of it that stays on the shelf while somebody gets one of a later batch
     * would be known to be of another kind than theirs, and so would whoever gets it in the end.
     */
    Optional<Kit> next(String kind, RandomGenerator random) {
        Set<String> whole = wholeBatches();
        List<Kit> preferred =
                of(kind).stream().filter(kit -> whole.contains(kit.batch())).toList();
        return first(preferred.isEmpty() ? of(kind) : preferred, random);
    }

    /**
     * One that expires first; among those that expire together any is as likely, so that the order on the shelf tells
     * nothing.
     */
    static Optional<Kit> first(List<Kit> kits, RandomGenerator random) {
        Optional<LocalDate> first = kits.stream().map(Kit::expiry).min(Comparator.naturalOrder());
        List<Kit> alike = kits.stream()
                .filter(kit -> Optional.of(kit.expiry()).equals(first))
                .toList();
        return alike.isEmpty() ? Optional.empty() : Optional.of(alike.get(random.nextInt(alike.size())));
    }

    private Set<String> wholeBatches() {
        Set<String> whole = byKind.values().stream()
                .flatMap(List::stream)
                .map(Kit::batch)
                .collect(Collectors.toCollection(HashSet::new));
        ratio.keySet()
                .forEach(kind ->
                        whole.retainAll(of(kind).stream().map(Kit::batch).collect(Collectors.toSet())));
        return whole;
    }

    private List<Kit> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
