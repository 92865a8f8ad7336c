package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A folder that an earlier version of the server took stays readable: its participants live by it. */
class PublishedEarlierTest {

    static final Path FOLDER = Path.of("src", "test", "resources", "studies", "published-earlier");

    @Test
    void whatWasPublishedOnceIsReadForEver() {
        Study study = StudyReader.read(FOLDER);

        assertThat(study.version()).isEqualTo("0.1");
        assertThat(study.questionnaires()).hasSize(7);
        assertThat(study.questionnaire("phq-9").scores()).hasSize(1);
        assertThat(study.criteria()).hasSize(25);
    }
}
