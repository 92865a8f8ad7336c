package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.allocation.Ledgers.altered;
import static org.commensal.allocation.Ledgers.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The verifier in R, which shares nothing with ours but the decision pages, says the same of the same ledgers. */
class VerifierInRTest {

    private static final int PARTICIPANTS = 24;

    @TempDir
    Path folder;

    @BeforeAll
    static void rIsInstalled() {
        Assumptions.assumeTrue(
                VerifierInR.isInstalled(),
                "Skipped: Rscript with the package digest is not installed (apt-get install r-base-core"
                        + " r-cran-digest).");
    }

    private static Stream<Arguments> methods() {
        return Ledgers.SCHEMES.entrySet().stream().map(scheme -> Arguments.of(scheme.getKey(), scheme.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void bothFindNoFaultInWhatWasExportedAndTheSameInWhatWasAltered(String name, AllocationScheme scheme)
            throws Exception {
        SortedMap<String, byte[]> good = Ledgers.of(scheme, PARTICIPANTS, "six dice: 3, 1, 4", "é \"quoted\"");

        assertThat(inR(good))
                .containsExactly("No fault: a-study 1.0 (allocations: 24, chained: 24, streams: " + streams(good)
                        + ", contributions: 2).");
        SortedMap<String, byte[]> oneArm = altered(good, "ledger.csv", 9, cell("arm", Alterations.of("arm")));
        agree(altered(oneArm, "ledger.csv", 5, cell("levels", Alterations.of("levels"))));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyAlterationIsFoundByBoth(AllocationScheme scheme) throws Exception {
        SortedMap<String, byte[]> good = Ledgers.of(scheme, PARTICIPANTS, "six dice: 3, 1, 4");
        for (String column : LedgerRow.COLUMNS) {
            agree(altered(good, "ledger.csv", 9, cell(column, Alterations.of(column))));
        }
        for (int line : new int[] {3, 4, 5, 7, 8}) {
            agree(altered(good, "commitment.txt", line, Alterations::lastCharacter));
        }
        agree(altered(good, "contributions.csv", 2, Alterations::lastCharacter));
        agree(altered(good, "seed.txt", 1, Alterations::lastCharacter));
        agree(altered(good, "seed.txt", 2, Alterations::lastCharacter));
        agree(altered(good, "scheme.json", 1, text -> text.replace("site", "sita")));
        agree(altered(good, "scheme.json", 1, text -> text + " "));
        List<String> swapped = new ArrayList<>(Ledgers.lines(good, "ledger.csv"));
        Collections.swap(swapped, 8, 9);
        agree(Ledgers.with(good, "ledger.csv", swapped));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void whatIsOutsideTheStreamsIsFoundAlike(AllocationScheme scheme) throws Exception {
        SortedMap<String, byte[]> good = Ledgers.withRowsOutside(scheme, PARTICIPANTS);
        int first = firstOutside(good);

        assertThat(inR(good))
                .containsExactly("No fault: a-study 1.0 (allocations: 30, chained: 30, streams: " + streams(good)
                        + ", contributions: 0).");
        for (String column : LedgerRow.COLUMNS) {
            for (int line : new int[] {first + 1, first + 2}) {
                agree(altered(good, "ledger.csv", line, cell(column, Alterations.of(column))));
            }
        }
        agree(altered(good, "ledger.csv", first + 2, cell("stream", stream -> stream + "9")));
        agree(altered(good, "envelopes.csv", 1, text -> text + "s"));
        agree(altered(good, "envelopes.csv", 2, text -> text.replace("used", "unused")));
        agree(altered(good, "envelopes.csv", 3, text -> text.replace("spoiled", "used")));
        agree(altered(good, "envelopes.csv", 3, text -> text.replace("spoiled", "unused")));
        agree(altered(good, "envelopes.csv", 4, text -> text.replace("3", "4")));
        agree(altered(good, "envelopes.csv", 5, text -> text.replace("unused", "lost")));
    }

    private static int firstOutside(Map<String, byte[]> files) {
        List<String> lines = Ledgers.lines(files, "ledger.csv");
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith("envelopes/"))
                        .findFirst()
                        .orElseThrow());
    }

    private static Stream<AllocationScheme> schemes() {
        return Stream.of(
                Schemes.scheme(List.of(2, 1), "method: permuted-blocks\nblock-sizes: [3, 6]"),
                Schemes.scheme(
                        List.of(1, 1, 1),
                        "method: minimisation\nmeasure: range\nprobability: 4/5\noverall-total: true"));
    }

    @Test
    void textBeyondAsciiAndNumbersBeyondOneByteAreReadAlike() throws Exception {
        for (String measure : List.of("range", "variance", "marginal-totals")) {
            AllocationScheme scheme = Schemes.scheme(
                    List.of(3, 2, 1),
                    "method: minimisation\nmeasure: " + measure
                            + "\nprobability: 17/20\nsimple-first: 3\nfactor-weights: {aura: 7}");
            assertThat(inR(Ledgers.of(scheme, 60, "voorbeeld één ≥ 8–15"))).hasSize(1);
        }
    }

    @Test
    void severalSchemesAreVerifiedEachAndAlike() throws Exception {
        SortedMap<String, byte[]> good = LedgerArchiveTest.archive();
        assertThat(inR(good)).hasSize(2).allMatch(line -> line.contains(": No fault: a-study 1.0"));

        List<String> lines = new ArrayList<>(Ledgers.lines(good, "scheme-01/ledger.csv"));
        lines.remove(lines.size() - 1);
        agree(Ledgers.with(good, "scheme-01/ledger.csv", lines));
        agree(altered(good, "scheme-02/ledger.csv", 9, cell("arm", Alterations.of("arm"))));
        for (String missing : List.of("scheme-01/", "scheme-02/")) {
            SortedMap<String, byte[]> rest = new TreeMap<>(good);
            rest.keySet().removeIf(path -> path.startsWith(missing));
            agree(rest);
        }
        agree(LedgerArchive.of(List.of(Ledgers.of(LedgerArchiveTest.OLD, 9), Ledgers.of(LedgerArchiveTest.NEW, 9))));
    }

    /** Both find something, and the same. */
    private void agree(Map<String, byte[]> files) throws Exception {
        List<String> ours = new ArrayList<>();
        List<LedgerArchive.Verified> verified = LedgerArchive.verify(files);
        assertThat(verified).anyMatch(each -> !each.outcome().holds());
        for (LedgerArchive.Verified each : verified) {
            String folder = each.folder().isEmpty() ? "" : each.folder() + ": ";
            int count = each.outcome().faults().size();
            each.outcome().faults().forEach(fault -> ours.add(folder + fault));
            ours.add(folder + (count == 0 ? fine(each.outcome()) : count + (count == 1 ? " fault." : " faults.")));
        }

        assertThat(inR(files)).containsExactlyElementsOf(ours);
    }

    private static String fine(LedgerVerification.Outcome outcome) {
        return "No fault: %s %s (allocations: %d, chained: %d, streams: %d, contributions: %d)."
                .formatted(
                        outcome.study(),
                        outcome.version(),
                        outcome.allocations(),
                        outcome.chained(),
                        outcome.streams(),
                        outcome.contributions());
    }

    private List<String> inR(Map<String, byte[]> files) throws IOException, InterruptedException {
        return VerifierInR.says(files, Files.createTempDirectory(folder, "ledger"));
    }

    private static long streams(Map<String, byte[]> files) {
        return LedgerVerification.of(files).streams();
    }
}
