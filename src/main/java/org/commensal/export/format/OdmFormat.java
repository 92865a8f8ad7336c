package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.commensal.export.release.Table;

/**
 * CDISC ODM 1.3.2: one snapshot with what is released and nothing else, the definitions first and then the data.
 *
 * <p>A table is an item group in a form of its own, and has a {@code ClinicalData} of its own, so that no table is held; its
 * first column, if it is the subject, is the key of {@code SubjectData}. A table without subjects is {@code ReferenceData}. The
 * key of a row is its number in the table. An item that is empty for a reason is there with {@code IsNull}, and the reason is
 * an item beside it; one that is empty without a reason is left out. The time of creation is that of the release.
 */
final class OdmFormat implements Format {

    @Override
    public String note() {
        return """
                odm.xml has all tables as one CDISC ODM 1.3.2 snapshot with codes in English and Dutch: an item group a
                table. Its time of creation is that of the release.
                """;
    }

    @Override
    public List<File> files(Dataset dataset) {
        return List.of(new File("odm.xml", out -> write(dataset, out)));
    }

    private static long write(Dataset dataset, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        xml.start(
                "ODM",
                "xmlns",
                "http://www.cdisc.org/ns/odm/v1.3",
                "ODMVersion",
                "1.3.2",
                "FileType",
                "Snapshot",
                "FileOID",
                dataset.study() + "/" + dataset.name(),
                "CreationDateTime",
                dataset.made().truncatedTo(ChronoUnit.SECONDS).toString());
        OdmDefinitions.write(xml, dataset);
        for (boolean isOfSubjects : List.of(false, true)) {
            for (Table table : dataset.tables()) {
                if (isOfSubjects(table) == isOfSubjects) {
                    data(xml, dataset, table);
                }
            }
        }
        xml.end().flush();
        return 0;
    }

    static boolean isOfSubjects(Table table) {
        return table.columns().get(0).name().equals("subject");
    }

    private static void data(Xml xml, Dataset dataset, Table table) throws IOException {
        xml.start(
                isOfSubjects(table) ? "ClinicalData" : "ReferenceData",
                "StudyOID",
                dataset.study(),
                "MetaDataVersionOID",
                Oids.version(dataset));
        if (isOfSubjects(table)) {
            new Subjects(xml, table).write();
        } else {
            Group group = new Group(xml, table);
            Layout.each(table, group::row);
        }
        xml.end();
    }

    /** The rows of a table, those of a subject together as they come. */
    private static final class Subjects {

        private final Xml xml;
        private final Table table;
        private final Group group;
        private String subject = "";

        Subjects(Xml xml, Table table) {
            this.xml = xml;
            this.table = table;
            this.group = new Group(xml, table);
        }

        void write() throws IOException {
            Layout.each(table, (number, cells) -> {
                if (!subject.equals(cells[0])) {
                    end();
                    subject = cells[0];
                    xml.start("SubjectData", "SubjectKey", subject)
                            .start("StudyEventData", "StudyEventOID", OdmDefinitions.EVENT)
                            .start("FormData", "FormOID", OdmDefinitions.form(table));
                }
                group.row(number, cells);
            });
            end();
        }

        private void end() throws IOException {
            if (!subject.isEmpty()) {
                xml.end().end().end();
            }
        }
    }

    /** A row as an item group. */
    private static final class Group {

        private final Xml xml;
        private final String group;
        private final List<String> items;
        private final int[] reasons;
        private final int first;

        Group(Xml xml, Table table) {
            this.xml = xml;
            this.group = Oids.table(table);
            this.items = table.columns().stream()
                    .map(column -> Oids.column(table, column))
                    .toList();
            List<String> names =
                    table.columns().stream().map(Table.Column::name).toList();
            this.reasons = table.columns().stream()
                    .mapToInt(column -> column.reason().map(names::indexOf).orElse(-1))
                    .toArray();
            this.first = isOfSubjects(table) ? 1 : 0;
        }

        void row(long number, String[] cells) throws IOException {
            xml.start("ItemGroupData", "ItemGroupOID", group, "ItemGroupRepeatKey", Long.toString(number));
            for (int i = first; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    xml.empty("ItemData", "ItemOID", items.get(i), "Value", cells[i]);
                } else if (reasons[i] >= 0 && !cells[reasons[i]].isEmpty()) {
                    xml.empty("ItemData", "ItemOID", items.get(i), "IsNull", "Yes");
                }
            }
            xml.end();
        }
    }
}
