package org.commensal.web.enrolment;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Done;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Tone;
import org.commensal.web.safety.AlertLine;

/**
 * Everything about one participant that this person may see.
 *
 * @param base the address of this page
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
        List<Fact> timeline,
        List<Link> consents,
        List<Judged> criteria,
        List<Visit> visits,
        List<Event> events,
        List<Answered> responses,
        boolean enrolled,
        boolean mayReadIdentity,
        List<Pair> identity,
        Optional<GetsIn> link,
        Allotment allotment) {

    /**
     * How a participant gets in.
     *
     * @param href where another card is made
     */
    public record GetsIn(String state, Tone tone, String href) {}

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

    public record Answered(String form, String received, List<Pair> scores) {}
}
