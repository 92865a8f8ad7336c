package org.commensal.export.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.anonymity.DisclosureRisk;
import org.commensal.anonymity.Diversity;
import org.commensal.export.release.Specification.Anonymity;
import org.commensal.kernel.Text;

/**
 * How likely somebody in a release is recognised, and what was done about it.
 *
 * <p>The risk is that of the prosecutor, who knows that somebody is in it. Without the population that subjects are from
 * that of the journalist is not known, but for being no greater.
 *
 * @param quasiIdentifiers the columns that were looked at; what else somebody knows of a person is not in the figures
 * @param asked where k-anonymity was asked for
 * @param done to each column, in words
 * @param suppressed subjects of whom these columns tell nothing
 * @param before the risk without it
 * @param risk of the subjects of whom something is told
 * @param spread of the answers of these subjects within the classes, by {@code table.column}; of nothing without k-anonymity
 * @param anonymised whether nothing but these columns is in the release, at a risk below the threshold
 */
public record DisclosureReport(
        List<String> quasiIdentifiers,
        Optional<Anonymity> asked,
        Map<String, Text> done,
        int suppressed,
        DisclosureRisk before,
        DisclosureRisk risk,
        Map<String, Diversity> spread,
        boolean anonymised) {

    static DisclosureReport asItIs(List<String> names, DisclosureRisk risk) {
        return new DisclosureReport(names, Optional.empty(), Map.of(), 0, risk, risk, Map.of(), false);
    }

    DisclosureReport after(
            Anonymity wanted,
            Map<String, Text> told,
            int subjects,
            DisclosureRisk now,
            Map<String, Diversity> within,
            boolean nothingElse) {
        return new DisclosureReport(
                quasiIdentifiers, Optional.of(wanted), told, subjects, before, now, within, nothingElse);
    }

    /**
     * What the release is, in a word or two. Answers of one person at several visits single that person out whatever is
     * done to age and site, so that a release that has any is pseudonymised, and personal data.
     */
    public String label() {
        return anonymised ? "anonymised" : asked.isPresent() ? "pseudonymised, risk reduced" : "pseudonymised";
    }
}
