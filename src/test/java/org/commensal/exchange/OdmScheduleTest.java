package org.commensal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events, groups and names of ODM files that others wrote: each is carried where we have it, and listed otherwise. */
class OdmScheduleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Baseline        | No  | Scheduled   | visit",
                "Daily diary     | Yes | Scheduled   | diary",
                "Dagboek         | Yes | Scheduled   | diary",
                "Every Day Log   | Yes | Common      | event repeating",
                "Migrainedagboek | No  | Scheduled   | visit",
                "Follow-up       | Yes | Scheduled   | visit",
                "Adverse events  | Yes | Unscheduled | event repeating",
                "Early end       | No  | Unscheduled | event once",
                "Medication      | Yes | Common      | event repeating"
            })
    void recognisesWhatAnEventIs(String name, String repeating, String type, String kind) {
        Import done =
                read(event("E1", name, repeating, type, "", "F1") + event("E2", "V", "No", "Scheduled", "", "F2"));
        Schedule schedule = StudyReader.read(done.files()).schedule();

        String found = schedule.events().stream()
                .map(event -> event.repeating() ? "event repeating" : "event once")
                .findFirst()
                .orElse(schedule.blocks().isEmpty() ? "visit" : "diary");
        assertThat(found).isEqualTo(kind);
        assertThat(schedule.visits()).hasSize(kind.equals("visit") ? 2 : 1);
        boolean repeatsAsAVisit = repeating.equals("Yes") && kind.equals("visit");
        assertThat(losses(done).contains("It can be repeated there, and is filled in once here."))
                .isEqualTo(repeatsAsAVisit);
        assertThat(losses(done).contains("It is common there")).isEqualTo(type.equals("Common"));
    }

    @Test
    void takesCommonForAVisitWhereEveryEventIsCommon() {
        Import done =
                read(event("E1", "Baseline", "No", "Common", "", "F1") + event("E2", "T1", "No", "Common", "", "F2"));

        assertThat(StudyReader.read(done.files()).schedule().visits()).hasSize(2);
        assertThat(losses(done)).contains("It is common there, and a visit here.");
    }

    @Test
    void givesEachFormOfADiaryOrAnEventACodeOfItsOwn() {
        Import done = read(event("AE", "Complaint", "Yes", "Unscheduled", "", "F1", "F2"));

        assertThat(StudyReader.read(done.files()).schedule().events())
                .extracting(Schedule.EventForm::code, event -> event.name().en())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("AE", "Complaint: One"),
                        org.assertj.core.groups.Tuple.tuple("AE2", "Complaint: Two"));
        assertThat(losses(done)).contains("Each of its 2 forms stands by itself here.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<FormRef FormOID='F1' Mandatory='Yes'/>    | <FormRef FormOID='F1' Mandatory='No'/>      | Not carried over: Mandatory = No",
                "Type='Scheduled'                           | Type='Scheduled' Category='Baseline week'   | Not carried over: Category = Baseline week",
                "<ItemGroupDef OID='G1' Name='one'          | <ItemGroupDef OID='G1' Name='Vitals'        | Not carried over: the group G1 (Vitals)",
                "<ItemGroupDef OID='G1' Name='one'          | <ItemGroupDef OID='G1' Name='one' Domain='VS' | Not carried over: Domain = VS",
                "<ItemGroupDef OID='G1' Name='one'          | <ItemGroupDef OID='G1' Name='one' Repeating='Yes' | It can be repeated there, and is filled in once here.",
                "<ItemDef OID='A'                           | <ItemDef OID='A' SASFieldName='WGT' SDSVarName='X' | Not carried over: SASFieldName = WGT",
                "<ItemDef OID='A' Name='a'                  | <ItemDef OID='A' Name='weight'              | \"A\" is now called weight.",
                "<FormDef OID='F1' Name='one'               | <FormDef OID='F1' Name='Intake'             | Not carried over: Name = Intake",
                "<FormDef OID='F1'                          | <FormDef OID='F1'                           | \"F1\" is now called one.",
                "<CodeList OID='L'                          | <CodeList OID='L'                           | The list L (Kinds) stands with b now.",
                "<CodeListItem CodedValue='1'               | <CodeListItem Rank='3' CodedValue='1'       | Not carried over: Rank = 3",
                "<!-- range -->                             | <RangeCheck Comparator='NE' SoftHard='Soft'><CheckValue>35</CheckValue></RangeCheck> | Not carried over: Soft NE 35",
                "<!-- range -->                             | <RangeCheck Comparator='IN' SoftHard='Hard'><CheckValue>3</CheckValue><CheckValue>5</CheckValue></RangeCheck> | Not carried over: CheckValue = 5",
                "<!-- unit -->                              | <MeasurementUnitRef MeasurementUnitOID='U1'/><MeasurementUnitRef MeasurementUnitOID='U2'/> | Not carried over: MeasurementUnitOID = U2",
                "xml:lang='nl'>Gewicht                      | xml:lang='de'>Gewicht                       | Not carried over: de: Gewicht",
                "<ItemDef OID='A'                           | <ItemDef OID='Z' Name='spare' DataType='date'/><ItemDef OID='A' | Not carried over: Name = spare",
                "<CodeList OID='L' Name='Kinds'             | <CodeList OID='X' Name='Icd' DataType='text'><ExternalCodeList Dictionary='ICD-10'/></CodeList><CodeList OID='L' Name='Kinds' | Not carried over: Dictionary = ICD-10"
            })
    void listsWhatItPassesOver(String here, String changed, String loss) {
        String source = file(event("E1", "Start", "No", "Scheduled", "", "F1", "F2"));
        assertThat(source).contains(here);

        assertThat(losses(Importers.read("study.xml", bytes(source.replace(here, changed)))))
                .contains(loss);
    }

    @Test
    void keepsTheOrderThatTheNumbersSay() {
        String source = file(event("E1", "Start", "No", "Scheduled", "", "F1", "F2"))
                .replace("<ItemRef ItemOID='A'", "<ItemRef OrderNumber='2' ItemOID='A'")
                .replace("<ItemRef ItemOID='B'", "<ItemRef OrderNumber='1' ItemOID='B'");
        Study study =
                StudyReader.read(Importers.read("study.xml", bytes(source)).files());

        assertThat(study.questionnaire("one").items()).extracting(Item::code).containsExactly("b", "a", "c");
    }

    @Test
    void asksTheItemsOfAGroupUnderTheConditionOfTheGroupAsWell() {
        String source = file(event("E1", "Start", "No", "Scheduled", "", "F1", "F2"))
                .replace(
                        "<ItemGroupRef ItemGroupOID='G3' Mandatory='Yes'/>",
                        "<ItemGroupRef ItemGroupOID='G3' Mandatory='Yes' CollectionExceptionConditionOID='C1'/>")
                .replace("<ItemRef ItemOID='C'", "<ItemRef ItemOID='C' CollectionExceptionConditionOID='C2'");
        Study study =
                StudyReader.read(Importers.read("study.xml", bytes(source)).files());

        assertThat(study.questionnaire("one").items().get(2).askIf())
                .map(Expression::source)
                .contains("(not (b == 1)) and (not (a > 3))");
    }

    @Test
    void makesAHeadingOfTheNameOfAGroupAmongOthers() {
        Study study = StudyReader.read(
                read(event("E1", "Start", "No", "Scheduled", "", "F1", "F2")).files());

        assertThat(study.questionnaire("one").items().get(2).help())
                .map(Text::en)
                .contains("After that");
    }

    private static String event(
            String oid, String name, String repeating, String type, String inside, String... forms) {
        StringBuilder references = new StringBuilder();
        for (String form : forms) {
            references.append("<FormRef FormOID='" + form + "' Mandatory='Yes'/>");
        }
        return "<StudyEventDef OID='" + oid + "' Name='" + name + "' Repeating='" + repeating + "' Type='" + type + "'>"
                + references + inside + "</StudyEventDef>";
    }

    /** A study of two forms, the first with two groups. */
    private static String file(String events) {
        return "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3'><Study OID='S'><BasicDefinitions>"
                + "<MeasurementUnit OID='U1' Name='kg'/><MeasurementUnit OID='U2' Name='lb'/></BasicDefinitions>"
                + "<MetaDataVersion OID='M' Name='M'>" + events
                + "<FormDef OID='F1' Name='one' Repeating='No'>" + said("Description", "One", "Een")
                + "<ItemGroupRef ItemGroupOID='G1' Mandatory='Yes'/><ItemGroupRef ItemGroupOID='G3' Mandatory='Yes'/></FormDef>"
                + "<FormDef OID='F2' Name='two' Repeating='No'>" + said("Description", "Two", "Twee")
                + "<ItemGroupRef ItemGroupOID='G2' Mandatory='Yes'/></FormDef>"
                + "<ItemGroupDef OID='G1' Name='one'>" + said("Description", "First", "Eerst")
                + "<ItemRef ItemOID='A'/><ItemRef ItemOID='B'/></ItemGroupDef>"
                + "<ItemGroupDef OID='G2' Name='two'><ItemRef ItemOID='D'/></ItemGroupDef>"
                + "<ItemGroupDef OID='G3' Name='After that'><ItemRef ItemOID='C'/></ItemGroupDef>"
                + "<ItemDef OID='A' Name='a' DataType='integer'>" + said("Question", "Weight", "Gewicht")
                + "<!-- unit --><!-- range --></ItemDef>"
                + "<ItemDef OID='B' Name='b' DataType='integer'>" + said("Question", "Kind", "Soort")
                + "<CodeListRef CodeListOID='L'/></ItemDef>"
                + "<ItemDef OID='C' Name='c' DataType='boolean'>" + said("Question", "Sure?", "Zeker?") + "</ItemDef>"
                + "<ItemDef OID='D' Name='d' DataType='boolean'>" + said("Question", "Done?", "Klaar?") + "</ItemDef>"
                + "<CodeList OID='L' Name='Kinds' DataType='integer'><CodeListItem CodedValue='1'>"
                + said("Decode", "Hard", "Hard") + "</CodeListItem><CodeListItem CodedValue='2'>"
                + said("Decode", "Soft", "Zacht") + "</CodeListItem></CodeList>"
                + "<ConditionDef OID='C1' Name='C1'><FormalExpression>B == 1</FormalExpression></ConditionDef>"
                + "<ConditionDef OID='C2' Name='C2'><FormalExpression>A &gt; 3</FormalExpression></ConditionDef>"
                + "</MetaDataVersion></Study></ODM>";
    }

    private static String said(String element, String en, String nl) {
        return "<" + element + "><TranslatedText xml:lang='en'>" + en
                + "</TranslatedText><TranslatedText xml:lang='nl'>" + nl + "</TranslatedText></" + element + ">";
    }

    private static Import read(String events) {
        return Importers.read("study.xml", bytes(file(events)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String losses(Import done) {
        return String.join("\n", done.losses().stream().map(Loss::toString).toList());
    }
}
