package org.commensal.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.allocation.LedgerVerification.Fault;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.kernel.Refusal;

/** One walk over the lines of an exported ledger: each allocation computed again, its place and its chain looked at. */
final class LedgerRows {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern WEIGHTS = Pattern.compile("[0-9]{1,18}(,[0-9]{1,18})*");
    private static final int CHAIN = LedgerRow.COLUMNS.size() - 1;

    private final AllocationScheme scheme;
    private final Seed seed;
    private final List<Fault> faults;
    private final Replay replay;
    private final EnvelopeLines envelopes;
    private final Map<String, LedgerChain> chains = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final LedgerEnd.Ends ends = new LedgerEnd.Ends();
    private int allocations;
    private int chained;
    private byte[] streamBefore = {};

    LedgerRows(AllocationScheme scheme, Seed seed, EnvelopeLines envelopes, List<Fault> faults) {
        this.scheme = scheme;
        this.seed = seed;
        this.faults = faults;
        this.replay = new Replay(scheme, seed);
        this.envelopes = envelopes;
    }

    int allocations() {
        return allocations;
    }

    int chained() {
        return chained;
    }

    int streams() {
        return links.size();
    }

    LedgerEnd end() {
        return new LedgerEnd(allocations, ends.hash());
    }

    void verify(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(Csv.line(LedgerRow.COLUMNS))) {
            fault(1, "the columns are not " + String.join(", ", LedgerRow.COLUMNS));
            return;
        }
        List<List<String>> rows = lines.stream().skip(1).map(Csv::values).toList();
        OutsideRows outside = new OutsideRows(scheme, seed, randomised(rows), envelopes);
        for (int i = 0; i < rows.size(); i++) {
            verify(i + 2, rows.get(i), outside);
        }
        envelopes.verify(outside.opened(), faults);
    }

    /** The arm that the ledger gives to everybody who does not follow somebody else; of two rows the first. */
    private static Map<String, ArmCode> randomised(List<List<String>> rows) {
        Map<String, ArmCode> arms = new HashMap<>();
        rows.stream()
                .filter(values -> values.size() == CHAIN + 1 && Way.of(values.get(0)) != Way.FORCED)
                .forEach(values -> arms.putIfAbsent(values.get(2), new ArmCode(values.get(7))));
        return arms;
    }

    private void verify(int line, List<String> values, OutsideRows outside) {
        Optional<Allocation> read = values.size() > CHAIN ? allocation(values) : Optional.empty();
        if (read.isEmpty() || values.size() != CHAIN + 1) {
            fault(line, "this is not a row of a ledger");
            return;
        }
        allocations++;
        byte[] stream = LedgerFiles.utf8(values.get(0));
        if (Arrays.compareUnsigned(streamBefore, stream) > 0) {
            fault(line, "this row is not where its stream belongs");
        }
        streamBefore = stream;
        try {
            differences(read.get(), outside).forEach(what -> fault(line, what));
        } catch (Refusal noRow) {
            fault(line, "the list has no row left for it");
        }
        chain(line, values);
        ends.read(values.get(0), values.get(1), values.get(CHAIN));
    }

    private List<String> differences(Allocation recorded, OutsideRows outside) {
        boolean inAStream = Way.of(recorded.stream()) == Way.RANDOMISED;
        return inAStream ? replay.differences(recorded) : outside.differences(recorded);
    }

    /** A row that was written by a version without chains has none; the next one is chained to what it would be. */
    private void chain(int line, List<String> values) {
        String stream = values.get(0);
        LedgerChain chain = chains.computeIfAbsent(stream, name -> scheme.chain(seed, name));
        String expected = chain.next(links.getOrDefault(stream, chain.first()), values.subList(0, CHAIN));
        String found = values.get(CHAIN);
        chained += found.isEmpty() ? 0 : 1;
        if (!found.isEmpty() && !found.equals(expected)) {
            fault(line, "the chain does not fit this row and the one before it");
        }
        links.put(stream, found.isEmpty() ? expected : found);
    }

    private Optional<Allocation> allocation(List<String> values) {
        boolean numbers = List.of(1, 5, 6).stream()
                .allMatch(column -> NUMBER.matcher(values.get(column)).matches());
        if (!numbers || !WEIGHTS.matcher(values.get(4)).matches()) {
            return Optional.empty();
        }
        Map<String, String> levels = new LinkedHashMap<>();
        for (String level :
                values.get(3).isEmpty() ? new String[0] : values.get(3).split(";", -1)) {
            String[] parts = level.split("=", 2);
            levels.put(parts[0], parts[parts.length - 1]);
        }
        List<Long> weights =
                Arrays.stream(values.get(4).split(",")).map(Long::valueOf).toList();
        try {
            return Optional.of(new Allocation(
                    values.get(0),
                    Integer.parseInt(values.get(1)),
                    levels,
                    new ArrayList<>(weights),
                    Long.parseLong(values.get(5)),
                    Integer.parseInt(values.get(6)),
                    new ArmCode(values.get(7))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private void fault(int line, String what) {
        faults.add(new Fault(LedgerFiles.LEDGER, line, what));
    }
}
