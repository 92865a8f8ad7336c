package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.kernel.ParticipantCode;
import org.commensal.quality.Deviation.Account;
import org.commensal.quality.Deviation.Category;
import org.commensal.quality.Deviation.Confirmation;
import org.commensal.quality.Deviation.Entry;
import org.commensal.quality.DeviationLine.Source;
import org.jspecify.annotations.Nullable;

/** Every deviation that was recorded, with its corrections. Appends only. */
@ApplicationScoped
class DeviationLedger {

    @PersistenceContext
    EntityManager database;

    void append(UUID id, String study, String site, Optional<ParticipantCode> participant, UUID audit) {
        query(
                        "insert into deviations (id, study, site, participant, audit) values (?, ?, ?, ?, ?)",
                        id,
                        study,
                        site,
                        participant.map(ParticipantCode::value).orElse(null),
                        audit)
                .executeUpdate();
    }

    /** @param number 1 for the first entry of a deviation */
    void append(UUID deviation, int number, Account account, String reason, Instant at, UUID audit) {
        query(
                        "insert into deviation_entries (id, deviation, number, on_day, category, important, description,"
                                + " action, code_break, reason, at, audit) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        UUID.randomUUID(),
                        deviation,
                        number,
                        Date.valueOf(account.day()),
                        account.category().name(),
                        account.important(),
                        account.description(),
                        account.action(),
                        account.codeBreak().orElse(null),
                        reason,
                        Columns.write(at),
                        audit)
                .executeUpdate();
    }

    void confirm(UUID deviation, int number, Instant at, UUID audit) {
        query(
                        "insert into deviation_confirmations (deviation, number, at, audit) values (?, ?, ?, ?)",
                        deviation,
                        number,
                        Columns.write(at),
                        audit)
                .executeUpdate();
    }

    Optional<Deviation> find(String study, UUID id) {
        List<?> found = query("select site, participant from deviations where study = ? and id = ?", study, id)
                .getResultList();
        return found.stream().findFirst().map(row -> deviation(id, (Object[]) row));
    }

    /** Whether a deviation of any study has this id. */
    boolean has(UUID id) {
        return !query("select id from deviations where id = ?", id)
                .getResultList()
                .isEmpty();
    }

    private Deviation deviation(UUID id, Object[] row) {
        List<Entry> entries = new ArrayList<>();
        for (Object each : query(
                        "select d.on_day, d.category, d.important, d.description, d.action, d.code_break, d.reason,"
                                + " e.person_name, d.at from deviation_entries d join audit_entries e on e.id = d.audit"
                                + " where d.deviation = ? order by d.number",
                        id)
                .getResultList()) {
            entries.add(entry((Object[]) each));
        }
        return new Deviation(
                id,
                (String) row[0],
                Optional.ofNullable((String) row[1]).map(ParticipantCode::new),
                entries,
                confirmation(id, entries.size()));
    }

    private static Entry entry(Object[] row) {
        Account account = new Account(
                day(row[0]),
                Category.valueOf((String) row[1]),
                (Boolean) row[2],
                (String) row[3],
                (String) row[4],
                Optional.ofNullable((UUID) row[5]));
        return new Entry(account, (String) row[6], (String) row[7], Columns.instant(row[8]));
    }

    private Optional<Confirmation> confirmation(UUID id, int number) {
        List<?> found = query(
                        "select e.person_name, c.at from deviation_confirmations c join audit_entries e on e.id = c.audit"
                                + " where c.deviation = ? and c.number = ?",
                        id,
                        number)
                .getResultList();
        return found.stream()
                .findFirst()
                .map(each -> (Object[]) each)
                .map(row -> new Confirmation((String) row[0], Columns.instant(row[1])));
    }

    int count(DeviationSelect select) {
        return ((Number) query(select.count(), select.values().toArray()).getSingleResult()).intValue();
    }

    List<DeviationLine> page(DeviationSelect select, long from, int size) {
        List<DeviationLine> lines = new ArrayList<>();
        for (Object each :
                query(select.page(from, size), select.values().toArray()).getResultList()) {
            lines.add(line((Object[]) each));
        }
        return lines;
    }

    private static DeviationLine line(Object[] row) {
        return new DeviationLine(
                Source.valueOf((String) row[0]),
                Optional.of((String) row[1]).filter(id -> !id.isEmpty()).map(UUID::fromString),
                Optional.ofNullable((String) row[2]).map(ParticipantCode::new),
                (String) row[3],
                day(row[4]),
                Optional.ofNullable(row[5]).map(Columns::instant),
                Category.valueOf((String) row[6]),
                (Boolean) row[7],
                (String) row[8],
                (String) row[9],
                (Boolean) row[10]);
    }

    private static LocalDate day(Object column) {
        return ((Date) column).toLocalDate();
    }

    private Query query(String statement, @Nullable Object... values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i] instanceof LocalDate day ? Date.valueOf(day) : values[i]);
        }
        return query;
    }
}
