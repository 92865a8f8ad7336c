package org.commensal.allocation;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the ledger of a closed scheme ends, so that no row can be added, or cut off, afterwards.
 *
 * @param allocations how many rows it has
 * @param hash SHA-256 over the last row of each stream, in the order of the ledger: its stream, sequence and chain, each
 *     length-prefixed; lower-case hex. The chain is keyed, so it tells no arm
 */
public record LedgerEnd(int allocations, String hash) {

    /** @param rows in any order */
    public static LedgerEnd of(List<LedgerRow> rows) {
        Ends ends = new Ends();
        rows.stream()
                .sorted(LedgerFiles.ORDER)
                .forEach(row -> ends.read(
                        row.allocation().stream(),
                        String.valueOf(row.allocation().sequence()),
                        row.chain()));
        return new LedgerEnd(rows.size(), ends.hash());
    }

    /** The last row of each stream of a ledger that is read line by line. */
    static final class Ends {

        private final Map<String, byte[]> last = new LinkedHashMap<>();

        void read(String stream, String sequence, String chain) {
            last.put(stream, LengthPrefixed.of(stream, sequence, chain));
        }

        String hash() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            last.values().forEach(all::writeBytes);
            return HexFormat.of().formatHex(Sha256.hash(all.toByteArray()));
        }
    }
}
