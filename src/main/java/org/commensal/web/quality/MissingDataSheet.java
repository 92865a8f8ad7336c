package org.commensal.web.quality;

import java.util.List;
import java.util.Optional;
import org.commensal.quality.MissingData.Counts;

/**
 * What is missing of the data of a study.
 *
 * @param base the address of the report
 * @param site that it is narrowed to; empty for all
 * @param sites to choose from
 * @param totals of forms and of diary days
 * @param bySite forms by site, where there are several
 */
public record MissingDataSheet(
        String base,
        String site,
        List<Choice> sites,
        List<Row> totals,
        List<Visit> visits,
        List<Row> diaries,
        List<Row> bySite,
        Optional<String> export) {

    public record Visit(String name, List<Row> rows) {}

    /** @param href where the missing forms are listed, for those who see participants */
    public record Row(String name, Counts counts, Optional<String> href) {

        /** 0 where nothing was expected; 1 below 70, 2 from 70, 3 from 80, 4 from 90 per cent. */
        public int heat() {
            int percent = counts.percent();
            return percent < 0 ? 0 : percent < 70 ? 1 : Math.min(4, (percent - 70) / 10 + 2);
        }
    }
}
