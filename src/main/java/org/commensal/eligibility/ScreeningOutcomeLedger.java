package org.commensal.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.kernel.ParticipantCode;

/** Every outcome of a screening that was recorded. Appends only; the last one of a participant counts. */
@ApplicationScoped
class ScreeningOutcomeLedger {

    @PersistenceContext
    EntityManager database;

    /** @param number 1 for the first of a participant, whom the caller holds */
    void append(String study, ParticipantCode code, int number, ScreeningOutcome outcome, UUID audit) {
        database.createNativeQuery("insert into screening_outcomes"
                        + " (id, study, participant, number, outcome, note, criteria, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study)
                .setParameter(3, code.value())
                .setParameter(4, number)
                .setParameter(5, outcome.kind().name())
                .setParameter(6, outcome.note())
                .setParameter(7, String.join(" ", outcome.criteria()))
                .setParameter(8, Columns.write(outcome.at()))
                .setParameter(9, audit)
                .executeUpdate();
    }

    /** The outcomes of one participant, the first first. */
    List<ScreeningOutcome> of(String study, ParticipantCode code) {
        List<?> rows = database.createNativeQuery("select o.outcome, o.note, o.criteria, e.person_name, o.at"
                        + " from screening_outcomes o join audit_entries e on e.id = o.audit"
                        + " where o.study = ? and o.participant = ? order by o.number")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .getResultList();
        List<ScreeningOutcome> outcomes = new ArrayList<>();
        rows.forEach(row -> outcomes.add(read((Object[]) row, 0)));
        return outcomes;
    }

    /** @param from the column of the outcome, with note, criteria, name and instant after it */
    static ScreeningOutcome read(Object[] row, int from) {
        return new ScreeningOutcome(
                ScreeningOutcome.Kind.valueOf((String) row[from]),
                (String) row[from + 1],
                criteria((String) row[from + 2]),
                (String) row[from + 3],
                Columns.instant(row[from + 4]));
    }

    static List<String> criteria(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" "));
    }
}
