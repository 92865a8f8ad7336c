package org.commensal.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;

/**
 * A workbook of Office Open XML (ECMA-376): a sheet a table, with its head in bold, in sight and with filters. A text is never a
 * formula.
 *
 * <p>Its parts are not compressed and have no time, so that the same tables are the same bytes.
 */
final class Workbook {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int LONGEST_CELL = 32_767;
    private static final int WIDTH = 24;
    private static final String BOLD = "1";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private interface Part {
        void write(Xml xml) throws IOException;
    }

    private final ZipOutputStream zip;

    private Workbook(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
    }

    /** Leaves the stream open. */
    static void write(List<Table> sheets, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out);
        workbook.part("[Content_Types].xml", xml -> types(xml, sheets.size()));
        workbook.part("_rels/.rels", xml -> {
            relations(xml).empty("Relationship", relation("rId1", "officeDocument", "xl/workbook.xml"));
            xml.end();
        });
        workbook.part("xl/_rels/workbook.xml.rels", xml -> related(xml, sheets.size()));
        workbook.part("xl/workbook.xml", xml -> sheets(xml, sheets));
        workbook.part("xl/styles.xml", Workbook::styles);
        for (int i = 0; i < sheets.size(); i++) {
            Table table = sheets.get(i);
            workbook.part("xl/" + sheet(i), xml -> sheet(xml, table));
        }
        workbook.zip.finish();
    }

    private void part(String name, Part part) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Xml xml = new Xml(content);
        part.write(xml);
        xml.flush();
        CRC32 sum = new CRC32();
        sum.update(content.toByteArray());
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(content.size());
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static String sheet(int place) {
        return "worksheets/sheet" + (place + 1) + ".xml";
    }

    private static void types(Xml xml, int sheets) throws IOException {
        xml.start("Types", "xmlns", PACKAGE + "content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        type(xml, "workbook.xml", "sheet.main+xml");
        type(xml, "styles.xml", "styles+xml");
        for (int i = 0; i < sheets; i++) {
            type(xml, sheet(i), "worksheet+xml");
        }
        xml.end();
    }

    private static void type(Xml xml, String part, String type) throws IOException {
        xml.empty("Override", "PartName", "/xl/" + part, "ContentType", PARTS + type);
    }

    private static Xml relations(Xml xml) throws IOException {
        return xml.start("Relationships", "xmlns", PACKAGE + "relationships");
    }

    private static String[] relation(String id, String type, String target) {
        return new String[] {"Id", id, "Type", RELATIONS + "/" + type, "Target", target};
    }

    private static void related(Xml xml, int sheets) throws IOException {
        relations(xml).empty("Relationship", relation("styles", "styles", "styles.xml"));
        for (int i = 0; i < sheets; i++) {
            xml.empty("Relationship", relation("sheet" + i, "worksheet", sheet(i)));
        }
        xml.end();
    }

    private static void sheets(Xml xml, List<Table> sheets) throws IOException {
        xml.start("workbook", "xmlns", MAIN, "xmlns:r", RELATIONS).start("sheets");
        for (int i = 0; i < sheets.size(); i++) {
            xml.empty("sheet", "name", sheets.get(i).name(), "sheetId", Integer.toString(i + 1), "r:id", "sheet" + i);
        }
        xml.end().end();
    }

    /** Plain, and bold for heads. */
    private static void styles(Xml xml) throws IOException {
        xml.start("styleSheet", "xmlns", MAIN).start("fonts", "count", "2");
        xml.start("font")
                .empty("sz", "val", "11")
                .empty("name", "val", "Calibri")
                .end();
        xml.start("font")
                .empty("b")
                .empty("sz", "val", "11")
                .empty("name", "val", "Calibri")
                .end();
        xml.end().start("fills", "count", "2");
        xml.start("fill").empty("patternFill", "patternType", "none").end();
        xml.start("fill").empty("patternFill", "patternType", "gray125").end();
        xml.end().start("borders", "count", "1").empty("border").end();
        xml.start("cellStyleXfs", "count", "1")
                .empty("xf", "numFmtId", "0", "fontId", "0")
                .end();
        xml.start("cellXfs", "count", "2");
        xml.empty("xf", "numFmtId", "0", "fontId", "0", "xfId", "0");
        xml.empty("xf", "numFmtId", "0", "fontId", "1", "xfId", "0", "applyFont", "1");
        xml.end().start("cellStyles", "count", "1");
        xml.empty("cellStyle", "name", "Normal", "xfId", "0", "builtinId", "0");
        xml.end().end();
    }

    private static void sheet(Xml xml, Table table) throws IOException {
        List<Column> columns = table.columns();
        xml.start("worksheet", "xmlns", MAIN).start("sheetViews").start("sheetView", "workbookViewId", "0");
        xml.empty("pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft", "state", "frozen");
        xml.end().end().start("cols");
        String width = Integer.toString(WIDTH);
        xml.empty("col", "min", "1", "max", Integer.toString(columns.size()), "width", width, "customWidth", "1");
        xml.end().start("sheetData").start("row");
        for (Column column : columns) {
            text(xml, column.name(), "s", BOLD);
        }
        xml.end();
        long[] last = {1};
        Layout.each(table, (number, cells) -> {
            row(xml, columns, cells);
            last[0]++;
        });
        char right = (char) ('A' + columns.size() - 1);
        xml.end().empty("autoFilter", "ref", "A1:" + right + last[0]).end();
    }

    private static void row(Xml xml, List<Column> columns, String[] cells) throws IOException {
        xml.start("row");
        for (int i = 0; i < cells.length; i++) {
            if (columns.get(i).kind() == Kind.NUMBER) {
                xml.start("c").start("v").text(cells[i]).end().end();
            } else {
                text(xml, cells[i].substring(0, Math.min(LONGEST_CELL, cells[i].length())));
            }
        }
        xml.end();
    }

    private static void text(Xml xml, String text, String... attributes) throws IOException {
        String[] all = Stream.concat(Stream.of("t", "inlineStr"), Stream.of(attributes))
                .toArray(String[]::new);
        xml.start("c", all)
                .start("is")
                .start("t", "xml:space", "preserve")
                .text(text)
                .end()
                .end()
                .end();
    }
}
