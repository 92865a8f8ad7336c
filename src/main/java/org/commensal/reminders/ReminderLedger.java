package org.commensal.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.audit.Columns;
import org.commensal.kernel.ParticipantCode;

/** What participants chose: whether they want reminders, and which address of their calendar is open. Appends only. */
@ApplicationScoped
class ReminderLedger {

    private static final String NEWEST =
            " and c.number = (select max(number) from %1$s where study = c.study and participant = c.participant)";

    @PersistenceContext
    EntityManager database;

    @Inject
    InstantSource wall;

    /** The newest choice of a participant, and the how manieth it is. */
    record Choice(int number, boolean yes) {}

    /** The participants of a study who want no reminders, by code. */
    @SuppressWarnings("unchecked")
    Set<String> unwilling(String study) {
        List<Object> codes = database.createNativeQuery("select c.participant from reminder_choices c where c.study = ?"
                        + " and c.wanted = false" + String.format(NEWEST, "reminder_choices"))
                .setParameter(1, study)
                .getResultList();
        return codes.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    boolean wants(String study, ParticipantCode code) {
        return newest("reminder_choices", "wanted", study, code)
                .map(Choice::yes)
                .orElse(true);
    }

    void choose(String study, ParticipantCode code, boolean wanted, UUID audit) {
        append("reminder_choices", "wanted", study, code, wanted, audit);
    }

    /** The newest address of the calendar of a participant; empty where there never was one. */
    Optional<Choice> calendar(String study, ParticipantCode code) {
        return newest("calendar_links", "is_open", study, code);
    }

    void calendar(String study, ParticipantCode code, boolean open, UUID audit) {
        append("calendar_links", "is_open", study, code, open, audit);
    }

    @SuppressWarnings("unchecked")
    private Optional<Choice> newest(String table, String flag, String study, ParticipantCode code) {
        List<Object[]> rows = database.createNativeQuery("select c.number, c." + flag + " from " + table
                        + " c where c.study = ? and c.participant = ?" + String.format(NEWEST, table))
                .setParameter(1, study)
                .setParameter(2, code.value())
                .getResultList();
        return rows.stream().findFirst().map(row -> new Choice(((Number) row[0]).intValue(), (Boolean) row[1]));
    }

    private void append(String table, String flag, String study, ParticipantCode code, boolean value, UUID audit) {
        int number = newest(table, flag, study, code).map(Choice::number).orElse(0) + 1;
        database.createNativeQuery("insert into " + table + " (study, participant, number, " + flag
                        + ", at, audit) values (?, ?, ?, ?, ?, ?)")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .setParameter(3, number)
                .setParameter(4, value)
                .setParameter(5, Columns.write(wall.instant()))
                .setParameter(6, audit)
                .executeUpdate();
    }
}
