package org.commensal.export.release;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/** One row a participant who consented: how far they came and when, in study days. Sites have a pseudonym. */
final class ParticipantTable {

    private static final List<Code> WAYS = List.of(
            new Code("randomised", new Text("randomised", "geloot")),
            new Code("envelope", new Text("by a sealed envelope", "met een gesloten envelop")),
            new Code("forced", new Text("given the arm of another participant", "kreeg de groep van een ander")));
    private static final List<Code> STAGES = List.of(
            new Code("consented", new Text("consented", "toestemming gegeven")),
            new Code("enrolled", new Text("enrolled, in run-in", "ingeschreven, in de aanloopperiode")),
            new Code("randomised", new Text("randomised", "geloot")));

    private ParticipantTable() {}

    /**
     * @param outside how each was allocated who was allocated outside the streams, by code; without any there is no column
     *     of it, and none of stopping where nobody stopped with anything
     */
    static Table of(Study study, Map<String, Subject> subjects, Map<String, String> outside, byte[] seed) {
        boolean anybodyStopped = subjects.values().stream()
                .anyMatch(subject -> !subject.stopped().isEmpty());
        return of(study, subjects, outside, seed, !outside.isEmpty(), anybodyStopped);
    }

    /** With every column, whatever happened. */
    static Table whole(Study study, Map<String, Subject> subjects, Map<String, String> outside, byte[] seed) {
        return of(study, subjects, outside, seed, true, true);
    }

    private static Table of(
            Study study,
            Map<String, Subject> subjects,
            Map<String, String> outside,
            byte[] seed,
            boolean withWay,
            boolean withStops) {
        Map<String, String> sites = sites(study, seed);
        List<Column> columns = new ArrayList<>(List.of(
                subjectColumn(),
                Column.text("site", new Text("Site, as a pseudonym", "Centrum, als pseudoniem")),
                Column.choice("stage", new Text("Stage reached", "Bereikte fase"), STAGES),
                day("consent_day", "consent", "toestemming"),
                day("enrolment_day", "enrolment", "inschrijving")));
        if (withWay) {
            columns.add(Column.choice("allocated_by", new Text("How allocated", "Hoe toegewezen"), WAYS));
        }
        if (withStops) {
            columns.add(
                    day("intervention_stopped_day", "stopping with the intervention", "stoppen met de interventie"));
            columns.add(
                    day("follow_up_stopped_day", "stopping with follow-up", "stoppen met vragenlijsten en bezoeken"));
        }
        return new Table(
                "participants",
                new Text("Participants", "Deelnemers"),
                columns,
                rows -> subjects.forEach((id, subject) -> {
                    List<String> row = new ArrayList<>(List.of(
                            id,
                            sites.getOrDefault(subject.site(), ""),
                            word(subject.days().keySet().stream()
                                    .max(Stage::compareTo)
                                    .orElseThrow()),
                            studyDay(subject, subject.day(Stage.CONSENTED)),
                            studyDay(subject, subject.day(Stage.ENROLLED))));
                    if (withWay) {
                        row.add(way(subject, outside));
                    }
                    if (withStops) {
                        row.add(studyDay(subject, subject.stopped(Part.INTERVENTION)));
                        row.add(studyDay(subject, subject.stopped(Part.FOLLOW_UP)));
                    }
                    rows.accept(row.toArray(String[]::new));
                }));
    }

    private static String way(Subject subject, Map<String, String> outside) {
        return subject.day(Stage.RANDOMISED).isPresent() ? outside.getOrDefault(subject.code(), "randomised") : "";
    }

    static Column subjectColumn() {
        return Column.text(
                "subject",
                new Text("Subject, an id of this release alone", "Deelnemer, een id van alleen deze dataset"));
    }

    /** Days since randomisation, negative before it; empty where there is no randomisation to count from. */
    static String studyDay(Subject subject, Optional<LocalDate> day) {
        Optional<LocalDate> zero = subject.day(Stage.RANDOMISED);
        return zero.isPresent() && day.isPresent() ? Long.toString(ChronoUnit.DAYS.between(zero.get(), day.get())) : "";
    }

    private static Column day(String name, String en, String nl) {
        return Column.integer(
                name,
                new Text(
                        "Study day of " + en + " (day 0 is randomisation)",
                        "Studiedag van " + nl + " (dag 0 is de loting)"));
    }

    private static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, String> sites(Study study, byte[] seed) {
        List<String> shuffled = study.sites().stream()
                .map(Study.Site::code)
                .sorted((a, b) -> SubjectIds.id(seed, "site/" + a).compareTo(SubjectIds.id(seed, "site/" + b)))
                .toList();
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            names.put(shuffled.get(i), "site-" + (i + 1));
        }
        return names;
    }
}
