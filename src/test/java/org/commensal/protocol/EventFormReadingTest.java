package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.commensal.protocol.AdverseEvents.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes one line of the flagship at a time; each mapping to what is not there, or is something else, is a fault. */
class EventFormReadingTest {

    private static final Path FLAGSHIP = Path.of("study-protocols", "gutbrain-migraine-3arm");

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'    event: AE' | '    event: XX' | There is no repeating event \"XX\"",
                "'    event: AE' | '    event: ET' | There is no repeating event \"ET\"",
                "'term: ae_description' | 'term: ae_nothing' | has no item \"ae_nothing\"",
                "'term: ae_description' | 'term: drug_date' | has no item \"drug_date\"",
                "'category: ae_kind' | 'category: ae_serious_by' | is of type choices",
                "'grade: ae_grade' | 'grade: ae_action' | has other options: medicine",
                "'criteria: ae_serious_by' | 'criteria: ae_kind' | is of type choice",
                "'aware-time: ae_aware_time' | 'aware-time: ae_start' | is of type date",
                "'age: age_years' | 'age: ae_kind' | No form has an item \"ae_kind\" of type integer",
                "'fatal-days: 7' | 'fatal-days: 0' | 0",
                "'pause-at: 2' | 'pause-at: two' | two",
                "'medicine: drug,' | 'medicine: drug_class,' | is of type choice",
                "'change: drug_change,' | 'change: drug_class,' | has other options",
                "'- {event: AE, date: ae_start' | '- {event: AE, date: ae_kind' | has no date \"ae_kind\"",
                "'- {event: AE, date: ae_start' | '- {event: ZZ, date: ae_start' | There is no event \"ZZ\"",
                "'when: ''pregnancy_test_positive''' | 'when: phq9_total' | phq9_total",
            })
    void aWrongMappingIsAFault(String line, String wrong, String said) {
        assertThatThrownBy(() -> StudyReader.read(flagship(line, wrong)))
                .isInstanceOf(FaultyStudy.class)
                .hasMessageContaining(said);
    }

    @Test
    void theShippedStudiesSayWhatTheirFormsAsk() {
        AdverseEvents events =
                StudyReader.read(FLAGSHIP).conduct().safety().adverseEvents().orElseThrow();

        assertThat(events.items()).containsOnlyKeys(Part.values());
        assertThat(events.committee()).contains(new AdverseEvents.Committee(7, 15));
    }

    /** So that whoever approves an amendment sees that serious events are followed up otherwise. */
    @Test
    void anotherMappingIsADifference() {
        Study old = StudyReader.read(FLAGSHIP);
        Study amended = StudyReader.read(flagship("fatal-days: 7", "fatal-days: 8"));

        assertThat(StudyDifference.between(old, amended))
                .extracting(StudyDifference::kind)
                .contains(StudyDifference.Kind.SAFETY);
    }

    private static Map<String, byte[]> flagship(String line, String other) {
        Map<String, byte[]> files = new TreeMap<>(StudyFolder.of(FLAGSHIP).files());
        String study = new String(files.get("study.yaml"), StandardCharsets.UTF_8);
        assertThat(study).contains(line);
        files.put("study.yaml", study.replace(line, other).getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
