package org.commensal.web.questionnaires;

import java.util.List;
import java.util.Optional;

/**
 * What a participant finds on opening the diary.
 *
 * @param protocol the address where the study is described
 * @param next the sentence that says when there is something to do again, where nothing is open
 * @param recent what was filled in of the last days, the newest first
 * @param givesBack whether the study shows participants their own diary
 * @param reports what can be reported on any day
 */
public record Today(
        String weekday,
        List<Due> open,
        Optional<String> next,
        List<String> recent,
        List<Report> reports,
        boolean givesBack,
        Optional<String> notice,
        String protocol) {

    /** @param until a sentence: the last moment, and how long it takes */
    public record Due(String href, String title, String until) {}

    /** @param when what has to happen; empty where the study does not say */
    public record Report(String href, String title, String when) {}
}
