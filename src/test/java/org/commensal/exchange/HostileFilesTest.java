package org.commensal.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commensal.instrument.Item;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is uploaded by mistake or in bad faith is refused in words, soon, and without growing; what is merely Dutch is read. */
class HostileFilesTest {

    private static final String QUESTION = "Één keer geïrriteerd door het weer?";
    private static final String XML =
            "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3'><Study OID='S'><MetaDataVersion OID='M'"
                    + " Name='M'><FormDef OID='F' Name='f'><ItemGroupRef ItemGroupOID='G'/></FormDef><ItemGroupDef OID='G'"
                    + " Name='f'><ItemRef ItemOID='I'/></ItemGroupDef><ItemDef OID='I' Name='i' DataType='boolean'><Question>"
                    + "<TranslatedText xml:lang='nl'>" + QUESTION
                    + "</TranslatedText></Question></ItemDef></MetaDataVersion>"
                    + "</Study></ODM>";
    private static final String JSON =
            "{\"resourceType\": \"Questionnaire\", \"language\": \"nl\", \"item\": [{\"linkId\":"
                    + " \"i\", \"text\": \"" + QUESTION + "\", \"type\": \"boolean\"}]}";

    static Stream<Arguments> refused() throws IOException {
        return Stream.of(
                arguments("nothing", new byte[0], "This file is empty."),
                arguments("a BOM and nothing else", "\uFEFF \n".getBytes(UTF_8), "This file is empty."),
                arguments("50 MB", new byte[50 * 1024 * 1024], "This file has 52428800 bytes."),
                arguments("50 MB of tags", "<ODM>".repeat(10_485_760).getBytes(UTF_8), "Import at most 4194304 bytes."),
                arguments("a zip bomb", bomb(), "This is a zip or an Excel workbook."),
                arguments("an old workbook", "\u00D0\u00CF\u0011\u00E0...".getBytes(ISO_8859_1), "Excel workbook."),
                arguments("a letter", "Beste mensen,".getBytes(UTF_8), "This is no file that can be imported."),
                arguments("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}, "This is no file"),
                arguments("UTF-16 with a mark", ("\uFEFF" + csv(',')).getBytes(UTF_16LE), "This is UTF-16 text."),
                arguments("UTF-16, the other way round", ("\uFEFF" + XML).getBytes(UTF_16BE), "This is UTF-16 text."),
                arguments("UTF-16 without a mark", JSON.getBytes(UTF_16LE), "This is UTF-16 text."),
                arguments("UTF-16 XML without a mark", XML.getBytes(UTF_16BE), "This is UTF-16 text."),
                arguments(
                        "a CSV of an old Dutch Excel",
                        csv(';').getBytes(Charset.forName("windows-1252")),
                        "study.txt:2: This is not UTF-8 text; in Windows-1252 it would say \"Één\"."),
                arguments("JSON of an old Dutch editor", JSON.getBytes(ISO_8859_1), "it would say \"Één\""),
                arguments("XML that does not say it is Windows-1252", XML.getBytes(ISO_8859_1), "it would say \"Één\""),
                arguments(
                        "XML that says it is UTF-8 and is not",
                        ("<?xml version='1.0' encoding='utf-8'?>" + XML).getBytes(ISO_8859_1),
                        "it would say \"Één\""),
                arguments(
                        "an entity from elsewhere",
                        ("<!DOCTYPE ODM [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + XML.replace(QUESTION, "&x;"))
                                .getBytes(UTF_8),
                        "Document types and entities are not taken."),
                arguments(
                        "a parameter entity from elsewhere",
                        ("<!DOCTYPE ODM [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x.dtd'>%x;]>" + XML).getBytes(UTF_8),
                        "Document types and entities are not taken."),
                arguments("a billion laughs", laughs(), "Document types and entities are not taken."),
                arguments(
                        "an inclusion that nobody makes",
                        ("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/><ODM/>")
                                .getBytes(UTF_8),
                        "This is not XML that can be read."),
                arguments(
                        "a number without end",
                        JSON.replace("\"nl\"", "1" + "0".repeat(3_000_000)).getBytes(UTF_8),
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedInWords(String what, byte[] content, String message) {
        FaultyImport faulty = assertTimeout(
                Duration.ofSeconds(20),
                () -> catchThrowableOfType(FaultyImport.class, () -> Importers.read("study.txt", content)));

        assertThat(faulty).as(what).isNotNull().hasMessageContaining(message).hasMessageStartingWith("study.txt:");
        assertThat(faulty.getMessage()).doesNotContain("root:").hasSizeLessThan(500);
    }

    static Stream<Arguments> read() {
        return Stream.of(
                arguments("UTF-8", csv(',').getBytes(UTF_8)),
                arguments("UTF-8 with a mark", ("\uFEFF" + csv(',')).getBytes(UTF_8)),
                arguments("CSV UTF-8 of a Dutch Excel", ("\uFEFF" + csv(';').replace("\n", "\r\n")).getBytes(UTF_8)),
                arguments("XML", XML.getBytes(UTF_8)),
                arguments("XML with a mark", ("\uFEFF" + XML).getBytes(UTF_8)),
                arguments(
                        "XML that says it is Windows-1252",
                        ("<?xml version='1.0' encoding='windows-1252'?>" + XML)
                                .getBytes(Charset.forName("windows-1252"))),
                arguments("JSON", JSON.getBytes(UTF_8)),
                arguments("JSON with a mark", ("\uFEFF" + JSON).getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("read")
    void isReadWithItsDutchLetters(String what, byte[] content) {
        Item only = StudyReader.read(Importers.read("study.txt", content).files()).questionnaires().values().stream()
                .flatMap(form -> form.items().stream())
                .findFirst()
                .orElseThrow();

        assertThat(only.question().nl()).as(what).isEqualTo(QUESTION);
    }

    /** A data dictionary of one question, without a quote where none is needed, as Excel writes it. */
    private static String csv(char separator) {
        String header = RedcapDictionary.COLUMNS.stream()
                .map(name -> name.indexOf(separator) < 0 ? name : "\"" + name + "\"")
                .collect(Collectors.joining("" + separator));
        String row = "i,f,,yesno," + QUESTION + ",,,,,,,,,,,,,";
        return header + "\n" + row.replace(',', separator) + "\n";
    }

    private static byte[] laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE ODM [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return (entities + "]>" + XML.replace(QUESTION, "&a29;")).getBytes(UTF_8);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("study.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
