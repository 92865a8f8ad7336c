package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commensal.allocation.LedgerArchive.Verified;
import org.commensal.allocation.LedgerVerification.Fault;
import org.junit.jupiter.api.Test;

/** The schemes of an amended study are verified each, and the end of every one but the last is bound. */
class LedgerArchiveTest {

    static final AllocationScheme OLD = Schemes.scheme(List.of(1, 1), "method: permuted-blocks\nblock-sizes: [2, 4]");
    static final AllocationScheme NEW = Schemes.scheme(List.of(2, 1), "method: block-urn\nlambda: 3");
    private static final int PARTICIPANTS = 30;

    static SortedMap<String, byte[]> archive() {
        return LedgerArchive.of(List.of(
                Ledgers.closed(OLD, PARTICIPANTS, "six dice: 3, 1, 4"), Ledgers.of(NEW, PARTICIPANTS, "ten more")));
    }

    @Test
    void theArchiveOfOneSchemeIsItsLedgerToTheByte() {
        SortedMap<String, byte[]> ledger = Ledgers.of(NEW, PARTICIPANTS);

        assertThat(LedgerArchive.of(List.of(ledger)).keySet()).isEqualTo(ledger.keySet());
        assertThat(LedgerArchive.verify(ledger)).extracting(Verified::folder).containsExactly("");
        assertThat(faults(ledger)).isEmpty();
    }

    @Test
    void eachSchemeIsVerifiedInItsOrder() {
        List<Verified> verified = LedgerArchive.verify(archive());

        assertThat(verified).extracting(Verified::folder).containsExactly("scheme-01", "scheme-02");
        assertThat(verified)
                .allMatch(each -> each.outcome().holds() && each.outcome().allocations() == PARTICIPANTS);
    }

    /** What the chain of one ledger cannot show: a row too many, and rows cut off the end. */
    @Test
    void aRowAddedToAClosedSchemeOrCutOffItsEndIsFound() {
        SortedMap<String, byte[]> closed = Ledgers.closed(OLD, PARTICIPANTS, "six dice: 3, 1, 4");
        SortedMap<String, byte[]> longer = Ledgers.of(OLD, PARTICIPANTS + 1, "six dice: 3, 1, 4");
        SortedMap<String, byte[]> added = new TreeMap<>(closed);
        added.put("ledger.csv", longer.getOrDefault("ledger.csv", new byte[0]));
        List<String> lines = new ArrayList<>(Ledgers.lines(closed, "ledger.csv"));
        lines.remove(lines.size() - 1);

        for (Map<String, byte[]> altered : List.of(added, Ledgers.with(closed, "ledger.csv", lines))) {
            assertThat(faults(altered))
                    .containsExactly(
                            "commitment.txt: this is not the number of allocations in ledger.csv",
                            "commitment.txt: the ledger does not end where the scheme was closed");
        }
    }

    @Test
    void aSchemeThatIsMissingOrNotClosedIsFound() {
        SortedMap<String, byte[]> onlyTheSecond = new TreeMap<>(archive());
        onlyTheSecond.keySet().removeIf(path -> path.startsWith("scheme-01/"));
        SortedMap<String, byte[]> onlyTheFirst = new TreeMap<>(archive());
        onlyTheFirst.keySet().removeIf(path -> path.startsWith("scheme-02/"));
        SortedMap<String, byte[]> open =
                LedgerArchive.of(List.of(Ledgers.of(OLD, PARTICIPANTS), Ledgers.of(NEW, PARTICIPANTS)));

        assertThat(faults(onlyTheSecond)).hasSize(5).allMatch(fault -> fault.endsWith("the file is missing"));
        assertThat(faults(onlyTheFirst))
                .containsExactly("commitment.txt: this scheme was closed, and the one after it is missing");
        assertThat(faults(open))
                .containsExactly("commitment.txt: \"allocations\" is missing", "commitment.txt: \"end\" is missing");
    }

    /** The end of a ledger depends on each last row, and on nothing before it, which the chain covers. */
    @Test
    void theEndFollowsFromTheLastRowOfEachStream() {
        List<LedgerRow> rows = new ArrayList<>(Ledgers.rows(OLD, Schemes.SEED, PARTICIPANTS, 0));
        LedgerEnd end = LedgerEnd.of(rows);
        Collections.reverse(rows);

        assertThat(LedgerEnd.of(rows)).isEqualTo(end);
        for (LedgerRow row : rows) {
            boolean last = rows.stream()
                    .filter(other -> other.allocation().stream().equals(row.allocation().stream()))
                    .allMatch(other ->
                            other.allocation().sequence() <= row.allocation().sequence());
            List<LedgerRow> changed = new ArrayList<>(rows);
            changed.set(rows.indexOf(row), row.chained("0".repeat(64)));
            assertThat(LedgerEnd.of(changed).equals(end)).isEqualTo(!last);
        }
        assertThat(LedgerEnd.of(List.of()).hash()).isEqualTo(Sha256.hex(new byte[0]));
    }

    private static List<String> faults(Map<String, byte[]> files) {
        return LedgerArchive.verify(files).stream()
                .flatMap(each -> each.outcome().faults().stream())
                .map(LedgerArchiveTest::withoutItsLine)
                .toList();
    }

    private static String withoutItsLine(Fault fault) {
        return fault.file() + ": " + fault.what();
    }
}
