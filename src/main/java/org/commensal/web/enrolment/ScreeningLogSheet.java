package org.commensal.web.enrolment;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Paging;
import org.commensal.web.Tone;

/**
 * A part of the screening log.
 *
 * @param state to which the log is narrowed; empty for everybody
 * @param export where it is taken along as a file, for those who may
 */
public record ScreeningLogSheet(
        String base, String state, List<Choice> states, List<Row> rows, Paging paging, Optional<String> export) {

    /** A state to narrow the log to, with how many are in it. */
    public record Choice(String code, String label) {}

    /** @param reasons why somebody did not go on, or what keeps somebody who does from being randomised */
    public record Row(
            String code,
            String href,
            String site,
            String screened,
            String stage,
            String state,
            Tone tone,
            List<String> reasons) {}
}
