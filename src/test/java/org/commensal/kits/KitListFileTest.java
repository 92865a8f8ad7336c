package org.commensal.kits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.commensal.instrument.KitNumber;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list from elsewhere is taken whole, or refused with every fault and its row. */
class KitListFileTest {

    private static final KitNumbers NUMBERS = new KitNumbers("KIT");
    private static final Map<String, Integer> RATIO = new TreeMap<>(Map.of("ACT", 1, "PBO", 1));
    private static final String HEADER = "number,kind,batch,expiry\n";
    private static final LocalDate EXPIRY = LocalDate.of(2027, 11, 30);

    @Test
    void everyFaultIsFoundAtOnceWithItsRow() {
        Refusal refusal = refusal(HEADER + "KIT-482134,ACT,B1,2027-11-30\n"
                + "KIT-482133,XXX,B1,2027-11-30\n"
                + "KIT-100073,PBO,B 1,2027-11-30\n"
                + "KIT-904615,PBO,B1,30-11-2027\n"
                + "KIT-904615,PBO,B1,2027-11-30\n"
                + "KIT-000000,PBO,B1,2027-11-30\n"
                + "KIT-000000\n");

        assertThat(refusal.violations())
                .extracting(fault -> fault.pointer() + " " + fault.message().en())
                .containsExactly(
                        "/rows/2/number \"KIT-482134\" is not a kit number. A kit number looks like KIT-482133;"
                                + " check each digit.",
                        "/rows/3/kind \"XXX\" is no arm of the study. Write one of: ACT, PBO.",
                        "/rows/4/batch Write the batch with at most 40 letters, digits, dots and dashes.",
                        "/rows/5/expiry \"30-11-2027\" is not a date. Write it as year-month-day: 2027-11-30.",
                        "/rows/6/number Number KIT-904615 is in the list twice.",
                        "/rows/7/number Number KIT-000000 was listed before. A number is used once.",
                        "/rows/8 This row does not have four values.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                       | The first line must be number,kind,batch,expiry.
            kind,number,batch,expiry                 | The first line must be number,kind,batch,expiry.
            number,kind,batch,expiry                 | There are no kits in the list, or more than 50000.
            """)
    void whatIsNoListIsRefused(String content, String why) {
        assertThat(refusal(content).violations())
                .extracting(fault -> fault.message().en())
                .containsExactly(why);
    }

    @Test
    void otherCharactersAreRefused() {
        byte[] latin = (HEADER + "KIT-482133,ACT,Bé,2027-11-30").getBytes(StandardCharsets.ISO_8859_1);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> KitListFile.read(latin, NUMBERS, RATIO, Set.of()));

        assertThat(refusal.text().en()).startsWith("The file is not UTF-8 text.");
    }

    @Test
    void aBatchThatTellsTheKindIsRefused() {
        assertThat(refusal(HEADER + "KIT-482133,ACT,B1,2027-11-30\nKIT-100073,PBO,B2,2027-11-30\n")
                        .violations())
                .extracting(Refusal.Violation::pointer)
                .containsExactly("/batches/B1", "/batches/B2");
        assertThat(refusal(HEADER + "KIT-482133,ACT,B1,2027-11-30\nKIT-100073,PBO,B1,2027-12-31\n")
                        .violations())
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.message().en()).startsWith("Batch B1 has more than one expiry date."));
    }

    @Test
    void numbersThatTellTheKindAreRefused() {
        List<ListedKit> alternating = new ArrayList<>();
        List<ListedKit> halves = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String number = "KIT-" + KitNumber.of("%05d".formatted(40_000 + i));
            alternating.add(new ListedKit(number, i % 2 == 0 ? "ACT" : "PBO", "B1", EXPIRY));
            halves.add(new ListedKit(number, i < 100 ? "ACT" : "PBO", "B1", EXPIRY));
        }

        assertThat(refusal(ReadKitList.csv(alternating)).violations())
                .extracting(fault -> fault.message().en())
                .containsExactly("Digit 5 of the numbers goes with the kind. Draw the numbers at random, without"
                        + " regard to the kind.");
        assertThat(refusal(ReadKitList.csv(halves)).violations())
                .extracting(fault -> fault.message().en().substring(0, 7))
                .containsExactly("Digit 3");
    }

    @Test
    void numbersThatTellNothingAreTaken() {
        Stream.iterate(1, seed -> seed + 1).limit(500).forEach(seed -> {
            List<ListedKit> kits =
                    NUMBERS.draw(RATIO, 20 + seed % 80, "B1", EXPIRY, Set.of(), new SplittableRandom(seed));

            assertThat(read(ReadKitList.csv(kits))).containsExactlyElementsOf(kits);
        });
    }

    @Test
    void spreadsheetsMayWriteItTheirWay() {
        String semicolons = "\uFEFFnumber;kind;batch;expiry\r\n\"KIT-482133\";ACT;B1;2027-11-30\r\n"
                + "100073;PBO;B1;2027-11-30\r\n";

        assertThat(read(semicolons)).extracting(ListedKit::number).containsExactly("KIT-482133", "KIT-100073");
    }

    /** By hand: 10 of 20 ACT and 20 of 20 PBO have digit 0, the other 10 digit 1; χ² = 40·(10·0 − 10·20)²/(30·10·20·20). */
    @Test
    void chiSquareIsPearsons() {
        List<String> numbers = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            numbers.add("KIT-" + (i < 10 ? "1" : "0") + "00000");
            kinds.add(i < 20 ? "ACT" : "PBO");
        }

        assertThat(DigitsByKind.statistic(numbers, kinds, 1))
                .isCloseTo(new BigDecimal("13.333333"), Offset.offset(new BigDecimal("0.000001")));
    }

    private static List<ListedKit> read(String content) {
        return KitListFile.read(content.getBytes(StandardCharsets.UTF_8), NUMBERS, RATIO, Set.of("KIT-000000"));
    }

    private static Refusal refusal(String content) {
        return catchThrowableOfType(Refusal.class, () -> read(content));
    }
}
