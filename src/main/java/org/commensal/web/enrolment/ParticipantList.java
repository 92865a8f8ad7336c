package org.commensal.web.enrolment;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Paging;
import org.commensal.web.Sorting.Heading;
import org.commensal.web.Tone;

/**
 * The participants a person may see, as searched for.
 *
 * @param asked what was searched for, with the sorting to keep
 * @param sites to choose from; none where the reader sees one alone
 * @param export where the list is taken along as a file, for those who may
 * @param active whether the study is open to participants
 */
public record ParticipantList(
        String base,
        ParticipantsAsked asked,
        List<Choice> stages,
        List<Choice> sites,
        List<Heading> headings,
        List<Row> rows,
        Paging paging,
        Optional<String> export,
        boolean mayScreen,
        boolean active) {

    /** A stage or a site to narrow the list to. */
    public record Choice(String code, String label) {}

    /**
     * @param unblinded whether somebody blinded may know the arm
     * @param stopped whether the participant stopped with anything
     * @param days when each stage was reached, and the last day of the diary, in the order of the headings
     */
    public record Row(
            String code,
            String href,
            String site,
            String stage,
            Tone tone,
            boolean unblinded,
            boolean stopped,
            List<Day> days) {}

    /** @param label the heading of its column, for narrow screens */
    public record Day(String label, String day) {}

    /** How many lines all pages have together. */
    public int total() {
        return paging.total();
    }
}
