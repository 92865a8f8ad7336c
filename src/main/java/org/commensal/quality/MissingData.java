package org.commensal.quality;

import java.time.LocalDate;
import java.util.List;
import org.commensal.kernel.ParticipantCode;

/**
 * How many forms and diary days were expected of the participants of a study, filled in and missing; no answer, and no
 * participant.
 *
 * @param lines in the order of the schedule, one a site
 */
public record MissingData(List<Line> lines) {

    /**
     * What became of a form at a visit, or of the days of a block of a diary.
     *
     * @param missing whose window is over without it
     * @param explained of those, how many have an answered query that says why
     * @param stopped that are not expected because the participant stopped, or was not randomised, before their window was over
     * @param notDue whose window is still to come, or open
     */
    public record Counts(int answered, int missing, int explained, int stopped, int notDue) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public int expected() {
            return answered + missing;
        }

        /** In whole per cent of what was expected, rounded down, so that 100 means all; negative where nothing was. */
        public int percent() {
            return expected() == 0 ? -1 : 100 * answered / expected();
        }

        public Counts plus(Counts other) {
            return new Counts(
                    answered + other.answered,
                    missing + other.missing,
                    explained + other.explained,
                    stopped + other.stopped,
                    notDue + other.notDue);
        }
    }

    /** @param daily whether days of a diary are counted, and not forms */
    public record Line(String site, String event, String form, boolean daily, Counts counts) {

        Line plus(Counts more) {
            return new Line(site, event, form, daily, counts.plus(more));
        }
    }

    /** A form that is missing of one participant. */
    public record Missing(ParticipantCode participant, String site, String task, LocalDate due, boolean explained) {}

    public MissingData {
        lines = List.copyOf(lines);
    }
}
