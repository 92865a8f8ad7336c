package org.commensal.web.enrolment;

import java.util.List;
import org.commensal.web.Paging;
import org.commensal.web.Tone;

/**
 * The participants a person may see, as searched for.
 *
 * @param active whether the study is open to participants
 */
public record ParticipantList(
        String base,
        String search,
        String stage,
        List<StageChoice> stages,
        List<Row> rows,
        Paging paging,
        boolean mayScreen,
        boolean active) {

    /** A stage to filter by, with how many are in it. */
    public record StageChoice(String code, String label) {}

    /** @param unblinded whether somebody blinded may know the arm */
    public record Row(
            String code,
            String href,
            String site,
            String stage,
            Tone tone,
            boolean unblinded,
            String enrolled,
            String randomised) {}
}
