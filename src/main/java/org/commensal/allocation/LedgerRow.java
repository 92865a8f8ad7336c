package org.commensal.allocation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An allocation as it stands in the exported ledger: with whom it concerns, when it was made, and the chain.
 *
 * @param at to the millisecond, in UTC
 * @param chain of this row after all rows of its stream before it, in lower-case hex; empty where a version without
 *     chains wrote the row
 */
public record LedgerRow(Allocation allocation, String participant, Instant at, String chain) {

    static final List<String> COLUMNS = List.of(
            "stream", "sequence", "participant", "levels", "weights", "pick", "draws", "arm", "randomised-at", "chain");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public LedgerRow(Allocation allocation, String participant, Instant at) {
        this(allocation, participant, at, "");
    }

    public LedgerRow chained(String value) {
        return new LedgerRow(allocation, participant, at, value);
    }

    /** The fields that the chain covers, as they are written: all columns but the chain itself. */
    List<String> fields(List<String> factors) {
        return List.of(
                allocation.stream(),
                String.valueOf(allocation.sequence()),
                participant,
                levels(factors),
                allocation.weights().stream().map(String::valueOf).collect(Collectors.joining(",")),
                String.valueOf(allocation.pick()),
                String.valueOf(allocation.draws()),
                allocation.arm().value(),
                moment(at));
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** As {@code site=S1;sex=f}, in the order of the scheme; what the scheme does not have follows by name. */
    private String levels(List<String> factors) {
        Map<String, String> rest = new TreeMap<>(allocation.levels());
        StringBuilder levels = new StringBuilder();
        factors.forEach(factor -> add(levels, factor, rest.remove(factor)));
        rest.forEach((factor, level) -> add(levels, factor, level));
        return levels.toString();
    }

    private static void add(StringBuilder levels, String factor, @Nullable String level) {
        if (level != null) {
            levels.append(levels.isEmpty() ? "" : ";")
                    .append(factor)
                    .append('=')
                    .append(level);
        }
    }
}
