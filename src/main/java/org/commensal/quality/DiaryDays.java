package org.commensal.quality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Study;
import org.commensal.quality.MissingData.Counts;

/**
 * How many days of each diary block were expected of one participant, filled in and missing.
 *
 * <p>Blocks that share a day have it once: it belongs to the block listed later, unless it was filled in for the earlier
 * one, as the day of randomisation may be. A day is not yet due before the longest lock of the study has fallen. From the
 * day on which somebody stops, none is expected.
 *
 * @param study the version that the site works with
 * @param stopped on which day the participant stopped, or their screening was ended
 */
public record DiaryDays(Study study, Participant participant, Optional<LocalDate> stopped, LocalDate today) {

    /**
     * What was filled in of one block.
     *
     * @param days how many entries
     * @param recent how many of those are about a day that is not yet due
     * @param last the last day that one is about
     */
    record FilledIn(int days, int recent, LocalDate last) {}

    /** The first and the last day, both included; nothing where the last comes first. */
    private record Span(LocalDate first, LocalDate last) {

        int days() {
            return (int) Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
        }

        Stream<LocalDate> each() {
            return first.datesUntil(first.plusDays(days()));
        }

        Span until(LocalDate day) {
            return new Span(first, last.isBefore(day) ? last : day);
        }

        Span from(LocalDate day) {
            return new Span(first.isAfter(day) ? first : day, last);
        }
    }

    /** The last day that is due by today. */
    public static LocalDate lastDue(Study study, LocalDate today) {
        int longest = study.schedule().blocks().stream()
                .mapToInt(DiaryBlock::daysUntilLock)
                .max()
                .orElse(0);
        return today.minusDays(longest + 1L);
    }

    /** By the code of the block, those whose day 0 is known. */
    Map<String, Counts> counts(Map<String, FilledIn> filledIn) {
        Map<String, Counts> counts = new HashMap<>();
        spans(filledIn)
                .forEach((block, span) -> counts.put(block, counts(span, Optional.ofNullable(filledIn.get(block)))));
        return counts;
    }

    /**
     * What became of each day of each block whose day 0 is known, by the code of the block; a day that was filled in is
     * there wherever it lies.
     *
     * @param filledIn the days of which there is an entry, by the code of the block
     */
    public Map<String, SortedMap<LocalDate, Completeness>> days(Map<String, Set<LocalDate>> filledIn) {
        Map<String, FilledIn> known = new HashMap<>();
        filledIn.forEach((block, days) -> days.stream()
                .max(LocalDate::compareTo)
                .ifPresent(last -> known.put(block, new FilledIn(days.size(), 0, last))));
        LocalDate lastDue = lastDue(study, today);
        Map<String, SortedMap<LocalDate, Completeness>> all = new HashMap<>();
        spans(known).forEach((block, span) -> {
            SortedMap<LocalDate, Completeness> days = new TreeMap<>();
            span.each().forEach(day -> days.put(day, unanswered(day, lastDue)));
            filledIn.getOrDefault(block, Set.of()).forEach(day -> days.put(day, Completeness.ANSWERED));
            all.put(block, days);
        });
        return all;
    }

    private Completeness unanswered(LocalDate day, LocalDate lastDue) {
        if (stopped.filter(from -> !day.isBefore(from)).isPresent()) {
            return Completeness.NOT_EXPECTED;
        }
        return day.isAfter(lastDue) ? Completeness.NOT_DUE : Completeness.MISSING;
    }

    private Map<String, Span> spans(Map<String, FilledIn> filledIn) {
        Map<String, Span> spans = new HashMap<>();
        List<DiaryBlock> earlier = new ArrayList<>();
        Map<Anchor, LocalDate> anchors = participant.anchors();
        for (DiaryBlock block : study.schedule().blocks()) {
            LocalDate day0 = anchors.get(block.anchor());
            if (day0 == null) {
                continue;
            }
            Span span = new Span(day0.plusDays(block.firstDay()), day0.plusDays(block.lastDay()));
            for (DiaryBlock before : earlier) {
                if (!before.form().equals(block.form())) {
                    continue;
                }
                Optional<LocalDate> last =
                        Optional.ofNullable(filledIn.get(before.code())).map(FilledIn::last);
                span = last.isPresent() ? span.from(last.get().plusDays(1)) : span;
                LocalDate first = span.first();
                spans.computeIfPresent(before.code(), (same, known) -> known.until(first.minusDays(1)));
            }
            spans.put(block.code(), span);
            earlier.add(block);
        }
        return spans;
    }

    private Counts counts(Span span, Optional<FilledIn> filledIn) {
        int answered = filledIn.map(FilledIn::days).orElse(0);
        Span expected = stopped.map(day -> span.until(day.minusDays(1))).orElse(span);
        int due = expected.until(lastDue(study, today)).days();
        int beyond = filledIn.filter(known -> stopped.isPresent())
                .map(known -> known.last().isBefore(stopped.get()) ? 0 : 1)
                .orElse(0);
        int recent = Math.max(filledIn.map(FilledIn::recent).orElse(0), beyond);
        int missing = Math.max(0, due - (answered - recent));
        int notDue = Math.max(0, expected.days() - due - recent);
        return new Counts(answered, missing, 0, span.days() - expected.days() - beyond, notDue);
    }

    /** When somebody stopped with what participants fill in. */
    public static Optional<LocalDate> stopped(Participant participant, Optional<LocalDate> screeningEnded) {
        return Optional.ofNullable(participant.withdrawn().get(Part.FOLLOW_UP)).or(() -> screeningEnded);
    }
}
