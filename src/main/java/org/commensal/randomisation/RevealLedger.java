package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commensal.audit.Columns;

/** Who approved that the seed of a study is revealed. */
@ApplicationScoped
public class RevealLedger {

    /** An approval, by a person in a role. */
    record Approval(UUID person, String role, Instant at) {}

    @PersistenceContext
    EntityManager database;

    void append(String study, Approval approval, UUID audit) {
        database.createNativeQuery(
                        "insert into reveal_approvals (id, study, person, role, at, audit) values (?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study)
                .setParameter(3, approval.person())
                .setParameter(4, approval.role())
                .setParameter(5, Columns.write(approval.at()))
                .setParameter(6, audit)
                .executeUpdate();
    }

    /** The approvals of a study, the first one first. */
    @SuppressWarnings("unchecked")
    List<Approval> all(String study) {
        List<Object[]> rows = database.createNativeQuery(
                        "select person, role, at from reveal_approvals where study = ? order by at, id")
                .setParameter(1, study)
                .getResultList();
        return rows.stream()
                .map(row -> new Approval((UUID) row[0], (String) row[1], Columns.instant(row[2])))
                .toList();
    }
}
