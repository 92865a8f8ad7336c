package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedListTest {

    private static final List<Factor> SITE = List.of(new Factor("site", List.of("S1", "S2")));
    private static final String LIST = """
            stratum,sequence,arm
            site=S2,1,B
            site=S2,2,A
            site=S1,1,A
            site=S1,2,A
            site=S1,3,B
            """;
    private static final Map<String, String> FIRST = Map.of("site", "S1");
    private static final Map<String, String> SECOND = Map.of("site", "S2");

    @Test
    void aStratumThatIsUsedUpIsRefusedAndNeverTakesFromAnother() {
        AllocationScheme scheme = read(LIST);
        List<Allocation> history = new ArrayList<>();
        history.add(scheme.next(Schemes.SEED, history, SECOND));
        history.add(scheme.next(Schemes.SEED, history, SECOND));
        assertThat(history).extracting(made -> made.arm().value()).containsExactly("B", "A");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> scheme.next(Schemes.SEED, history, SECOND))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CONFLICT);
                    assertThat(refusal.text().en())
                            .isEqualTo("The randomisation list has no row left for site=S2. Do not randomise; ask the"
                                    + " statistician for an amended list.");
                });
        assertThat(scheme.next(Schemes.SEED, List.of(), FIRST).arm().value()).isEqualTo("A");
    }

    @Test
    void isReplayedLikeEveryOtherMethod() {
        AllocationScheme scheme = read(LIST);
        List<Allocation> ledger = new ArrayList<>();
        ledger.add(scheme.next(Schemes.SEED, List.of(), FIRST));
        ledger.add(scheme.next(Schemes.SEED, List.of(ledger.get(0)), FIRST));
        assertThat(ledger.get(1).weights()).containsExactly(1L, 0L);
        assertThat(scheme.replay(Schemes.SEED, ledger)).isEmpty();
        assertThat(read(LIST.replace("site=S1,2,A", "site=S1,2,B")).replay(Schemes.SEED, ledger))
                .isNotEmpty();
    }

    @Test
    void theSchemeBindsEachByteOfTheFile() {
        assertThat(read(LIST).canonical())
                .contains("\"sha-256\":\"" + Sha256.hex(LIST.getBytes(StandardCharsets.UTF_8)) + "\"");
        assertThat(read(LIST + "site=S1,4,B\n").commitment(Schemes.SEED))
                .isNotEqualTo(read(LIST).commitment(Schemes.SEED));
        assertThat(read(LIST + "site=S1,4,B\n").allocatesAs(read(LIST))).isFalse();
    }

    @Test
    void aByteOrderMarkQuotesAndOtherLineEndsAreRead() {
        String written = "\uFEFF" + LIST.replace("site=S2", "\"site=S2\"").replace("\n", "\r\n");
        assertThat(read(written).next(Schemes.SEED, List.of(), SECOND).arm().value())
                .isEqualTo("B");
    }

    /** The line is named, the arm never. */
    @ParameterizedTest(name = "{1} instead of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "stratum,sequence,arm | arm,stratum,sequence | line 1 does not name the columns.",
                "site=S2,2,A | site=S2,3,A | line 3 should have sequence 2.",
                "site=S2,2,A | site=S2,02,A | line 3 should have sequence 2.",
                "site=S2,2,A | site=S2,2,PLACEBO | line 3 names an arm that the study does not have.",
                "site=S2,2,A | site=S3,1,A | line 3 is of a stratum that the study does not have, site=S3.",
                "site=S2,2,A | nonsense | line 3 is not a stratum, a sequence and an arm.",
                "site=S1,3,B | site=S2,3,B | line 6 goes on with a stratum that was left before, site=S2."
            })
    void aListThatIsNotInItsOrderIsRefused(String line, String instead, String what) {
        assertThat(faults(LIST.replace(line, instead)))
                .extracting(ProtocolFault::what)
                .contains("list.csv: " + what)
                .noneMatch(said -> said.contains("PLACEBO"));
    }

    @Test
    void eachStratumHasRowsAndTheFileIsThere() {
        assertThat(faults("stratum,sequence,arm\nsite=S2,1,B\n"))
                .extracting(ProtocolFault::what)
                .containsExactly("list.csv: no row is of site=S1.");
        assertThat(faults(""))
                .extracting(ProtocolFault::what)
                .containsExactly("There is no file \"list.csv\" in the study folder, or it is empty.");
    }

    private static AllocationScheme read(String list) {
        List<ProtocolFault> faults = new ArrayList<>();
        AllocationScheme scheme = read(list, faults);
        assertThat(faults).isEmpty();
        return scheme;
    }

    private static List<ProtocolFault> faults(String list) {
        List<ProtocolFault> faults = new ArrayList<>();
        read(list, faults);
        return faults;
    }

    private static AllocationScheme read(String list, List<ProtocolFault> faults) {
        return AllocationScheme.read(
                "a-study",
                "1.0",
                Schemes.arms(2),
                List.of(1, 1),
                SITE,
                path -> Optional.of(list.getBytes(StandardCharsets.UTF_8)),
                Schemes.settings("method: list\nfile: list.csv", faults::add));
    }
}
