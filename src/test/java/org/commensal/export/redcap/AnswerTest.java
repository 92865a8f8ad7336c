package org.commensal.export.redcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.commensal.export.redcap.SampleRelease.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.commensal.export.release.Table;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final String CSV = "format=csv";
    private static final String RECORD = "content=record";

    @ParameterizedTest
    @ValueSource(strings = {"", "file", "report", "user", "log", "fileRepository", "generateNextRecordName", "Record"})
    void contentThatThereIsNotIsRefused(String content) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> answer("content=" + content))
                .withMessageContaining("metadata, project, record")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fields=nothing", "forms=nothing", "events=v1", "fields=pains___head", "fields='; drop table"})
    void whatIsNamedAndThereIsNotIsRefused(String sent) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> answer(RECORD, sent))
                .withMessageContaining(sent.substring(sent.indexOf('=') + 1));
    }

    @Test
    void aRecordThatThereIsNotHasNoRows() {
        assertThat(answer(RECORD, "records=' or 1=1 --,=cmd()", "fields=subject")
                        .lines())
                .containsExactly("subject,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance");
    }

    @Test
    void everyRowHasTheCellsOfItsInstrumentsAlone() {
        assertThat(answer(RECORD, CSV).lines())
                .containsExactly(
                        "subject,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,site,consent_day,"
                                + "participants_complete,phq_9_study_day,often,often_missing,weight,weight_missing,"
                                + "pains___head,pains___left_arm,pains____1,phq_9_late,phq_9_complete,diary_study_day,"
                                + "day,diary_complete,adverse_event_study_day,adverse_event_instance,term,"
                                + "adverse_event_complete",
                        "A1,participant_arm_1,,,site-1,-14,2,,,,,,,,,,,,,,,,,",
                        "A1,v1_arm_1,,,,,,0,3,,71.5,,1,0,1,1,2,,,,,,,",
                        "A1,run_in_arm_1,diary,1,,,,,,,,,,,,,,-2,2026-11-01,2,,,,",
                        "A1,run_in_arm_1,diary,2,,,,,,,,,,,,,,-1,2026-11-02,2,,,,",
                        "B2,participant_arm_1,,,site-2,-7,2,,,,,,,,,,,,,,,,,",
                        "B2,v1_arm_1,,,,,,1,REFU,refused,NASK,not-applicable,,,,0,2,,,,,,,",
                        "B2,run_in_arm_1,diary,1,,,,,,,,,,,,,,-1,2026-11-02,2,,,,",
                        "B2,ae_arm_1,adverse_event,2,,,,,,,,,,,,,,,,,5,2,\"=1+1, \"\"quoted\"\"\",2");
    }

    @Test
    void labelsStandForCodesAndEvents() {
        List<String> lines = answer(RECORD, CSV, "rawOrLabel=label", "rawOrLabelHeaders=label", "forms=phq_9")
                .lines()
                .toList();

        assertThat(lines)
                .containsExactly(
                        "Subject,Event Name,Repeat Instrument,Repeat Instance,Study day,\"How often, really?\",Why not,"
                                + "Weight,Why not,Pains (choice=Head),Pains (choice=Left arm),Pains (choice=Other),Late,"
                                + "Complete?",
                        "A1,First visit,,,0,Every / day,,71.5,,Checked,Unchecked,Checked,Yes,Complete",
                        "B2,First visit,,,1,,preferred not to say,,not asked,,,,No,Complete");
        assertThat(answer(RECORD, CSV, "rawOrLabel=label", "exportCheckboxLabel=true", "fields=pains"))
                .contains("A1,First visit,,,Head,,Other");
    }

    @Test
    void fieldsFormsEventsAndRecordsNarrowIt() {
        assertThat(answer(RECORD, CSV, "records=B2", "fields=often,subject", "events=v1_arm_1")
                        .lines())
                .containsExactly(
                        "subject,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,often",
                        "B2,v1_arm_1,,,REFU");
        assertThat(answer(RECORD, CSV, "fields[0]=often", "forms[0]=diary").lines())
                .hasSize(6)
                .first()
                .isEqualTo("subject,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,often,"
                        + "diary_study_day,day,diary_complete");
    }

    @Test
    void theNumbersOfTheRecordsAreThereByThemselves() {
        assertThat(answer(RECORD, CSV, "fields=subject").lines().skip(1))
                .containsExactly("A1,participant_arm_1,,", "B2,participant_arm_1,,");
        assertThat(answer(RECORD, CSV, "fields=subject", "events=ae_arm_1")
                        .lines()
                        .skip(1))
                .containsExactly("B2,ae_arm_1,adverse_event,2");
        assertThat(answer(SampleRelease.dataset(SampleRelease.DIARY), RECORD, CSV, "fields=subject")
                        .lines()
                        .skip(1))
                .containsExactly("A1,run_in_arm_1,diary,1", "A1,run_in_arm_1,diary,2", "B2,run_in_arm_1,diary,1");
    }

    @Test
    void aFormThatWasExpectedAndNeverFilledInIsIncompleteUnlessThatIsLeftBlank() {
        Table other = new Table("other", SampleRelease.FORM.label(), SampleRelease.FORM.columns(), rows -> {});
        List<Occasion> both = List.of(new Occasion("V1", SampleRelease.FORM.label(), false, List.of("PHQ-9", "other")));
        String[] sent = {RECORD, "fields=often,other_complete,phq_9_often"};

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> answer(sent));
        assertThat(complete(other, both)).containsExactly("0", "0");
        assertThat(complete(other, both, "exportBlankForGrayFormStatus=true")).containsExactly("", "");
    }

    private static List<String> complete(Table other, List<Occasion> occasions, String... more) {
        String[] sent = Stream.concat(Stream.of(RECORD, "fields=phq_9_complete,other_complete"), Stream.of(more))
                .toArray(String[]::new);
        var out = new java.io.ByteArrayOutputStream();
        Answer.of(Wanted.of(SampleRelease.form(sent)), 1, SampleRelease.dataset(SampleRelease.FORM, other), occasions)
                .content()
                .accept(out);
        return out.toString(java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    @Test
    void aTableThatIsNoFormOfTheScheduleRepeatsAtTheParticipantAndKeepsItsEvent() {
        Table visits = new Table(
                "visits", SampleRelease.DIARY.label(), SampleRelease.DIARY.columns(), SampleRelease.DIARY.rows());

        assertThat(answer(SampleRelease.dataset(SampleRelease.FORM, visits), RECORD, CSV, "forms=visits")
                        .lines())
                .containsExactly(
                        "subject,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,visits_event,"
                                + "visits_study_day,day,visits_complete",
                        "A1,participant_arm_1,visits,1,run-in,-2,2026-11-01,2",
                        "A1,participant_arm_1,visits,2,run-in,-1,2026-11-02,2",
                        "B2,participant_arm_1,visits,1,run-in,-1,2026-11-02,2");
    }

    @Test
    void jsonHasTheCellsOfCsvUnderTheirNames() throws IOException {
        JsonNode rows = new ObjectMapper().readTree(answer(RECORD, "format=json"));
        List<String> csv = answer(RECORD, CSV).lines().toList();

        assertThat(rows).hasSize(csv.size() - 1);
        assertThat(List.of(csv.get(0).split(","))).containsExactlyElementsOf(rows.get(0)::fieldNames);
        assertThat(rows.get(7).get("term").asText()).isEqualTo("=1+1, \"quoted\"");
        assertThat(rows.get(5).get("often").asText()).isEqualTo("REFU");
    }

    @Test
    void eavHasALineForEachValueThatIsThere() {
        assertThat(answer(RECORD, CSV, "type=eav", "records=A1", "forms=phq_9").lines())
                .containsExactly(
                        "record,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,field_name,value",
                        "A1,v1_arm_1,,,subject,A1",
                        "A1,v1_arm_1,,,phq_9_study_day,0",
                        "A1,v1_arm_1,,,often,3",
                        "A1,v1_arm_1,,,weight,71.5",
                        "A1,v1_arm_1,,,pains,head",
                        "A1,v1_arm_1,,,pains,-1",
                        "A1,v1_arm_1,,,phq_9_late,1",
                        "A1,v1_arm_1,,,phq_9_complete,2");
    }

    @Test
    void everyColumnOfTheRecordsHasAName() {
        List<String> exported = answer("content=exportFieldNames", CSV)
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
        List<String> columns =
                List.of(answer(RECORD, CSV).lines().findFirst().orElseThrow().split(","));

        assertThat(columns)
                .containsAll(exported)
                .filteredOn(name -> !name.startsWith("redcap_"))
                .isEqualTo(exported);
        assertThat(answer("content=exportFieldNames", CSV)).contains("pains,Left-Arm,pains___left_arm");
    }

    @Test
    void theDictionarySaysWhatEachFieldIs() {
        assertThat(answer("content=metadata", CSV, "forms=phq_9").lines().skip(1))
                .containsExactly(
                        "phq_9_study_day,phq_9,,text,Study day,,,integer,,,,,,,,,,",
                        "often,phq_9,,radio,\"How often, really?\",\"0, Never | 3, Every / day\",,,,,,,,,,,,",
                        "often_missing,phq_9,,radio,Why not,\"not-applicable, not asked | skipped, skipped by the person |"
                                + " refused, preferred not to say | unknown, not known\",,,,,,,,,,,,",
                        "weight,phq_9,,text,Weight,,,number,,,,,,,,,,",
                        "weight_missing,phq_9,,radio,Why not,\"not-applicable, not asked | skipped, skipped by the person |"
                                + " refused, preferred not to say | unknown, not known\",,,,,,,,,,,,",
                        "pains,phq_9,,checkbox,Pains,\"head, Head | Left-Arm, Left arm | -1, Other\",,,,,,,,,,,,",
                        "phq_9_late,phq_9,,yesno,Late,,,,,,,,,,,,,");
        assertThat(answer("content=metadata", CSV).lines().skip(1).findFirst())
                .hasValue("subject,participants,,text,Subject,,,,,,,,,,,,,");
    }

    @Test
    void theProjectIsLongitudinalAndListsItsReasons() throws IOException {
        JsonNode project = new ObjectMapper().readTree(answer("content=project", "format=json"));

        assertThat(project.get("is_longitudinal").asInt()).isEqualTo(1);
        assertThat(project.get("has_repeating_instruments_or_events").asInt()).isEqualTo(1);
        assertThat(project.get("record_autonumbering_enabled").asInt()).isZero();
        assertThat(project.get("project_title").asText()).isEqualTo("A study: interim");
        assertThat(project.get("missing_data_codes").asText())
                .isEqualTo("NASK, not asked | SKIP, skipped by the person | REFU, preferred not to say |"
                        + " ASKU, not known");
    }

    @Test
    void whatDescribesTheScheduleIsListed() {
        assertThat(answer("content=instrument", CSV))
                .isEqualTo("instrument_name,instrument_label\nparticipants,participants form\nphq_9,PHQ-9 form\n"
                        + "diary,diary form\nadverse_event,adverse-event form\n");
        assertThat(answer("content=event", CSV))
                .isEqualTo("event_name,arm_num,unique_event_name,custom_event_label,event_id\n"
                        + "Participant,1,participant_arm_1,,1\nFirst visit,1,v1_arm_1,V1,2\n"
                        + "Run-in,1,run_in_arm_1,run-in,3\nAdverse event,1,ae_arm_1,AE,4\n");
        assertThat(answer("content=formEventMapping", CSV))
                .isEqualTo("arm_num,unique_event_name,form\n1,participant_arm_1,participants\n1,v1_arm_1,phq_9\n"
                        + "1,run_in_arm_1,diary\n1,ae_arm_1,adverse_event\n");
        assertThat(answer("content=repeatingFormsEvents", CSV))
                .isEqualTo("event_name,form_name,custom_form_label\nrun_in_arm_1,diary,\nae_arm_1,adverse_event,\n");
        assertThat(answer("content=arm", "format=json"))
                .isEqualTo("[{\"arm_num\":\"1\",\"name\":\"All participants\"}]");
        assertThat(answer("content=event", "format=json", "arms=2")).isEqualTo("[]");
    }

    @Test
    void noGroupsStillHaveTheirHeading() {
        assertThat(answer("content=dag", CSV))
                .isEqualTo("data_access_group_name,unique_group_name,data_access_group_id\n");
    }

    @Test
    void theVersionIsPlain() {
        assertThat(answer("content=version")).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
    }

    @Test
    void codesThatLookTheSameToRedcapAreToldApart() {
        Table.Column letters = Table.Column.of("x", "choices", Table.Kind.TEXT, SampleRelease.FORM.label())
                .with(Stream.of("a-b", "a_b", "A.b")
                        .map(code -> new Table.Code(code, SampleRelease.FORM.label()))
                        .toList());

        assertThat(Field.of("x", letters, 1, -1).exported()).containsExactly("x___a_b", "x___a_b_2", "x___a_b_3");
    }
}
