package org.commensal.web.enrolment;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Done;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Tone;
import org.commensal.web.quality.QueryLine;
import org.commensal.web.safety.AdverseEventLine;
import org.commensal.web.safety.AlertLine;
import org.commensal.web.safety.HappenedLine;
import org.commensal.web.safety.MedicineLine;

/**
 * Everything about one participant that this person may see.
 *
 * @param base the address of this page
 * @param queries about the data, for those who see the answers
 * @param reminders where the study sends any
 * @param identity only when it was asked for, which is recorded
 * @param link how the participant gets in, for those who may issue another link
 * @param allotment what may be known of the allocation
 */
public record ParticipantFile(
        String code,
        String base,
        String site,
        String stage,
        List<Link> next,
        List<AlertLine> alerts,
        Optional<Queries> queries,
        List<Fact> timeline,
        List<Link> consents,
        List<Judged> criteria,
        List<Visit> visits,
        List<Event> events,
        List<AdverseEventLine> adverseEvents,
        List<MedicineLine> medicines,
        List<HappenedLine> intercurrent,
        List<Answered> responses,
        Optional<Reminders> reminders,
        boolean enrolled,
        boolean stopped,
        boolean mayReadIdentity,
        List<Pair> identity,
        Optional<GetsIn> link,
        Allotment allotment) {

    /**
     * The queries about a participant, those that are not closed first.
     *
     * @param open how many are not closed
     */
    public record Queries(int open, List<QueryLine> lines, boolean mayRaise) {}

    /**
     * How a participant gets in.
     *
     * @param mailed what became of the newest link that was mailed
     * @param href where another link is given
     */
    public record GetsIn(String state, Tone tone, Optional<String> mailed, String href) {}

    /** The criteria that keep the participant out, or of which it is not known. */
    public List<Judged> unmet() {
        return criteria.stream().filter(judged -> !judged.met()).toList();
    }

    public List<Judged> met() {
        return criteria.stream().filter(Judged::met).toList();
    }

    /**
     * What may be known of an allocation, and done about it.
     *
     * @param way how the participant came to the arm, where no stream gave it
     * @param unblinded whether somebody blinded may know the arm; never the arm
     * @param mayReveal whether this person is shown the arm on asking
     * @param shown the arm, only when it was asked for, which is recorded
     * @param scheme the version whose scheme allocated, once somebody is randomised
     * @param levels each factor with the level that was used and the right one
     * @param events what was recorded of it
     * @param steps to break the code, to ask for unblinding or to record something, for those who may
     */
    public record Allotment(
            boolean randomised,
            Optional<String> way,
            boolean unblinded,
            boolean mayReveal,
            Optional<Pair> shown,
            Optional<String> scheme,
            List<Pair> levels,
            List<Done> events,
            List<Link> steps) {}

    public record Fact(String day, String what) {}

    /** @param hint which facts are not known yet, or that newer answers would be judged otherwise */
    public record Judged(String criterion, String kind, boolean met, String verdict, Tone tone, String hint) {}

    /**
     * What is filled in at a visit, or all days of a diary.
     *
     * @param done how much of it is filled in
     * @param waits whether something of it can be filled in now
     */
    public record Visit(String name, String window, String done, Tone tone, boolean waits, List<Row> rows) {}

    /** @param window where it differs from that of the visit, else empty */
    public record Row(String form, String window, String state, Tone tone, Optional<String> href) {}

    /**
     * What may happen on any day.
     *
     * @param another what reports one more
     * @param when what has to happen
     * @param href where one more is reported, for those who may and while it can be
     */
    public record Event(String another, Optional<String> when, Optional<String> href, List<Occurrence> occurrences) {}

    /**
     * @param filledIn when it was first reported or last corrected
     * @param corrected the reason of the last correction
     * @param href where it is looked at and corrected
     */
    public record Occurrence(String name, String filledIn, Optional<String> corrected, Optional<String> href) {}

    public List<Occurrence> occurrences() {
        return events.stream().flatMap(event -> event.occurrences().stream()).toList();
    }

    /**
     * What became of reminders by e-mail.
     *
     * @param silence why this server sends nothing at all
     * @param next those to come, the first last
     * @param last the latest first
     * @param earlier where they go on, if there are more
     */
    public record Reminders(
            boolean wanted,
            Optional<String> silence,
            List<Reminded> next,
            List<Reminded> last,
            Optional<Link> earlier) {}

    /** @param why it was not or will not be sent; empty where it was or will be */
    public record Reminded(String what, String moment, String state, Tone tone, String why) {}

    public record Answered(String form, String received, List<Pair> scores) {}
}
