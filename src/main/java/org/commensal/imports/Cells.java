package org.commensal.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.imports.ResultFile.Row;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemType;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Type;
import org.commensal.kernel.Text;
import org.commensal.protocol.ResultImport;
import org.commensal.protocol.ResultImport.Column;
import org.commensal.protocol.ResultImport.Dates;
import org.commensal.protocol.ResultImport.Decimals;

/** Reads the cells of a row as answers to the items of a form; what cannot be read is noted as a fault of its column. */
final class Cells {

    private static final Pattern POINT = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Pattern COMMA = Pattern.compile("[-+]?[0-9]{1,15}(,[0-9]{1,10})?");
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final Text NO_DATE = new Text(
            "\"%s\" is not a day. The file must write it like %s.",
            "\"%s\" is geen dag. Schrijf in het bestand zoals %s.");
    private static final Text NO_NUMBER = new Text(
            "\"%s\" is not a number as this file writes it, such as %s. Write the number alone; leave the cell empty where there is no result.",
            "\"%s\" is geen getal zoals in dit bestand, bijvoorbeeld %s. Schrijf alleen het getal; laat de cel leeg als er geen uitslag is.");
    private static final Text NO_UNIT = new Text(
            "\"%s\" is not a unit that is known here. Known are: %s.",
            "\"%s\" is geen eenheid die hier bekend is. Bekend zijn: %s.");
    private static final Text NO_WORD = new Text(
            "\"%s\" is not a word that is known here. Known are: %s.",
            "\"%s\" is geen woord dat hier bekend is. Bekend zijn: %s.");
    private static final Text NO_ITEM = new Text(
            "The version of the study of this site does not ask this. Leave the cell empty.",
            "De versie van de studie van dit centrum vraagt dit niet. Laat de cel leeg.");

    private final ResultImport definition;
    private final Row row;
    private final List<Finding> faults;

    /** @param faults to which is added what cannot be read */
    Cells(ResultImport definition, Row row, List<Finding> faults) {
        this.definition = definition;
        this.row = row;
        this.faults = faults;
    }

    /** The answers of this row by item, as {@link Questionnaire#accept} takes them; an empty cell says nothing. */
    Map<String, Object> answers(Questionnaire form) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Column column : definition.columns()) {
            String cell = row.cell(column.column());
            if (!cell.isEmpty()) {
                item(form, column)
                        .flatMap(item -> answer(item, column, cell))
                        .ifPresent(answer -> answers.put(column.item(), answer));
            }
        }
        return answers;
    }

    /** The day of the sample, where it can be read. */
    Optional<LocalDate> sampled() {
        return day(definition.sampled(), row.cell(definition.sampled()));
    }

    private Optional<Item> item(Questionnaire form, Column column) {
        Optional<Item> item = form.items().stream()
                .filter(each -> each.code().equals(column.item()))
                .findFirst();
        if (item.isEmpty()) {
            fault(column.column(), NO_ITEM);
        }
        return item;
    }

    private Optional<Object> answer(Item item, Column column, String cell) {
        Optional<Object> answer = read(item, column, cell);
        Optional<Text> declined = answer.map(given -> ItemTypes.of(item).read(item, given))
                .filter(ItemType.Reading.Declined.class::isInstance)
                .map(reading -> ((ItemType.Reading.Declined) reading).why());
        declined.ifPresent(why -> fault(column.column(), why));
        return answer.filter(given -> declined.isEmpty());
    }

    private Optional<Object> read(Item item, Column column, String cell) {
        if (!column.values().isEmpty()) {
            Optional<Object> word = Optional.ofNullable(column.values().get(cell));
            if (word.isEmpty()) {
                fault(
                        column.column(),
                        NO_WORD.with(
                                shown(cell), String.join(", ", column.values().keySet())));
            }
            return word;
        }
        Type type = ItemTypes.of(item).type(item);
        if (type.equals(Type.DAY)) {
            return day(column.column(), cell).map(LocalDate::toString);
        }
        return type.equals(Type.NUMBER) && item.options().isEmpty()
                ? number(item, column, cell).map(number -> number)
                : Optional.of(cell);
    }

    private Optional<BigDecimal> number(Item item, Column column, String cell) {
        boolean comma = definition.decimals() == Decimals.COMMA;
        if (!(comma ? COMMA : POINT).matcher(cell).matches()) {
            fault(column.column(), NO_NUMBER.with(shown(cell), comma ? "3,5" : "3.5"));
            return Optional.empty();
        }
        return factor(column).map(factor -> converted(item, new BigDecimal(cell.replace(',', '.')), factor));
    }

    /** A result in another unit is rounded to what the item keeps, half to even; one in its own unit is never rounded. */
    private static BigDecimal converted(Item item, BigDecimal number, BigDecimal factor) {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return number;
        }
        int decimals = Integer.parseInt(item.settings().getOrDefault("decimals", "0"));
        return number.multiply(factor).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private Optional<BigDecimal> factor(Column column) {
        if (column.unit().isEmpty()) {
            return Optional.of(BigDecimal.ONE);
        }
        String unit = row.cell(column.unit().get());
        Optional<BigDecimal> factor = Optional.ofNullable(column.factors().get(unit));
        if (factor.isEmpty()) {
            fault(
                    column.unit().get(),
                    NO_UNIT.with(shown(unit), String.join(", ", column.factors().keySet())));
        }
        return factor;
    }

    private Optional<LocalDate> day(String column, String cell) {
        boolean dayFirst = definition.dates() == Dates.DAY_MONTH_YEAR;
        try {
            return Optional.of(
                    dayFirst ? LocalDate.parse(cell.replaceAll("[/.]", "-"), DAY_FIRST) : LocalDate.parse(cell));
        } catch (DateTimeException malformed) {
            Finding fault = new Finding(
                    row.number(), column, NO_DATE.with(shown(cell), dayFirst ? "30-11-2026" : "2026-11-30"));
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
            return Optional.empty();
        }
    }

    private void fault(String column, Text what) {
        faults.add(new Finding(row.number(), column, what));
    }

    /** What a cell says, as far as it fits into a sentence. */
    static String shown(String cell) {
        return Text.shorten(cell.replaceAll("\\p{Cntrl}", " "));
    }
}
