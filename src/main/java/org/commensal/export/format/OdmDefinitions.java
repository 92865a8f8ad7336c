package org.commensal.export.format;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.commensal.export.format.Layout.Variable;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/** The {@code Study} of an ODM file: what is released, with labels and codes in both languages. */
final class OdmDefinitions {

    /** The one event, since the visit or block of a row is an item of it. */
    static final String EVENT = "SE.release";

    private OdmDefinitions() {}

    static String form(Table table) {
        return "F." + table.name();
    }

    /** Reads each table once for the lengths of its items. */
    static void write(Xml xml, Dataset dataset) throws IOException {
        xml.start("Study", "OID", dataset.study());
        names(xml, dataset);
        xml.start("MetaDataVersion", "OID", Oids.version(dataset), "Name", "Protocol version " + dataset.version());
        forms(xml, dataset.tables().stream().filter(OdmFormat::isOfSubjects).toList());
        for (Table table : dataset.tables()) {
            group(xml, table);
        }
        for (Table table : dataset.tables()) {
            items(xml, table);
        }
        for (Table table : dataset.tables()) {
            for (Column column : table.columns()) {
                codes(xml, table, column);
            }
        }
        xml.end().end();
    }

    private static void names(Xml xml, Dataset dataset) throws IOException {
        String release = "Release \"" + dataset.name() + "\", blinded and pseudonymised";
        xml.start("GlobalVariables");
        xml.start("StudyName").text(dataset.title().en()).end();
        xml.start("StudyDescription").text(release).end();
        xml.start("ProtocolName").text(dataset.study()).end();
        xml.end();
    }

    private static void items(Xml xml, Table table) throws IOException {
        for (Variable variable : Layout.of(table, Integer.MAX_VALUE, Set.of()).variables()) {
            if (isItem(table).test(variable.column())) {
                item(xml, table, variable);
            }
        }
    }

    /** Every column but the one that is the key of a subject. */
    private static Predicate<Column> isItem(Table table) {
        return column ->
                !OdmFormat.isOfSubjects(table) || column != table.columns().get(0);
    }

    private static void forms(Xml xml, List<Table> tables) throws IOException {
        xml.start("Protocol")
                .empty("StudyEventRef", "StudyEventOID", EVENT, "OrderNumber", "1", "Mandatory", "Yes")
                .end();
        xml.start("StudyEventDef", "OID", EVENT, "Name", "Release", "Repeating", "No", "Type", "Common");
        int number = 0;
        for (Table table : tables) {
            xml.empty("FormRef", "FormOID", form(table), "OrderNumber", Integer.toString(++number), "Mandatory", "No");
        }
        xml.end();
        for (Table table : tables) {
            xml.start("FormDef", "OID", form(table), "Name", table.name(), "Repeating", "No");
            described(xml, "Description", table.label());
            xml.empty("ItemGroupRef", "ItemGroupOID", Oids.table(table), "OrderNumber", "1", "Mandatory", "No")
                    .end();
        }
    }

    private static void group(Xml xml, Table table) throws IOException {
        String isReference = OdmFormat.isOfSubjects(table) ? "No" : "Yes";
        xml.start(
                "ItemGroupDef",
                "OID",
                Oids.table(table),
                "Name",
                table.name(),
                "Repeating",
                "Yes",
                "IsReferenceData",
                isReference);
        described(xml, "Description", table.label());
        int number = 0;
        for (Column column : table.columns().stream().filter(isItem(table)).toList()) {
            xml.empty(
                    "ItemRef",
                    "ItemOID",
                    Oids.column(table, column),
                    "OrderNumber",
                    Integer.toString(++number),
                    "Mandatory",
                    "No");
        }
        xml.end();
    }

    private static void item(Xml xml, Table table, Variable variable) throws IOException {
        Column column = variable.column();
        String oid = Oids.column(table, column);
        String type = type(column);
        if (Set.of("text", "integer", "float").contains(type)) {
            xml.start(
                    "ItemDef",
                    "OID",
                    oid,
                    "Name",
                    column.name(),
                    "DataType",
                    type,
                    "Length",
                    Integer.toString(variable.width()));
        } else {
            xml.start("ItemDef", "OID", oid, "Name", column.name(), "DataType", type);
        }
        described(xml, "Description", column.label());
        if (column.isCoded()) {
            xml.empty("CodeListRef", "CodeListOID", Oids.codes(table, column));
        }
        if (column.reason().isPresent()) {
            String reason = column.reason().get();
            xml.empty("Alias", "Context", "why it is empty", "Name", "IT." + table.name() + "." + reason);
        }
        xml.end();
    }

    /** Of a column with codes it is that of its codes. */
    private static String type(Column column) {
        boolean isWhole = column.isCoded()
                ? column.codes().stream().allMatch(code -> code.value().matches("-?[0-9]+"))
                : column.type().equals("integer");
        return switch (column.kind()) {
            case TEXT -> "text";
            case NUMBER -> isWhole ? "integer" : column.isCoded() ? "float" : "double";
            case TRUTH -> "boolean";
            case DAY -> "date";
        };
    }

    private static void codes(Xml xml, Table table, Column column) throws IOException {
        if (!column.isCoded()) {
            return;
        }
        xml.start("CodeList", "OID", Oids.codes(table, column), "Name", column.name(), "DataType", type(column));
        for (Code code : column.codes()) {
            xml.start("CodeListItem", "CodedValue", code.value());
            described(xml, "Decode", code.label());
            xml.end();
        }
        xml.end();
    }

    private static void described(Xml xml, String element, Text label) throws IOException {
        xml.start(element);
        xml.start("TranslatedText", "xml:lang", "en").text(label.en()).end();
        xml.start("TranslatedText", "xml:lang", "nl").text(label.nl()).end();
        xml.end();
    }
}
