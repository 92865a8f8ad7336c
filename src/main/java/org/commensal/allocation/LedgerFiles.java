package org.commensal.allocation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commensal.allocation.AllocationScheme.Factor;

/**
 * The files of a revealed ledger: all that somebody without us and without our code needs to compute every allocation
 * of a trial again. {@link LedgerVerification} reads them.
 */
public final class LedgerFiles {

    static final String SCHEME = "scheme.json";
    static final String COMMITMENT = "commitment.txt";
    static final String CONTRIBUTIONS = "contributions.csv";
    static final String SEED = "seed.txt";
    static final String LEDGER = "ledger.csv";

    /** Where the scheme follows a list, that list. */
    static final String LIST = "list.csv";

    /** Where envelopes were issued, what became of each. */
    static final String ENVELOPES = "envelopes.csv";

    static final List<String> ENVELOPE_COLUMNS = List.of("site", "number", "state");
    static final List<String> CONTRIBUTION_COLUMNS = List.of("number", "role", "given-at", "content");

    private LedgerFiles() {}

    /**
     * Each file by its name.
     *
     * @param drawn the seed that the server drew, before anybody contributed
     * @param commitment as it was published
     * @param rows in any order; the file has them by stream and sequence
     * @param envelopes that were issued, in any order; without any there is no file of them
     */
    public static SortedMap<String, byte[]> of(
            AllocationScheme scheme,
            Seed drawn,
            List<Contribution> contributions,
            CommitmentText commitment,
            List<LedgerRow> rows,
            List<Envelope> envelopes) {
        Seed seed = drawn.with(contributions.stream().map(Contribution::content).toList());
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(SCHEME, utf8(scheme.canonical()));
        files.put(COMMITMENT, utf8(commitment.text()));
        files.put(CONTRIBUTIONS, contributions(contributions));
        files.put(SEED, utf8("seed: " + hex(seed) + "\nserver-seed: " + hex(drawn) + "\n"));
        files.put(LEDGER, ledger(scheme, rows));
        scheme.list().ifPresent(list -> files.put(LIST, list));
        if (!envelopes.isEmpty()) {
            files.put(ENVELOPES, envelopes(envelopes));
        }
        return files;
    }

    private static byte[] contributions(List<Contribution> contributions) {
        Stream<List<String>> lines = contributions.stream()
                .map(given -> List.of(
                        String.valueOf(given.number()), given.role(), LedgerRow.moment(given.at()), given.content()));
        return csv(CONTRIBUTION_COLUMNS, lines);
    }

    private static byte[] ledger(AllocationScheme scheme, List<LedgerRow> rows) {
        List<String> factors = scheme.factors().stream().map(Factor::name).toList();
        Stream<List<String>> lines = rows.stream().sorted(ORDER).map(row -> {
            List<String> values = new ArrayList<>(row.fields(factors));
            values.add(row.chain());
            return values;
        });
        return csv(LedgerRow.COLUMNS, lines);
    }

    private static byte[] envelopes(List<Envelope> envelopes) {
        Stream<List<String>> lines = envelopes.stream()
                .sorted(Comparator.comparing(Envelope::site).thenComparing(Envelope::number))
                .map(each -> List.of(
                        each.site(), String.valueOf(each.number()), each.state().code()));
        return csv(ENVELOPE_COLUMNS, lines);
    }

    /** By the bytes of the stream's name, then by the place in it. */
    static final Comparator<LedgerRow> ORDER = Comparator.comparing(
                    (LedgerRow row) -> utf8(row.allocation().stream()), Arrays::compareUnsigned)
            .thenComparing(row -> row.allocation().sequence());

    private static byte[] csv(List<String> columns, Stream<List<String>> lines) {
        StringBuilder csv = new StringBuilder(Csv.line(columns)).append('\n');
        lines.forEach(line -> csv.append(Csv.line(line)).append('\n'));
        return utf8(csv.toString());
    }

    private static String hex(Seed seed) {
        return HexFormat.of().formatHex(seed.bytes());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
