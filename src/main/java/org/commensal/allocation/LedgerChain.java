package org.commensal.allocation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Ties each row of a stream to all before it, so that nothing can be changed, removed, added or moved unseen.
 *
 * <p>Its key follows from the seed: whoever can write to the database but does not hold the seed cannot make a chain
 * that fits, and a link tells nothing of the row, though a row has so few possible contents that a plain hash would.
 * The decision page "The ledger is verified by two programs" states each byte.
 */
public final class LedgerChain {

    private final String first;
    private final byte[] key;
    private final List<String> factors;

    LedgerChain(String commitment, byte[] key, List<String> factors) {
        this.first = commitment;
        this.key = key.clone();
        this.factors = List.copyOf(factors);
    }

    /** What the first row of the stream follows: the commitment. */
    public String first() {
        return first;
    }

    /** The chain of this row; what its own chain holds does not count. */
    public String next(String previous, LedgerRow row) {
        return next(previous, row.fields(factors));
    }

    String next(String previous, List<String> fields) {
        byte[] before = previous.getBytes(StandardCharsets.UTF_8);
        byte[] link = Sha256.hmac(key, before, LengthPrefixed.of(fields.toArray(String[]::new)));
        return HexFormat.of().formatHex(link);
    }
}
