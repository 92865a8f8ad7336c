package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.allocation.Ledgers.altered;
import static org.commensal.allocation.Ledgers.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commensal.allocation.LedgerVerification.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One changed byte of a revealed ledger is found, and said where. */
class LedgerVerificationTest {

    private static final int PARTICIPANTS = 40;
    private static final String OTHERS = "0123456789abcdefxAB,;:=\"\\{}[] \n\u0000";
    private static final AllocationScheme BLOCKS =
            Schemes.scheme(List.of(2, 1), "method: permuted-blocks\nblock-sizes: [3, 6]");
    private static final AllocationScheme MINIMISATION = Schemes.scheme(
            List.of(1, 1, 1), "method: minimisation\nmeasure: range\nprobability: 4/5\noverall-total: true");
    private static final SortedMap<String, byte[]> GOOD = Ledgers.of(BLOCKS, PARTICIPANTS, "six dice: 3 1 4 1 5 9");

    private static final SortedMap<String, byte[]> OUTSIDE = Ledgers.withRowsOutside(BLOCKS, PARTICIPANTS);
    private static final List<Integer> OUTSIDE_LINES =
            IntStream.rangeClosed(2, 7).boxed().toList();

    private static Stream<Arguments> methods() {
        return Ledgers.SCHEMES.entrySet().stream().map(scheme -> Arguments.of(scheme.getKey(), scheme.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void theLedgerOfEveryMethodHoldsAsItWasExported(String name, AllocationScheme scheme) {

        LedgerVerification.Outcome outcome = LedgerVerification.of(Ledgers.of(scheme, PARTICIPANTS, "a", "b"));

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.allocations()).isEqualTo(PARTICIPANTS);
        assertThat(outcome.contributions()).isEqualTo(2);
        assertThat(outcome.study()).isEqualTo("a-study");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    stream        | the stream is not that of the factor levels
                    sequence      | what follows in that stream cannot be computed
                    participant   | the chain does not fit
                    levels        | the chain does not fit
                    weights       | the weights are not those computed
                    pick          | the pick is not the number drawn
                    draws         | the count of words drawn is not right
                    arm           | the arm is not the arm computed
                    randomised-at | the chain does not fit
                    chain         | the chain does not fit
                    """)
    void anyChangedColumnOfAnyRowIsFoundOnItsLine(String column, String sentence) {
        for (SortedMap<String, byte[]> good : List.of(GOOD, Ledgers.of(MINIMISATION, PARTICIPANTS))) {
            for (int line = 2; line <= PARTICIPANTS + 1; line++) {
                List<Fault> faults = faults(altered(good, "ledger.csv", line, cell(column, Alterations.of(column))));
                int at = line;
                assertThat(faults)
                        .anyMatch(fault -> fault.line() == at && fault.what().contains(sentence))
                        .allMatch(fault -> fault.file().equals("ledger.csv") && fault.line() >= at);
            }
        }
    }

    @Test
    void aRowThatIsMissingMovedOrTwiceThereIsFound() {
        List<String> lines = Ledgers.lines(GOOD, "ledger.csv");
        for (int line = 2; line < lines.size(); line++) {
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, line - 1, line);
            assertThat(faults(Ledgers.with(GOOD, "ledger.csv", swapped))).isNotEmpty();
            List<String> twice = new ArrayList<>(lines);
            twice.add(line, lines.get(line));
            assertThat(faults(Ledgers.with(GOOD, "ledger.csv", twice))).isNotEmpty();
            boolean lastOfItsStream = !stream(lines.get(line - 1)).equals(stream(lines.get(line)));
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(line - 1);
            assertThat(faults(Ledgers.with(GOOD, "ledger.csv", fewer)).isEmpty())
                    .isEqualTo(lastOfItsStream);
        }
    }

    private static String stream(String line) {
        return Csv.values(line).get(0);
    }

    @ParameterizedTest(name = "{0}, line {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    commitment.txt    | 3 | this is not the study of the scheme
                    commitment.txt    | 4 | this is not the version of the scheme
                    commitment.txt    | 5 | the commitment is not that of the scheme and the server's seed
                    commitment.txt    | 7 | this is not the number of contributions in contributions.csv
                    commitment.txt    | 8 | the commitment is not that of the scheme and seed
                    """)
    void aChangedCommitmentIsFoundAlone(String file, int line, String sentence) {
        assertThat(faults(altered(GOOD, file, line, Alterations::lastCharacter)))
                .containsExactly(new Fault(file, line, sentence));
    }

    @Test
    void aChangedContributionIsFoundAlone() {
        assertThat(faults(altered(GOOD, "contributions.csv", 2, Alterations::lastCharacter)))
                .containsExactly(new Fault(
                        "contributions.csv",
                        0,
                        "the seed does not follow from the server's seed and the contributions"));
        assertThat(faults(altered(GOOD, "contributions.csv", 2, line -> line + "\n" + line)))
                .extracting(Fault::toString)
                .contains("contributions.csv:3: this is not contribution 2.");
    }

    @Test
    void aChangedSeedOpensNothing() {
        assertThat(faults(altered(GOOD, "seed.txt", 1, Alterations::lastCharacter)))
                .contains(new Fault("commitment.txt", 8, "the commitment is not that of the scheme and seed"))
                .hasSizeGreaterThan(PARTICIPANTS);
        assertThat(faults(altered(GOOD, "seed.txt", 2, Alterations::lastCharacter)))
                .extracting(Fault::file)
                .containsExactly("commitment.txt", "seed.txt");
        assertThat(faults(altered(GOOD, "seed.txt", 1, line -> line + "0")))
                .containsExactly(new Fault("seed.txt", 1, "\"seed\" is not a seed of 64 hexadecimal digits"));
    }

    @Test
    void anotherSchemeIsNotTheOneThatWasBound() {
        assertThat(faults(altered(GOOD, "scheme.json", 1, scheme -> scheme.replace("[3,6]", "[3,9]"))))
                .contains(new Fault("commitment.txt", 8, "the commitment is not that of the scheme and seed"));
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                scheme -> scheme + " ", scheme -> scheme.substring(1), scheme -> scheme.replace("permuted", "x"))) {
            assertThat(faults(altered(GOOD, "scheme.json", 1, change)))
                    .containsExactly(
                            new Fault("scheme.json", 1, "this is not the canonical form of an allocation scheme"));
        }
    }

