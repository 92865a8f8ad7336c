package org.commensal.randomisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.AllocationStream;
import org.commensal.allocation.LedgerChain;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.Seed;

/**
 * One stream as far as this node has read it. It may lie behind the database and never before it: it counts what was
 * read there and nothing that was only computed.
 */
final class HeldStream {

    private final AllocationStream stream;
    private final LedgerChain chain;
    private String link;
    private Optional<AllocationRow> last = Optional.empty();

    HeldStream(AllocationScheme scheme, Seed seed, String name) {
        this.stream = scheme.open(seed, name);
        this.chain = scheme.chain(seed, name);
        this.link = chain.first();
    }

    /** The sequence of the last row that was read; 0 before the first. */
    synchronized int sequence() {
        return stream.sequence() - 1;
    }

    /**
     * Reads the newest row.
     *
     * @param newest empty where the stream is
     * @return false where it is neither the last one that was read nor, by its chain, the next: then there is more to read
     */
    synchronized boolean reaches(Optional<AllocationRow> newest) {
        if (newest.map(AllocationRow::id).equals(last.map(AllocationRow::id))) {
            return true;
        }
        Optional<AllocationRow> next = newest.filter(row -> isNext(row.written()));
        next.ifPresent(this::add);
        return next.isPresent();
    }

    private boolean isNext(LedgerRow row) {
        return row.allocation().sequence() == stream.sequence() && row.chain().equals(chain.next(link, row));
    }

    /**
     * Reads on.
     *
     * @param rows from the last one that was read on, in sequence
     * @return false where that row is not the one that was read: the database was put back to an earlier day
     */
    synchronized boolean follow(List<AllocationRow> rows) {
        if (last.isPresent()
                && (rows.isEmpty() || !rows.get(0).id().equals(last.get().id()))) {
            return false;
        }
        rows.stream()
                .filter(row -> row.allocation().sequence() == stream.sequence())
                .forEach(this::add);
        return true;
    }

    private void add(AllocationRow row) {
        LedgerRow written = row.written();
        stream.add(written.allocation());
        link = written.chain().isEmpty() ? chain.next(link, written) : written.chain();
        last = Optional.of(row);
    }

    /** The allocation of the next participant, which counts only once it is read back. */
    synchronized Allocation next(Map<String, String> levels) {
        return stream.next(levels);
    }

    /** The row with its chain. */
    synchronized LedgerRow chained(LedgerRow row) {
        return row.chained(chain.next(link, row));
    }
}
