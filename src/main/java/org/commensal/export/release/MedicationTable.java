package org.commensal.export.release;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.safety.medication.Medicine;
import org.commensal.safety.medication.MedicineChange;
import org.commensal.safety.medication.MedicineChange.Change;

/**
 * One row a change of a medicine of a subject: in use, started, raised, lowered, stopped. Medicines have a number and the
 * third level of their ATC code, and no name.
 */
final class MedicationTable {

    /** How many letters of an ATC code its third level has: N06A. */
    private static final int THIRD_LEVEL = 4;

    private static final List<Code> CHANGES = List.of(
            new Code("in-use", new Text("in use already", "al in gebruik")),
            new Code("started", new Text("started", "gestart")),
            new Code("raised", new Text("dose raised", "dosis verhoogd")),
            new Code("lowered", new Text("dose lowered", "dosis verlaagd")),
            new Code("stopped", new Text("stopped", "gestopt")));

    private MedicationTable() {}

    /** Whether any version reports medicines. */
    static boolean isIn(Basis basis) {
        return !forms(basis).isEmpty();
    }

    static Table of(Basis basis, SealedResponseRegister responses) {
        return new Table(
                "medication",
                new Text("Changes of medicines", "Veranderingen van medicijnen"),
                List.of(
                        ParticipantTable.subjectColumn(),
                        KeyColumns.event(basis.versions()),
                        KeyColumns.instance(),
                        Column.integer(
                                "medicine", new Text("Which medicine of the subject", "Het hoeveelste medicijn")),
                        Column.text(
                                "atc",
                                new Text(
                                        "ATC code to its third level; empty where nobody knows it",
                                        "ATC-code tot het derde niveau; leeg als niemand die weet")),
                        Column.choice("change", new Text("What happened", "Wat er gebeurde"), CHANGES),
                        KeyColumns.studyDay("study_day", "Day on which it happened", "Dag waarop het gebeurde"),
                        Column.truth("ongoing", new Text("The medicine is in use", "Het medicijn is in gebruik"))),
                rows -> basis.each(ids -> {
                    Map<String, List<Response>> given = responses.released(basis, forms(basis), basis.codes(ids));
                    ids.forEach(id ->
                            rows(basis, id, given.getOrDefault(basis.subject(id).code(), List.of()), rows));
                }));
    }

    private static Set<String> forms(Basis basis) {
        return basis.versions().stream()
                .flatMap(study -> study.conduct().safety().medicines().stream()
                        .flatMap(asked -> study.schedule().event(asked.event()).stream()))
                .map(EventForm::form)
                .collect(Collectors.toSet());
    }

    /** Numbered by the day of their first change, since an order by name would tell of it. */
    private static void rows(Basis basis, String id, List<Response> given, Consumer<String[]> rows) {
        Subject subject = basis.subject(id);
        Map<String, Study> versions =
                basis.versions().stream().collect(Collectors.toMap(Study::version, Function.identity()));
        List<Medicine> medicines = Medicine.of(subject.participant(), versions, given).stream()
                .sorted(Comparator.comparing(
                                (Medicine medicine) -> medicine.changes().get(0).day())
                        .thenComparing(medicine -> medicine.changes().get(0).task()))
                .toList();
        for (int i = 0; i < medicines.size(); i++) {
            String number = Integer.toString(i + 1);
            Medicine medicine = medicines.get(i);
            medicine.changes().stream()
                    .map(change -> row(id, subject, number, medicine, change))
                    .forEach(rows);
        }
    }

    private static String[] row(String id, Subject subject, String number, Medicine medicine, MedicineChange change) {
        String[] task = change.task().split("/", 2);
        return new String[] {
            id,
            task[0],
            task[1],
            number,
            medicine.atc().substring(0, Math.min(THIRD_LEVEL, medicine.atc().length())),
            KeyColumns.code(change.change()),
            ParticipantTable.studyDay(subject, Optional.of(change.day())),
            Boolean.toString(medicine.newest().change() != Change.STOPPED)
        };
    }
}
