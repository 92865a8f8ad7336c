package org.commensal.kits;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * A list of kits that was made elsewhere, as CSV: {@code number,kind,batch,expiry} in the first line, one kit in each
 * line after it. It is read whole or refused with every fault and its row.
 *
 * <p>A batch, its expiry date and a kit number may be known to everybody, so none of them may go with a kind: each batch
 * has every kind in the ratio of the arms and one expiry date, and no digit of the numbers tells the kind.
 */
final class KitListFile {

    static final List<String> COLUMNS = List.of("number", "kind", "batch", "expiry");

    private static final Pattern BATCH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_VIOLATIONS = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Text FAULTY = new Text(
            "Nothing was imported: the list has faults. See each row.",
            "Er is niets ingelezen: er staan fouten in de lijst. Zie elke rij.");
    private static final Text NO_TEXT = new Text(
            "The file is not UTF-8 text. Save it as \"CSV UTF-8\".",
            "Het bestand is geen UTF-8-tekst. Sla het op als \"CSV UTF-8\".");
    private static final Text HEADER = new Text(
            "The first line must be number,kind,batch,expiry.", "De eerste regel moet number,kind,batch,expiry zijn.");
    private static final Text EMPTY = new Text(
            "There are no kits in the list, or more than 50000.",
            "Er staan geen verpakkingen in de lijst, of meer dan 50000.");
    private static final Text CELLS =
            new Text("This row does not have four values.", "Deze rij heeft geen vier waarden.");
    private static final Text TWICE =
            new Text("Number %s is in the list twice.", "Nummer %s staat twee keer in de lijst.");
    private static final Text LISTED = new Text(
            "Number %s was listed before. A number is used once.",
            "Nummer %s stond al op een lijst. Een nummer wordt één keer gebruikt.");
    private static final Text KIND = new Text(
            "\"%s\" is no arm of the study. Write one of: %s.", "\"%s\" is geen arm van de studie. Kies uit: %s.");
    private static final Text NO_BATCH = new Text(
            "Write the batch with at most 40 letters, digits, dots and dashes.",
            "Schrijf de partij met hoogstens 40 letters, cijfers, punten en streepjes.");
    private static final Text NO_DATE = new Text(
            "\"%s\" is not a date. Write it as year-month-day: 2027-11-30.",
            "\"%s\" is geen datum. Schrijf jaar-maand-dag: 2027-11-30.");

    private final KitNumbers numbers;
    private final Map<String, Integer> ratio;
    private final Set<String> listed;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, ListedKit> kits = new LinkedHashMap<>();

    private KitListFile(KitNumbers numbers, Map<String, Integer> ratio, Set<String> listed) {
        this.numbers = numbers;
        this.ratio = ratio;
        this.listed = listed;
    }

    /**
     * @param ratio how many kits of each kind make one set
     * @param listed numbers of earlier lists
     * @throws Refusal {@code INVALID} with a violation for each fault; its pointer names row and column
     */
    static List<ListedKit> read(byte[] content, KitNumbers numbers, Map<String, Integer> ratio, Set<String> listed) {
        KitListFile file = new KitListFile(numbers, ratio, Set.copyOf(new HashSet<>(listed)));
        file.rows(text(content).split("\\R"));
        if (file.violations.isEmpty()) {
            file.violations.addAll(new Batches(ratio).faults(file.kits.values()));
        }
        file.refuseIfFaulty();
        return List.copyOf(file.kits.values());
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw new Refusal(Reason.INVALID, NO_TEXT);
        }
    }

    private void rows(String[] lines) {
        if (!List.of(cells(lines[0])).equals(COLUMNS)) {
            violations.add(new Violation("/rows/1", HEADER));
        } else if (lines.length < 2 || lines.length > MOST_ROWS + 1) {
            violations.add(new Violation("/rows/1", EMPTY));
        } else {
            for (int row = 2; row <= lines.length; row++) {
                row(row, cells(lines[row - 1]));
            }
        }
    }

    private void row(int row, String[] cells) {
        if (cells.length != COLUMNS.size()) {
            fault(row, "", CELLS);
            return;
        }
        String number = number(row, cells[0]);
        if (!ratio.containsKey(cells[1])) {
            fault(row, "/kind", KIND.with(Text.shorten(cells[1]), String.join(", ", ratio.keySet())));
        }
        if (!isBatch(cells[2])) {
            fault(row, "/batch", NO_BATCH);
        }
        LocalDate expiry = LocalDate.EPOCH;
        try {
            expiry = LocalDate.parse(cells[3]);
        } catch (DateTimeException malformed) {
            fault(row, "/expiry", NO_DATE.with(Text.shorten(cells[3])));
        }
        kits.put(number, new ListedKit(number, cells[1], cells[2], expiry));
    }

    private String number(int row, String typed) {
        try {
            String number = numbers.parse(typed);
            if (kits.containsKey(number)) {
                fault(row, "/number", TWICE.with(number));
            } else if (listed.contains(number)) {
                fault(row, "/number", LISTED.with(number));
            }
            return number;
        } catch (Refusal malformed) {
            fault(row, "/number", malformed.text());
            return typed;
        }
    }

    static boolean isBatch(String batch) {
        return BATCH.matcher(batch).matches();
    }

    private void fault(int row, String column, Text what) {
        violations.add(new Violation("/rows/" + row + column, what));
    }

    private void refuseIfFaulty() {
        if (!violations.isEmpty()) {
            int most = Math.min(violations.size(), MOST_VIOLATIONS);
            throw new Refusal(Reason.INVALID, FAULTY, violations.subList(0, most));
        }
    }

    /** Values are codes and dates, so that a comma, or the semicolon of some spreadsheets, is never part of one. */
    private static String[] cells(String line) {
        String[] cells = line.split("[,;]", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip().replaceAll("^\"(.*)\"$", "$1").strip();
        }
        return cells;
    }
}
