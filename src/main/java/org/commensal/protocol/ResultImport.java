package org.commensal.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Text;

/**
 * How a file of results, such as a laboratory sends it, fills a form of staff: one row of the file is one response.
 *
 * @param code kebab-case
 * @param event code of the visit or event at which the form is filled in
 * @param participant the column with the participant code
 * @param sampled the column with the day on which the sample was taken
 * @param dates how the file writes a day
 * @param decimals what the file writes before the decimals of a number
 * @param toldApartBy the items by which the occurrences of a repeating event are told apart; none for a visit
 */
public record ResultImport(
        String code,
        Text name,
        String event,
        String form,
        String participant,
        String sampled,
        Dates dates,
        Decimals decimals,
        List<String> toldApartBy,
        List<Column> columns) {

    public enum Dates {
        YEAR_MONTH_DAY,
        DAY_MONTH_YEAR
    }

    public enum Decimals {
        POINT,
        COMMA
    }

    /**
     * A column of the file and the item that it fills.
     *
     * @param unit the column that says in which unit a result is; none where the file has one unit
     * @param factors what a result is multiplied by, by the unit of the file; 1 for the unit of the item
     * @param values the answer that each word of the file stands for; empty where the file writes answers as they are kept
     */
    public record Column(
            String column,
            String item,
            Optional<String> unit,
            Map<String, BigDecimal> factors,
            Map<String, String> values) {

        public Column {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    public ResultImport {
        toldApartBy = List.copyOf(toldApartBy);
        columns = List.copyOf(columns);
    }

    /** Every column that a file must have, in the order of the study. */
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of(participant, sampled));
        for (Column column : columns) {
            header.add(column.column());
            column.unit().ifPresent(header::add);
        }
        return header.stream().distinct().toList();
    }
}