    @Test
    void aFileThatIsMissingIsSaid() {
        GOOD.keySet().forEach(file -> {
            Map<String, byte[]> fewer = new TreeMap<>(GOOD);
            fewer.remove(file);
            assertThat(faults(fewer)).contains(new Fault(file, 0, "the file is missing"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger.csv", "seed.txt", "scheme.json"})
    void anyByteThatIsAnotherOneIsFound(String file) {
        SplittableRandom random = new SplittableRandom(20261126);
        for (int i = 0; i < 400; i++) {
            byte[] bytes = GOOD.getOrDefault(file, new byte[0]).clone();
            int place = random.nextInt(bytes.length);
            byte other = (byte) OTHERS.charAt(random.nextInt(OTHERS.length()));
            boolean same = bytes[place] == other;
            bytes[place] = other;
            Map<String, byte[]> altered = new TreeMap<>(GOOD);
            altered.put(file, bytes);

            assertThat(faults(altered).isEmpty())
                    .as(file + ", byte " + place + ": " + (char) other)
                    .isEqualTo(same);
        }
    }

    @Test
    void rowsWithoutAChainAreCoveredByTheNextThatHasOne() {
        List<LedgerRow> rows = Ledgers.rows(BLOCKS, Schemes.SEED, 2 * PARTICIPANTS, 3);
        CommitmentText commitment = new CommitmentText(
                "a-study",
                "1.0",
                Optional.empty(),
                0,
                Optional.of(new CommitmentText.Moment(BLOCKS.commitment(Schemes.SEED), Ledgers.START)),
                Optional.empty());
        SortedMap<String, byte[]> files = LedgerFiles.of(BLOCKS, Schemes.SEED, List.of(), commitment, rows, List.of());

        assertThat(faults(files)).isEmpty();
        List<Fault> faults = faults(altered(files, "ledger.csv", 2, cell("participant", Alterations::lastCharacter)));
        assertThat(faults)
                .containsExactly(new Fault("ledger.csv", 5, "the chain does not fit this row and the one before it"));
        SortedMap<String, byte[]> emptied = altered(GOOD, "ledger.csv", 3, cell("chain", chain -> ""));
        assertThat(LedgerVerification.of(emptied).faults()).isEmpty();
        assertThat(LedgerVerification.of(emptied).chained()).isEqualTo(PARTICIPANTS - 1);
        assertThat(faults(altered(emptied, "ledger.csv", 3, cell("participant", Alterations::lastCharacter))))
                .containsExactly(new Fault("ledger.csv", 4, "the chain does not fit this row and the one before it"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    sequence      | |
                    participant   | the chain does not fit
                    levels        | the chain does not fit
                    weights       | the weights are not those computed
                    pick          | the pick is not the number drawn
                    draws         | the count of words drawn is not right
                    arm           | the arm is not the arm computed
                    randomised-at | the chain does not fit
                    chain         | the chain does not fit
                    """)
    void anyChangedColumnOfARowOutsideTheStreamsIsFoundOnItsLine(String column, String sentence) {
        assertThat(faults(OUTSIDE)).isEmpty();
        for (int line : OUTSIDE_LINES) {
            assertThat(faults(altered(OUTSIDE, "ledger.csv", line, cell(column, Alterations.of(column)))))
                    .anyMatch(fault -> fault.line() == line
                            && (sentence == null || fault.what().contains(sentence)))
                    .noneMatch(fault -> fault.toString().contains("arm A"));
        }
    }

    @Test
    void whoeverFollowsAParticipantHasTheArmOfThatParticipant() {
        List<LedgerRow> rows = Ledgers.rows(BLOCKS, Schemes.SEED, 4, 0);
        List<String> lines = new ArrayList<>(Ledgers.lines(OUTSIDE, "ledger.csv"));
        lines.removeIf(line -> line.contains("," + rows.get(0).participant() + ","));

        assertThat(faults(Ledgers.with(OUTSIDE, "ledger.csv", lines)))
                .extracting(Fault::what)
                .contains("the participant who is followed was not randomised");
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    2 | used    | unused  | ledger.csv    | no such envelope was issued and used
                    3 | spoiled | unused  | envelopes.csv | a later envelope was used, so this one cannot be unused
                    3 | spoiled | used    | envelopes.csv | the ledger has no row of this envelope
                    3 | 2       | 3       | envelopes.csv | this is not envelope 2 of its site
                    4 | used    | spoiled | ledger.csv    | no such envelope was issued and used
                    5 | unused  | used    | envelopes.csv | the ledger has no row of this envelope
                    6 | unused  | lost    | envelopes.csv | this is not envelope 1 of its site
                    1 | state   | stat    | envelopes.csv | the columns are not site, number, state
                    """)
    void anEnvelopeIsWhatBecameOfIt(int line, String was, String becomes, String file, String sentence) {
        assertThat(faults(altered(OUTSIDE, "envelopes.csv", line, text -> text.replace(was, becomes))))
                .anyMatch(fault -> fault.file().equals(file) && fault.what().equals(sentence));
    }

    @Test
    void withoutTheListOfEnvelopesNoneWasIssued() {
        SortedMap<String, byte[]> fewer = new TreeMap<>(OUTSIDE);
        fewer.remove("envelopes.csv");

        assertThat(faults(fewer))
                .extracting(Fault::what)
                .containsOnly("no such envelope was issued and used")
                .hasSize(2);
    }

    @Test
    void noStreamCountsWhatIsOutside() {
        List<String> lines = new ArrayList<>(Ledgers.lines(OUTSIDE, "ledger.csv"));
        lines.removeIf(line -> line.startsWith("envelopes/") || line.startsWith("forced/"));
        SortedMap<String, byte[]> without = new TreeMap<>(Ledgers.with(OUTSIDE, "ledger.csv", lines));
        without.remove("envelopes.csv");

        assertThat(faults(without)).isEmpty();
        assertThat(lines).hasSize(PARTICIPANTS + 1);
    }

    @Test
    void noSentenceTellsAnArm() {
        List<Fault> faults = faults(altered(GOOD, "ledger.csv", 4, cell("arm", arm -> "ARMX7Q")));
        assertThat(faults).isNotEmpty().noneMatch(fault -> fault.toString().contains("ARMX7Q"));
    }

    @Test
    void contributionsMakeAnotherSeedInTheirOrderAndNoneLeavesItAsItIs() {
        Seed seed = Schemes.SEED;
        assertThat(seed.with(List.of()).bytes()).isEqualTo(seed.bytes());
        assertThat(Stream.of(List.of("a"), List.of("b"), List.of("a", "b"), List.of("b", "a"), List.of("ab"))
                        .map(given -> HexFormat.of().formatHex(seed.with(given).bytes())))
                .doesNotHaveDuplicates();
    }

    private static List<Fault> faults(Map<String, byte[]> files) {
        return LedgerVerification.of(files).faults();
    }
}
