package org.commensal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** ODM in and out: hostile files are refused, real ones carried or listed, and our own come back as they went. */
class OdmTest {

    private static final Study FLAGSHIP = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));

    @Test
    void refusesDocumentTypesSoThatNoEntityIsEverRead() {
        String outside = "<!DOCTYPE ODM [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<ODM>&x;</ODM>";
        String laughs = "<!DOCTYPE ODM [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n<ODM>&b;</ODM>";

        for (String hostile : List.of(outside, laughs)) {
            assertThatThrownBy(() -> read(hostile))
                    .isInstanceOf(FaultyImport.class)
                    .hasMessageContaining("Document types and entities are not taken.");
        }
    }

    @Test
    void refusesDepthOtherEncodingsAndBrokenTags() {
        String deep = "<ODM>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</ODM>";

        assertThatThrownBy(() -> read(deep)).hasMessageContaining("This is nested more than 40 deep.");
        assertThatThrownBy(() -> read("<?xml version=\"1.0\" encoding=\"klingon\"?><ODM/>"))
                .isInstanceOf(FaultyImport.class)
                .hasMessageContaining("This is not XML that can be read.");
        assertThatThrownBy(() -> read("<ODM>\n<Study>\n</ODM>"))
                .hasMessageStartingWith("study.xml:3: This is not XML that can be read.");
        assertThatThrownBy(() -> read("<ODM/>")).hasMessageContaining("There is no Study.");
    }

    @Test
    void refusesAReferenceToNothing() {
        assertThatThrownBy(() -> read("<ODM><Study OID='S'><MetaDataVersion OID='M' Name='M'>\n"
                        + "<FormDef OID='F' Name='f'><ItemGroupRef ItemGroupOID='nowhere'/></FormDef>"
                        + "</MetaDataVersion></Study></ODM>"))
                .hasMessage("study.xml:2: There is no item group \"nowhere\". Define it, or remove this reference.");
    }

    @Test
    void refusesASmallFileThatRefersToItselfIntoAHugeStudy() {
        String group = "<ItemGroupDef OID='G' Name='G'>" + "<ItemRef ItemOID='I'/>".repeat(10_000) + "</ItemGroupDef>";
        String form = "<FormDef OID='F' Name='f'>" + "<ItemGroupRef ItemGroupOID='G'/>".repeat(10_000) + "</FormDef>";

        assertThatThrownBy(() -> read("<ODM><Study OID='S'><MetaDataVersion OID='M' Name='M'>" + form + group
                        + "<ItemDef OID='I' Name='i' DataType='boolean'/></MetaDataVersion></Study></ODM>"))
                .hasMessageContaining("There are more than 5000 questions.");
    }

    @Test
    void neverRepeatsAnswersOfParticipants() {
        Import done = read("<ODM><Study OID='S'><MetaDataVersion OID='M' Name='M'><FormDef OID='F' Name='f'>"
                + "<ItemGroupRef ItemGroupOID='G'/></FormDef><ItemGroupDef OID='G' Name='G'><ItemRef ItemOID='I'/>"
                + "</ItemGroupDef><ItemDef OID='I' Name='i' DataType='boolean'/></MetaDataVersion></Study>"
                + "<ClinicalData StudyOID='S'><SubjectData SubjectKey='Jansen'/></ClinicalData></ODM>");

        assertThat(done.losses().toString()).contains("ClinicalData").doesNotContain("Jansen");
    }

    @Test
    void aSoftCheckIsAUsualLimitAndAHardOneALimit() {
        Import done = read("<ODM><Study OID='S'><MetaDataVersion OID='M' Name='M'><FormDef OID='F' Name='f'>"
                + "<ItemGroupRef ItemGroupOID='G'/></FormDef><ItemGroupDef OID='G' Name='G'><ItemRef ItemOID='I'/>"
                + "</ItemGroupDef><ItemDef OID='I' Name='i' DataType='integer'>" + check("GE", "Hard", 0)
                + check("LE", "Hard", 300) + check("GE", "Soft", 35) + check("LE", "Soft", 160)
                + check("NE", "Soft", 13) + "</ItemDef></MetaDataVersion></Study></ODM>");

        assertThat(item(StudyReader.read(done.files()), "f", "i").settings())
                .hasToString("{least=0, most=300, decimals=0, usual-least=35, usual-most=160}");
        assertThat(done.losses()).extracting(loss -> loss.what().en()).contains("Not carried over: Soft NE 13");
    }

    @Test
    void aSoftCheckThatIsNoAnswerIsListed() {
        Import done = read("<ODM><Study OID='S'><MetaDataVersion OID='M' Name='M'><FormDef OID='F' Name='f'>"
                + "<ItemGroupRef ItemGroupOID='G'/></FormDef><ItemGroupDef OID='G' Name='G'><ItemRef ItemOID='I'/>"
                + "</ItemGroupDef><ItemDef OID='I' Name='i' DataType='integer'>" + check("GE", "Hard", 0)
                + check("LE", "Hard", 100) + check("LE", "Soft", 160) + "</ItemDef></MetaDataVersion></Study></ODM>");

        assertThat(item(StudyReader.read(done.files()), "f", "i").settings()).doesNotContainKey("usual-most");
        assertThat(done.losses()).extracting(loss -> loss.what().en()).contains("Not carried over: usual limits 160");
    }

    private static String check(String comparator, String softHard, int value) {
        return "<RangeCheck Comparator='%s' SoftHard='%s'><CheckValue>%d</CheckValue></RangeCheck>"
                .formatted(comparator, softHard, value);
    }

    @Test
    void carriesARealStudyAndListsTheRest() throws Exception {
        byte[] bytes = ReferenceData.bytes("import/odm-1.3.2-openedc-metadata.xml");

        Import done = Importers.read("odm-1.3.2-openedc-metadata.xml", bytes);

        Study study = StudyReader.read(done.files());
        assertThat(study.schedule().visits()).hasSize(3);
        assertThat(study.questionnaires())
                .containsOnlyKeys("basis-data", "medical-history", "subsequent-data", "who-5", "placeholder");
        Item pregnant = item(study, "basis-data", "pregnant");
        assertThat(pregnant.askIf()).map(Expression::source).contains("gender == \"female\"");
        assertThat(item(study, "basis-data", "bmi").settings()).containsEntry("formula", "weight / (height * height)");
        assertThat(item(study, "basis-data", "age").settings())
                .containsEntry("least", "18")
                .containsEntry("most", "119")
                .containsEntry("unit", "years");
        assertThat(item(study, "who-5", "who_5_score").type()).isEqualTo("computed");
        assertEveryWordIsCarriedOrListed(bytes, done, study);
    }

    private static void assertEveryWordIsCarriedOrListed(byte[] bytes, Import done, Study study) throws Exception {
        String kept = study.questionnaires().toString() + study.title() + study.schedule();
        String lost = done.losses().toString();
        NodeList texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getElementsByTagName("*");
        int counted = 0;
        for (int i = 0; i < texts.getLength(); i++) {
            Node node = texts.item(i);
            boolean isLeaf = node.getChildNodes().getLength() == 1
                    && !node.getTextContent().isBlank();
            boolean isFormula = List.of("FormalExpression", "CheckValue").contains(node.getNodeName());
            if (isLeaf && !isFormula) {
                String said = node.getTextContent().strip();
                assertThat(kept.contains(said) || lost.contains(said))
                        .as(node.getNodeName() + ": " + said)
                        .isTrue();
                counted++;
            }
        }
        assertThat(counted).isGreaterThan(150);
    }

    @Test
    void givesOurOwnFormsBackAsTheyWent() {
        byte[] exported = Exporters.of("odm").write(FLAGSHIP, "hash");

        Import done = Importers.read("flagship.xml", exported);

        Study again = StudyReader.read(done.files());
        assertThat(again.questionnaires().keySet())
                .containsExactlyInAnyOrderElementsOf(FLAGSHIP.questionnaires().keySet());
        FLAGSHIP.questionnaires()
                .forEach((id, form) -> assertThat(again.questionnaire(id)).hasToString(form.toString()));
        assertThat(done.losses())
                .filteredOn(loss -> loss.kind() == Loss.Kind.RENAMED || loss.kind() == Loss.Kind.TRANSLATION)
                .extracting(Loss::where)
                .allMatch(where -> where.contains("StudyName"));
    }

    @Test
    void exportsTheSameBytesEachTime() {
        assertThat(Exporters.of("odm").write(FLAGSHIP, "hash"))
                .isEqualTo(Exporters.of("odm").write(FLAGSHIP, "hash"));
    }

    @Test
    void exportsWhatTheSchemaOfCdiscAccepts() throws Exception {
        Path schema = ReferenceData.path("odm/ODM1-3-2.xsd");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Path folder = Path.of("src", "test", "resources", "studies", "every-key");

        for (Study study : List.of(FLAGSHIP, StudyReader.read(folder))) {
            byte[] exported = Exporters.of("odm").write(study, "hash");
            assertThatCode(() -> factory.newSchema(schema.toFile())
                            .newValidator()
                            .validate(new StreamSource(new ByteArrayInputStream(exported))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void readsALargeFileInAFewSeconds() {
        String units = "<MeasurementUnit OID='u' Name='u'/>".repeat(100_000);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> assertThatThrownBy(
                        () -> read("<ODM><Study><BasicDefinitions>" + units + "</BasicDefinitions></Study></ODM>"))
                .isInstanceOf(FaultyImport.class));
    }

    @Test
    void givesEveryItemTypeBackAsItWent() {
        Study every = StudyReader.read(Path.of("src", "test", "resources", "studies", "every-key"));

        Study again =
                StudyReader.read(Importers.read("every.xml", Exporters.of("odm").write(every, "hash"))
                        .files());

        assertThat(again.questionnaire("screening"))
                .hasToString(every.questionnaire("screening").toString());
    }

    private static Item item(Study study, String form, String code) {
        return study.questionnaire(form).items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Import read(String xml) {
        return Importers.read("study.xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
