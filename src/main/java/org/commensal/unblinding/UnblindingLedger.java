package org.commensal.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.commensal.audit.Columns;
import org.commensal.audit.Locks;
import org.commensal.kernel.ParticipantCode;
import org.commensal.unblinding.Unblinding.Category;
import org.commensal.unblinding.Unblinding.Decision;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Outcome;
import org.commensal.unblinding.Unblinding.Somebody;
import org.commensal.unblinding.Unblinding.Whom;
import org.jspecify.annotations.Nullable;

/** Every code that was broken, every unblinding that was asked, and what was decided. Appends only. */
@ApplicationScoped
public class UnblindingLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    /** Holds the unblindings of a study until the transaction ends, so that two people take turns. */
    void hold(String study) {
        locks.hold("unblinding/" + study);
    }

    /** @param key by which the same request is known when it comes again */
    void append(Unblinding made, String key, UUID audit) {
        insert(
                "insert into unblindings (id, study, kind, category, reason, person, at, event, idempotency_key, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                made.study(),
                made.kind().name(),
                made.category().name(),
                made.reason(),
                made.by().id(),
                Columns.write(made.at()),
                made.event().orElse(null),
                key,
                audit);
        made.participants()
                .forEach(whom -> insert(
                        "insert into unblinding_participants (unblinding, study, participant) values (?, ?, ?)",
                        made.id(),
                        made.study(),
                        whom.code().value()));
        made.shownTo()
                .forEach(somebody -> insert(
                        "insert into unblinding_recipients (unblinding, person) values (?, ?)",
                        made.id(),
                        somebody.id()));
    }

    void append(UUID unblinding, Decision decision, UUID audit) {
        insert(
                "insert into unblinding_decisions (unblinding, outcome, note, person, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?)",
                unblinding,
                decision.outcome().name(),
                decision.note(),
                decision.by().id(),
                Columns.write(decision.at()),
                audit);
    }

    /** Keeps that somebody learnt the arm of everybody. */
    public void learnt(String study, UUID person, UUID audit) {
        insert(
                "insert into unblinded_people (id, study, person, audit) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                study,
                person,
                audit);
    }

    private void insert(String statement, @Nullable Object... values) {
        query(statement, values).executeUpdate();
    }

    private Query query(String statement, @Nullable Object... values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    Optional<Unblinding> find(String study, UUID id) {
        return of(study).stream()
                .filter(unblinding -> unblinding.id().equals(id))
                .findFirst();
    }

    /** What this key was used for. */
    Optional<Unblinding> find(String study, String key) {
        return rows("select id, at from unblindings where study = ? and idempotency_key = ?", study, key).stream()
                .findFirst()
                .flatMap(row -> find(study, (UUID) row[0]));
    }

    /** The unblindings of a study, the newest first. */
    List<Unblinding> of(String study) {
        Map<UUID, List<Whom>> participants = participants(study);
        Map<UUID, List<Somebody>> recipients = recipients(study);
        Map<UUID, List<Decision>> decisions = decisions(study);
        List<Unblinding> unblindings = new ArrayList<>();
        for (Object[] row : rows(
                "select u.id, u.kind, u.category, u.reason, u.person, e.person_name, u.at, u.event"
                        + " from unblindings u"
                        + " join audit_entries e on e.id = u.audit where u.study = ? order by u.at desc, u.id",
                study)) {
            UUID id = (UUID) row[0];
            unblindings.add(new Unblinding(
                    id,
                    study,
                    Kind.valueOf((String) row[1]),
                    Category.valueOf((String) row[2]),
                    (String) row[3],
                    new Somebody((UUID) row[4], (String) row[5]),
                    Columns.instant(row[6]),
                    participants.getOrDefault(id, List.of()),
                    recipients.getOrDefault(id, List.of()),
                    Optional.ofNullable((String) row[7]),
                    decisions.getOrDefault(id, List.of()).stream().findFirst()));
        }
        return unblindings;
    }

    private Map<UUID, List<Whom>> participants(String study) {
        return grouped(
                "select u.unblinding, u.participant, p.site from unblinding_participants u join participants p"
                        + " on p.study = u.study and p.code = u.participant where u.study = ? order by u.participant",
                study,
                row -> new Whom(new ParticipantCode((String) row[1]), (String) row[2]));
    }

    private Map<UUID, List<Somebody>> recipients(String study) {
        return grouped(
                "select r.unblinding, r.person, p.name from unblinding_recipients r"
                        + " join unblindings u on u.id = r.unblinding join people p on p.id = r.person"
                        + " where u.study = ? order by p.name",
                study,
                row -> new Somebody((UUID) row[1], (String) row[2]));
    }

    private Map<UUID, List<Decision>> decisions(String study) {
        return grouped(
                "select d.unblinding, d.outcome, d.note, d.person, e.person_name, d.at from unblinding_decisions d"
                        + " join unblindings u on u.id = d.unblinding join audit_entries e on e.id = d.audit"
                        + " where u.study = ?",
                study,
                row -> new Decision(
                        Outcome.valueOf((String) row[1]),
                        (String) row[2],
                        new Somebody((UUID) row[3], (String) row[4]),
                        Columns.instant(row[5])));
    }

    /** By which unblinding this person may be told the arm of this participant; the first of them. */
    Optional<UUID> opened(String study, ParticipantCode code, UUID person) {
        return rows(
                        "select u.id, u.at from unblindings u"
                                + " join unblinding_participants p on p.unblinding = u.id"
                                + " join unblinding_recipients r on r.unblinding = u.id"
                                + " left join unblinding_decisions d on d.unblinding = u.id"
                                + " where u.study = ? and p.participant = ? and r.person = ?"
                                + " and (u.kind = ? or d.outcome = ?) order by u.at",
                        study,
                        code.value(),
                        person,
                        Kind.EMERGENCY.name(),
                        Outcome.APPROVED.name())
                .stream()
                .findFirst()
                .map(row -> (UUID) row[0]);
    }

    /** Whether this person was unblinded for anybody in a study; in any study with {@code *}. */
    boolean knows(String study, UUID person) {
        return !rows(
                                "select id, study from unblinded_people where person = ? and (study = ? or ? = '*')",
                                person,
                                study,
                                study)
                        .isEmpty()
                || !rows(
                                "select u.id, u.at from unblindings u join unblinding_recipients r on r.unblinding = u.id"
                                        + " left join unblinding_decisions d on d.unblinding = u.id"
                                        + " where r.person = ? and (u.study = ? or ? = '*')"
                                        + " and (u.kind = ? or d.outcome = ?)",
                                person,
                                study,
                                study,
                                Kind.EMERGENCY.name(),
                                Outcome.APPROVED.name())
                        .isEmpty();
    }

    /** Those whose arm somebody blinded may know. */
    Set<Whom> unblinded(String study) {
        Set<Whom> unblinded = new HashSet<>();
        for (Object[] row : rows(
                "select u.participant, p.site from unblinding_participants u"
                        + " join participants p on p.study = u.study and p.code = u.participant"
                        + " join unblindings m on m.id = u.unblinding"
                        + " left join unblinding_decisions d on d.unblinding = u.unblinding"
                        + " where u.study = ? and (m.kind = ? or d.outcome = ?)",
                study,
                Kind.EMERGENCY.name(),
                Outcome.APPROVED.name())) {
            unblinded.add(new Whom(new ParticipantCode((String) row[0]), (String) row[1]));
        }
        return unblinded;
    }

    private <T> Map<UUID, List<T>> grouped(String select, String study, Function<Object[], T> read) {
        Map<UUID, List<T>> groups = new HashMap<>();
        for (Object[] row : rows(select, study)) {
            groups.computeIfAbsent((UUID) row[0], first -> new ArrayList<>()).add(read.apply(row));
        }
        return groups;
    }

    private List<Object[]> rows(String select, Object... parameters) {
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query(select, parameters).getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }
}
