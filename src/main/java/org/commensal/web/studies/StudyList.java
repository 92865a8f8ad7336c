package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Tone;

/**
 * The published studies that a person may see.
 *
 * @param publishes whether this person may bring a study to the server
 */
public record StudyList(List<Row> rows, boolean publishes) {

    /**
     * @param open where this person works in the study
     * @param opening where it is made ready to open, for those who may see that, while it is not active
     * @param change where its state is changed, for those who may, while another can follow
     */
    public record Row(
            String id,
            String title,
            String version,
            String state,
            Tone tone,
            String published,
            String hash,
            Optional<String> commitment,
            Optional<Counts> counts,
            Optional<String> open,
            Optional<String> opening,
            Optional<String> change) {}

    public record Counts(int screened, int enrolled, int randomised, int target) {}
}
