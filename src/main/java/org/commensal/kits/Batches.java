package org.commensal.kits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * Whether what everybody may know of a kit, its number, batch and expiry date, goes with its kind.
 *
 * @param ratio how many kits of each kind make one set
 */
record Batches(Map<String, Integer> ratio) {

    private static final Text NO_SETS = new Text(
            "Batch %s does not have the kinds in the ratio of the arms. Whoever knows the batch of a kit could guess what is in it. Pack every kind in each batch, in that ratio.",
            "In partij %s staan de soorten niet in de verhouding van de armen. Wie de partij van een verpakking kent, kan dan raden wat erin zit. Neem in elke partij elke soort op, in die verhouding.");
    private static final Text DATES = new Text(
            "Batch %s has more than one expiry date. Give all its kits the earliest.",
            "Partij %s heeft meer dan één houdbaarheidsdatum. Geef alle verpakkingen de vroegste.");
    private static final Text TELLING = new Text(
            "Digit %s of the numbers goes with the kind. Draw the numbers at random, without regard to the kind.",
            "Cijfer %s van de nummers hangt samen met de soort. Loot de nummers, los van de soort.");

    List<Violation> faults(Collection<ListedKit> kits) {
        List<Violation> faults = new ArrayList<>();
        Map<String, List<ListedKit>> batches =
                kits.stream().collect(Collectors.groupingBy(ListedKit::batch, TreeMap::new, Collectors.toList()));
        batches.forEach((batch, together) -> {
            if (together.stream().map(ListedKit::expiry).distinct().count() > 1) {
                faults.add(new Violation("/batches/" + batch, DATES.with(batch)));
            }
            if (!inRatio(together)) {
                faults.add(new Violation("/batches/" + batch, NO_SETS.with(batch)));
            }
        });
        List<String> numbers = kits.stream().map(ListedKit::number).toList();
        List<String> kinds = kits.stream().map(ListedKit::kind).toList();
        DigitsByKind.telling(numbers, kinds)
                .forEach(place -> faults.add(new Violation("/numbers", TELLING.with(place))));
        return faults;
    }

    private boolean inRatio(List<ListedKit> kits) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        kits.forEach(kit -> counts.merge(kit.kind(), 1, Integer::sum));
        int total = ratio.values().stream().mapToInt(Integer::intValue).sum();
        return ratio.entrySet().stream()
                .allMatch(share ->
                        (long) counts.getOrDefault(share.getKey(), 0) * total == (long) share.getValue() * kits.size());
    }
}
