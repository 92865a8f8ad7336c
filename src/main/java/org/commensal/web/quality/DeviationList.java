package org.commensal.web.quality;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Paging;
import org.commensal.web.Tone;

/**
 * The deviations of a study, as far as they were asked for.
 *
 * @param base the address of the list
 * @param record where one is recorded, for those who may
 * @param export where the list is taken along, for those who may
 */
public record DeviationList(
        String base,
        DeviationsAsked asked,
        List<Choice> kinds,
        List<Choice> categories,
        List<Choice> sites,
        List<Row> rows,
        Paging paging,
        Optional<String> record,
        Optional<String> export) {

    /**
     * @param whom the code of the participant; a dash for a site as a whole
     * @param href where it is looked at: the deviation, or the participant that facts tell it of
     * @param state whether it was confirmed, or that facts tell it
     */
    public record Row(
            String whom,
            String href,
            String day,
            String category,
            boolean important,
            String what,
            String state,
            Tone tone,
            String site) {}
}
