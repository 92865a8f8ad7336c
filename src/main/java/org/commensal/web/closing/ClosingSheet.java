package org.commensal.web.closing;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Paging;
import org.commensal.web.SiteChoice;
import org.commensal.web.Sorting.Heading;
import org.commensal.web.closing.ClosingWords.Tag;
import org.commensal.web.unblinding.UnblindingForm;

/**
 * How far the data of a study are closed: in all, by site, by form, and by participant as searched for.
 *
 * @param address of this page as it is asked for
 * @param sites to choose from; none where the reader sees one alone
 * @param plan who is selected for source data verification, where the study says
 * @param totals by site, and of all of them where there are more
 * @param verification by form, a cell for each site of {@code totals}
 * @param whole whole scopes that this person may freeze, besides the participants that are chosen
 * @param steps that this person may take
 */
public record ClosingSheet(
        String base,
        String address,
        ClosingAsked asked,
        List<Choice> states,
        List<SiteChoice> sites,
        Optional<String> plan,
        List<Total> totals,
        List<Checked> verification,
        List<Heading> headings,
        List<Row> rows,
        Paging paging,
        Optional<String> export,
        List<Choice> whole,
        List<UnblindingForm.Option> steps) {

    public record Choice(String code, String label) {}

    /**
     * @param required of the forms that the study wants to be compared with their source, those that are
     * @param locked participants
     */
    public record Total(
            String site,
            int participants,
            int forms,
            Share required,
            Share verified,
            Share signed,
            Share frozen,
            int locked) {}

    /** @param changed how many were verified and corrected since */
    public record Checked(String form, List<Share> bySite) {}

    /** Some of all, as {@code 3 of 4} and in whole percent, rounded down so that 100 means all. */
    public record Share(int some, int of, int changed) {

        public int percent() {
            return of == 0 ? 0 : some * 100 / of;
        }
    }

    /**
     * @param selected whether the participant is selected for source data verification
     * @param waiting how many forms are late or wait for staff
     */
    public record Row(
            String code,
            String href,
            String site,
            Tag step,
            boolean selected,
            int forms,
            int waiting,
            int verified,
            int changed,
            int signed,
            int frozen) {}
}
