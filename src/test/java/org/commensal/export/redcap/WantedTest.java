package org.commensal.export.redcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {

    @ParameterizedTest
    @ValueSource(strings = {"data=[]", "action=import", "action=delete", "action=switch", "action=createFolder"})
    void whatWouldChangeSomethingIsNotAllowed(String sent) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Wanted.of(SampleRelease.form("content=record", sent)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format=xml",
                "format=odm",
                "type=long",
                "rawOrLabel=both",
                "rawOrLabelHeaders=both",
                "eventName=code",
                "filterLogic=[age] > 40",
                "dateRangeBegin=2026-01-01 00:00:00",
                "dateRangeEnd=2026-01-01 00:00:00",
                "csvDelimiter=tab",
                "decimalCharacter=,",
                "combineCheckboxOptions=true"
            })
    void whatWouldChangeTheAnswerAndIsNotKnownIsRefused(String sent) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Wanted.of(SampleRelease.form("content=record", sent)))
                .withMessageContaining(sent.substring(0, sent.indexOf('=')))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.INVALID));
    }

    @Test
    void whatAClientSendsEmptyIsAsGoodAsNothing() {
        Wanted wanted = Wanted.of(SampleRelease.form(
                "content=record",
                "format=csv",
                "filterLogic=",
                "dateRangeBegin=",
                "dateRangeEnd=",
                "exportSurveyFields=false",
                "exportDataAccessGroups=false",
                "records=",
                "fields="));

        assertThat(wanted).isEqualTo(Wanted.of(SampleRelease.form("content=record")));
    }

    @Test
    void bothFormsOfAListAreRead() {
        Wanted commas = Wanted.of(SampleRelease.form("records=A1, B2,,A1"));
        Map<String, List<String>> sent = new TreeMap<>(SampleRelease.form("records[0]=A1", "records[1]=B2"));
        sent.put("records[]", List.of("B2"));

        assertThat(commas.records()).containsExactly("A1", "B2");
        assertThat(Wanted.of(sent).records()).containsExactlyInAnyOrder("A1", "B2");
    }

    @Test
    void aListOfAnotherNameIsNoneOfTheirs() {
        assertThat(Wanted.of(SampleRelease.form("records[x]=A1", "xrecords[0]=A1", "records[0][1]=A1"))
                        .records())
                .isEmpty();
    }

    @Test
    void eventsHaveLabelsOnlyWhereCodesHave() {
        assertThat(Wanted.of(SampleRelease.form("eventName=label")).eventLabels())
                .isFalse();
        assertThat(Wanted.of(SampleRelease.form("rawOrLabel=label")).eventLabels())
                .isTrue();
        assertThat(Wanted.of(SampleRelease.form("rawOrLabel=label", "eventName=unique"))
                        .eventLabels())
                .isFalse();
    }
}
