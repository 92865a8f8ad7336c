package org.commensal.export.release;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commensal.enrolment.Participant;
import org.commensal.export.release.CompletenessRegister.FilledIn;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.commensal.protocol.Study;
import org.commensal.quality.Completeness;
import org.commensal.quality.DiaryDays;
import org.commensal.quality.ExpectedForms;

/**
 * What became of every form of a visit and every day of a diary that one subject has by the version that their site works
 * with, and of what they filled in by another.
 *
 * @param explained the tasks that were not filled in when somebody asked about them and was answered
 * @param screeningEnded on which day the screening of somebody who was not randomised was ended
 */
record Progress(
        Basis basis,
        Subject subject,
        List<FilledIn> filledIn,
        Set<String> explained,
        Optional<LocalDate> screeningEnded) {

    /**
     * One form of one visit.
     *
     * @param version of the study that asks it, or on which it was filled in
     */
    record Form(Visit visit, VisitForm form, String version, Completeness state, Optional<FilledIn> filledIn) {

        String task() {
            return visit.code() + "/" + form.form();
        }
    }

    /**
     * One block of a diary.
     *
     * @param firstDay from which its days are counted; none before its anchor is known
     * @param days each day, numbered from 1 where the first day is not known
     */
    record Block(DiaryBlock block, Optional<LocalDate> firstDay, List<Day> days) {

        /** Still to come or going on where one of its days is; not expected where all are; answered where any is. */
        Completeness state() {
            if (has(Completeness.NOT_DUE)) {
                return Completeness.NOT_DUE;
            }
            return has(Completeness.ANSWERED)
                    ? Completeness.ANSWERED
                    : has(Completeness.MISSING) ? Completeness.MISSING : Completeness.NOT_EXPECTED;
        }

        private boolean has(Completeness state) {
            return days.stream().anyMatch(day -> day.state() == state);
        }
    }

    /** @param number in its block, 1 for the first */
    record Day(int number, Optional<LocalDate> day, Completeness state, boolean late) {}

    /** The version that the site of the subject worked with. */
    Study version() {
        return basis.version(subject);
    }

    /** In the order of the schedule; what was filled in by another version behind. */
    List<Form> forms() {
        Participant participant = subject.participant();
        ExpectedForms expected = new ExpectedForms(participant, screeningEnded, basis.today());
        Map<String, FilledIn> answered = new LinkedHashMap<>();
        filledIn.stream()
                .filter(one -> one.day() == null)
                .sorted(Comparator.comparing(FilledIn::task))
                .forEach(one -> answered.put(one.task(), one));
        List<Form> forms = new ArrayList<>();
        for (Visit visit : version().schedule().visits()) {
            for (VisitForm form : visit.forms()) {
                Optional<FilledIn> own = Optional.ofNullable(answered.remove(visit.code() + "/" + form.form()));
                Completeness state = expected.state(form, expected.due(visit), own.isPresent());
                forms.add(new Form(visit, form, version().version(), state, own));
            }
        }
        answered.values().forEach(one -> asked(one).ifPresent(forms::add));
        return forms;
    }

    /** What a form was filled in for by the version that it was filled in on; none of an event. */
    private Optional<Form> asked(FilledIn one) {
        return basis.version(one.version()).stream()
                .flatMap(version -> version.schedule().visits().stream())
                .filter(visit -> visit.code().equals(one.event()))
                .flatMap(visit -> visit.forms().stream()
                        .filter(form -> form.form().equals(one.form()))
                        .map(form -> new Form(visit, form, one.version(), Completeness.ANSWERED, Optional.of(one))))
                .findFirst();
    }

    /** In the order of the schedule; blocks of another version of which days were filled in behind. */
    List<Block> blocks() {
        Map<String, Map<LocalDate, FilledIn>> entries = new TreeMap<>();
        filledIn.stream().filter(one -> one.day() != null).forEach(one -> entries.computeIfAbsent(
                        one.event(), first -> new HashMap<>())
                .put(Objects.requireNonNull(one.day()), one));
        Map<String, Set<LocalDate>> days = new HashMap<>();
        entries.forEach((block, own) -> days.put(block, own.keySet()));
        Participant participant = subject.participant();
        Optional<LocalDate> stopped = DiaryDays.stopped(participant, screeningEnded);
        Map<String, SortedMap<LocalDate, Completeness>> known =
                new DiaryDays(version(), participant, stopped, basis.today()).days(days);
        List<Block> blocks = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (DiaryBlock block : version().schedule().blocks()) {
            asked.add(block.code());
            blocks.add(Optional.ofNullable(known.get(block.code()))
                    .map(each -> dated(block, each, entries.getOrDefault(block.code(), Map.of())))
                    .orElseGet(() -> new Block(block, Optional.empty(), undated(block, stopped))));
        }
        entries.forEach((code, own) -> {
            if (asked.add(code)) {
                block(code).ifPresent(block -> blocks.add(dated(block, answered(own), own)));
            }
        });
        return blocks;
    }

    private Optional<DiaryBlock> block(String code) {
        return basis.versions().stream()
                .flatMap(version -> version.schedule().blocks().stream())
                .filter(block -> block.code().equals(code))
                .reduce((earlier, later) -> later);
    }

    private static SortedMap<LocalDate, Completeness> answered(Map<LocalDate, FilledIn> entries) {
        SortedMap<LocalDate, Completeness> days = new TreeMap<>();
        entries.keySet().forEach(day -> days.put(day, Completeness.ANSWERED));
        return days;
    }

    private Block dated(DiaryBlock block, SortedMap<LocalDate, Completeness> known, Map<LocalDate, FilledIn> entries) {
        Map<Anchor, LocalDate> anchors = subject.participant().anchors();
        Optional<LocalDate> first =
                Optional.ofNullable(anchors.get(block.anchor())).map(day0 -> day0.plusDays(block.firstDay()));
        List<Day> days = new ArrayList<>();
        known.forEach((day, state) -> days.add(new Day(
                first.map(from -> (int) from.until(day, ChronoUnit.DAYS) + 1).orElse(days.size() + 1),
                Optional.of(day),
                state,
                Optional.ofNullable(entries.get(day)).filter(FilledIn::late).isPresent())));
        return new Block(block, first, days);
    }

    private static List<Day> undated(DiaryBlock block, Optional<LocalDate> stopped) {
        Completeness state = stopped.isPresent() ? Completeness.NOT_EXPECTED : Completeness.NOT_DUE;
        List<Day> days = new ArrayList<>();
        for (int number = 1; number <= block.lastDay() - block.firstDay() + 1; number++) {
            days.add(new Day(number, Optional.empty(), state, false));
        }
        return days;
    }

    /** The study day of a day counted from an anchor: known from the schedule where it counts from randomisation. */
    String studyDay(Anchor anchor, int day) {
        if (anchor == Anchor.RANDOMISATION) {
            return Integer.toString(day);
        }
        return ParticipantTable.studyDay(
                subject,
                Optional.ofNullable(subject.participant().anchors().get(anchor)).map(day0 -> day0.plusDays(day)));
    }

    String studyDay(Optional<LocalDate> day) {
        return ParticipantTable.studyDay(subject, day);
    }
}
