package org.commensal.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commensal.allocation.AllocationScheme.Factor;

/**
 * A list of participants who do not exist, allocated as the trial will allocate: by its own scheme, with a seed that is
 * shown to whoever tries it and serves no trial.
 */
public final class TestList {

    private static final String MARK = "TEST";

    private final AllocationScheme scheme;
    private final Seed seed;
    private final List<Allocation> allocations = new ArrayList<>();

    /** Draws a level of each factor for every participant, all levels alike, and allocates one after another. */
    public TestList(AllocationScheme scheme, int participants, Seed seed) {
        this.scheme = scheme;
        this.seed = seed;
        Map<String, List<Allocation>> streams = new HashMap<>();
        for (int number = 1; number <= participants; number++) {
            Map<String, String> levels = levels(new Draws(seed.bytes(), number));
            List<Allocation> history = streams.computeIfAbsent(scheme.stream(levels), first -> new ArrayList<>());
            Allocation next = scheme.next(seed, history, levels);
            history.add(next);
            allocations.add(next);
        }
    }

    private Map<String, String> levels(Draws draws) {
        Map<String, String> levels = new TreeMap<>();
        for (Factor factor : scheme.factors()) {
            long place = draws.below("level/" + factor.name(), factor.levels().size());
            levels.put(factor.name(), factor.levels().get((int) place));
        }
        return levels;
    }

    /** How many sentences say that an allocation comes out otherwise when it is computed again from the list. */
    public int differences() {
        return scheme.replay(seed, allocations).size();
    }

    List<Allocation> allocations() {
        return allocations;
    }

    /** The list with its arms as CSV (RFC 4180); each line says that it is a test. */
    public String csv() {
        Stream<String> factors = scheme.factors().stream().map(Factor::name);
        String header = line(Stream.concat(Stream.of("list", "number", "stream", "sequence", "arm"), factors));
        return IntStream.range(0, allocations.size()).mapToObj(this::line).collect(Collectors.joining("", header, ""));
    }

    private String line(int place) {
        Allocation row = allocations.get(place);
        Stream<String> found = Stream.of(
                MARK,
                String.valueOf(place + 1),
                row.stream(),
                String.valueOf(row.sequence()),
                row.arm().value());
        Stream<String> levels =
                scheme.factors().stream().map(factor -> row.levels().getOrDefault(factor.name(), ""));
        return line(Stream.concat(found, levels));
    }

    private static String line(Stream<String> fields) {
        return fields.map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
