package org.commensal.export.format;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/** What the columns of a table and their codes mean, in both languages, as JSON. */
final class Meanings {

    static final JsonProvider JSON = JsonProvider.provider();

    private Meanings() {}

    static JsonObject of(Table table) {
        JsonArrayBuilder columns = JSON.createArrayBuilder();
        table.columns().forEach(column -> columns.add(of(column)));
        return JSON.createObjectBuilder()
                .add("table", table.name())
                .add("label", of(table.label()))
                .add("columns", columns)
                .build();
    }

    private static JsonObjectBuilder of(Column column) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("name", column.name())
                .add("type", column.type())
                .add("label", of(column.label()));
        if (!column.codes().isEmpty()) {
            json.add("codes", of(column.codes()));
        }
        column.reason().ifPresent(reason -> json.add("reason", reason));
        return json;
    }

    private static JsonArrayBuilder of(List<Code> codes) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        codes.forEach(code ->
                array.add(JSON.createObjectBuilder().add("value", code.value()).add("label", of(code.label()))));
        return array;
    }

    static JsonObjectBuilder of(Text label) {
        return JSON.createObjectBuilder().add("en", label.en()).add("nl", label.nl());
    }
}
