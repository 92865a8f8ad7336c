package org.commensal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.audit.Columns;
import org.commensal.mail.Delivery.State;

/** Messages and their steps, which are only added to; and beside them which messages still wait. */
@ApplicationScoped
class MailLedger {

    private static final String MESSAGE =
            "m.id, m.kind, m.study, m.participant, m.about, m.message_id, m.planned_at," + " m.useful_until";
    private static final String WITH_NEWEST_STEP = "select " + MESSAGE + ", s.state, s.reason, s.at, s.again_at"
            + " from mail_messages m join mail_steps s on s.message = m.id"
            + " and s.number = (select max(number) from mail_steps where message = m.id)";

    @PersistenceContext
    EntityManager database;

    @Inject
    InstantSource wall;

    void append(Message message, UUID audit) {
        database.createNativeQuery("insert into mail_messages (id, kind, study, participant, about, message_id,"
                        + " planned_at, useful_until, audit) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, message.id())
                .setParameter(2, message.kind())
                .setParameter(3, message.study())
                .setParameter(4, message.participant())
                .setParameter(5, message.about())
                .setParameter(6, message.messageId())
                .setParameter(7, Columns.write(message.planned()))
                .setParameter(8, Columns.write(message.usefulUntil()))
                .setParameter(9, audit)
                .executeUpdate();
    }

    void queue(Message message, Instant due) {
        database.createNativeQuery("insert into mail_queue (message, kind, due_at) values (?, ?, ?)")
                .setParameter(1, message.id())
                .setParameter(2, message.kind())
                .setParameter(3, Columns.write(due))
                .executeUpdate();
    }

    void postpone(UUID message, Instant due) {
        database.createNativeQuery("update mail_queue set due_at = ? where message = ?")
                .setParameter(1, Columns.write(due))
                .setParameter(2, message)
                .executeUpdate();
    }

    void takeOff(UUID message) {
        database.createNativeQuery("delete from mail_queue where message = ?")
                .setParameter(1, message)
                .executeUpdate();
    }

    /** The step after the last one of this message. */
    void step(UUID message, State state, Reason reason, Optional<Instant> again) {
        Query query = database.createNativeQuery("insert into mail_steps (message, number, state, reason, at, again_at)"
                        + " select ?, coalesce(max(number), 0) + 1, ?, ?, ?, cast(? as timestamp with time zone)"
                        + " from mail_steps where message = ?")
                .setParameter(1, message)
                .setParameter(2, state.code())
                .setParameter(3, reason.code())
                .setParameter(4, Columns.write(wall.instant()))
                .setParameter(5, again.map(Columns::write).orElse(null))
                .setParameter(6, message);
        query.executeUpdate();
    }

    /** The same in a transaction of its own, so that it is known whatever becomes of the caller. */
    @Transactional(TxType.REQUIRES_NEW)
    public void stepAtOnce(UUID message, State state) {
        step(message, state, Reason.NONE, Optional.empty());
    }

    /**
     * The message of this kind that has waited longest, whose row is held until the transaction of the caller ends: the
     * database lets go of it when this server ends, and not before.
     */
    @SuppressWarnings("unchecked")
    Optional<Message> hold(String kind, Instant now) {
        List<Object> held = database.createNativeQuery("select message from mail_queue where kind = ? and due_at <= ?"
                        + " order by due_at, message limit 1 for update skip locked")
                .setParameter(1, kind)
                .setParameter(2, Columns.write(now))
                .getResultList();
        return held.stream().findFirst().flatMap(id -> messages((UUID) id).findFirst());
    }

    @SuppressWarnings("unchecked")
    private Stream<Message> messages(UUID id) {
        List<Object[]> rows = database.createNativeQuery("select " + MESSAGE + " from mail_messages m where m.id = ?")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(MailLedger::message);
    }

    boolean has(UUID message) {
        return messages(message).findFirst().isPresent();
    }

    int count(UUID message, State state) {
        Object count = database.createNativeQuery("select count(*) from mail_steps where message = ? and state = ?")
                .setParameter(1, message)
                .setParameter(2, state.code())
                .getSingleResult();
        return ((Number) count).intValue();
    }

    /** What became of every message of this kind to one participant, the latest planned first. */
    @SuppressWarnings("unchecked")
    List<Delivery> all(String kind, String study, String participant) {
        List<Object[]> rows = database.createNativeQuery(WITH_NEWEST_STEP
                        + " where m.kind = ? and m.study = ? and m.participant = ? order by m.planned_at desc")
                .setParameter(1, kind)
                .setParameter(2, study)
                .setParameter(3, participant)
                .getResultList();
        return rows.stream().map(MailLedger::delivery).toList();
    }

    /** What became of every message of this kind in a study, of those planned since then. */
    @SuppressWarnings("unchecked")
    List<Delivery> since(String kind, String study, Instant since) {
        List<Object[]> rows = database.createNativeQuery(
                        WITH_NEWEST_STEP + " where m.kind = ? and m.study = ? and m.planned_at >= ?")
                .setParameter(1, kind)
                .setParameter(2, study)
                .setParameter(3, Columns.write(since))
                .getResultList();
        return rows.stream().map(MailLedger::delivery).toList();
    }

    /** The same, of those that were tried and not taken. */
    @SuppressWarnings("unchecked")
    List<Delivery> notTaken(String kind, String study, Instant since) {
        List<Object[]> rows = database.createNativeQuery(WITH_NEWEST_STEP
                        + " where m.kind = ? and m.study = ? and m.planned_at >= ? and s.state in (?, ?)")
                .setParameter(1, kind)
                .setParameter(2, study)
                .setParameter(3, Columns.write(since))
                .setParameter(4, State.FAILED.code())
                .setParameter(5, State.GIVEN_UP.code())
                .getResultList();
        return rows.stream().map(MailLedger::delivery).toList();
    }

    /** How many messages of this kind were to be sent to each participant of a study, but for those withheld. */
    @SuppressWarnings("unchecked")
    List<Object[]> totals(String kind, String study) {
        return database.createNativeQuery("select m.participant, count(*) from mail_messages m where m.kind = ?"
                        + " and m.study = ? and not exists (select 1 from mail_steps s where s.message = m.id"
                        + " and s.state = ?) group by m.participant")
                .setParameter(1, kind)
                .setParameter(2, study)
                .setParameter(3, State.WITHHELD.code())
                .getResultList();
    }

    private static Message message(Object[] row) {
        return new Message(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                Columns.instant(row[6]),
                Columns.instant(row[7]));
    }

    private static Delivery delivery(Object[] row) {
        return new Delivery(
                message(row),
                State.of((String) row[8]),
                Reason.of((String) row[9]),
                Columns.instant(row[10]),
                Optional.ofNullable(row[11]).map(Columns::instant));
    }
}
