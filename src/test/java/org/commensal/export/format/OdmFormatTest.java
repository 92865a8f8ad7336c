package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of XML finds in a file of ODM, and what the schema of CDISC asks of it. */
class OdmFormatTest {

    /** Without a column of subjects. */
    private static final Table OF_NOBODY = SampleTable.ONE_COLUMN;

    private static final Table SEVERAL = new Table(
            "several",
            Text.same("Several"),
            List.of(
                    Column.text("subject", Text.same("Subject")),
                    Column.of("symptoms", "choices", Kind.TEXT, Text.same("Which?"))
                            .with(Table.REASONS)),
            rows -> rows.accept(new String[] {"a", "skipped;refused"}));

    static List<Table> tables() {
        return List.of(SampleTable.TABLE, OF_NOBODY, SampleTable.NO_ROWS, SampleTable.LARGE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aReaderFindsEveryCell(Table table) throws Exception {
        assertThat(read(table, written(table))).isEqualTo(SampleTable.values(table));
    }

    @Test
    void anItemIsNullWhereSomethingSaysWhy() throws Exception {
        String odm = new String(written(SampleTable.TABLE), StandardCharsets.UTF_8);

        assertThat(odm).containsOnlyOnce("<ItemGroupData ItemGroupOID=\"IG.sample\" ItemGroupRepeatKey=\"2\">");
        assertThat(odm.lines().filter(line -> line.contains("IsNull")))
                .containsExactly(
                        "<ItemData ItemOID=\"IT.sample.often\" IsNull=\"Yes\"/>",
                        "<ItemData ItemOID=\"IT.sample.weight\" IsNull=\"Yes\"/>",
                        "<ItemData ItemOID=\"IT.sample.often\" IsNull=\"Yes\"/>",
                        "<ItemData ItemOID=\"IT.sample.weight\" IsNull=\"Yes\"/>");
    }

    @Test
    void codesHaveTheirLabelsInBothLanguages() throws Exception {
        assertThat(new String(written(SampleTable.TABLE), StandardCharsets.UTF_8))
                .contains("""
                        <CodeList OID="CL.sample.often" Name="often" DataType="integer">
                        <CodeListItem CodedValue="0">
                        <Decode>
                        <TranslatedText xml:lang="en">Not at all</TranslatedText>
                        <TranslatedText xml:lang="nl">Helemaal niet</TranslatedText></Decode></CodeListItem>""");
    }

    @Test
    void everythingThatIsReferredToIsDefinedOnce() throws Exception {
        List<String> defined = new ArrayList<>();
        Set<String> referred = new HashSet<>();
        XMLStreamReader xml = reader(written(SampleTable.TABLE, OF_NOBODY, SampleTable.NO_ROWS));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    String name = xml.getAttributeLocalName(i);
                    if (name.equals("OID")) {
                        defined.add(xml.getAttributeValue(i));
                    } else if (name.endsWith("OID") && !name.equals("FileOID")) {
                        referred.add(xml.getAttributeValue(i));
                    }
                }
            }
        }

        assertThat(defined).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(referred);
    }

    @Test
    void itIsAsTheSchemaOfCdiscHasIt() throws Exception {
        byte[] odm = written(SampleTable.TABLE, OF_NOBODY, SampleTable.NO_ROWS, SEVERAL);

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema().toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(odm)));
    }

    /** A cell with several codes is none of them, so that its item has no list of them. */
    @Test
    void whereSeveralWereChosenThereIsNoCodeList() throws Exception {
        assertThat(new String(written(SEVERAL), StandardCharsets.UTF_8))
                .contains("IT.several.symptoms")
                .doesNotContain("CL.several.symptoms");
    }

    private static Path schema() {
        String folder = System.getenv().getOrDefault("REFERENCE_DATA", "");
        Path file = Path.of(folder, "data", "odm", "ODM1-3-2.xsd");
        assumeTrue(
                !folder.isEmpty() && Files.exists(file), "REFERENCE_DATA names no folder with data/odm/ODM1-3-2.xsd");
        return file;
    }

    /** The rows as their keys and items say them. */
    private static List<List<Object>> read(Table table, byte[] odm) throws XMLStreamException {
        List<List<Object>> rows = new ArrayList<>();
        Map<String, String> cells = new HashMap<>();
        String subject = "";
        XMLStreamReader xml = reader(odm);
        while (xml.hasNext()) {
            int event = xml.next();
            String element = xml.hasName() ? xml.getLocalName() : "";
            if (event == XMLStreamConstants.START_ELEMENT && element.equals("SubjectData")) {
                subject = xml.getAttributeValue(null, "SubjectKey");
            } else if (event == XMLStreamConstants.START_ELEMENT && element.equals("ItemData")) {
                String value = xml.getAttributeValue(null, "Value");
                cells.put(xml.getAttributeValue(null, "ItemOID"), value == null ? "" : value);
            } else if (event == XMLStreamConstants.END_ELEMENT && element.equals("ItemGroupData")) {
                cells.putIfAbsent("IT." + table.name() + ".subject", subject);
                rows.add(row(table, cells));
                cells.clear();
            }
        }
        return rows;
    }

    private static List<Object> row(Table table, Map<String, String> cells) {
        List<Object> row = new ArrayList<>();
        for (Column column : table.columns()) {
            row.add(SampleTable.value(column.kind(), cells.getOrDefault(Oids.column(table, column), "")));
        }
        return row;
    }

    private static XMLStreamReader reader(byte[] odm) throws XMLStreamException {
        return XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(odm));
    }

    private static byte[] written(Table... tables) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OdmFormat().files(SampleTable.dataset(tables)).get(0).content().write(out);
        return out.toByteArray();
    }
}
