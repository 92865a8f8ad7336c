package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.protocol.Study;

/** The dry runs and approvals of each version. Nothing is changed or removed; a new version begins with none. */
@ApplicationScoped
public class GoLiveLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    Clock clock;

    /** The dry runs of a version, the newest first. */
    @SuppressWarnings("unchecked")
    List<DryRun> dryRuns(Study study) {
        List<Object[]> rows = database.createNativeQuery(
                        "select id, version, participants, seed, differences, at from dry_runs"
                                + " where study = ? and version = ? order by at desc, id")
                .setParameter(1, study.id())
                .setParameter(2, study.version())
                .getResultList();
        return rows.stream()
                .map(row -> new DryRun(
                        (UUID) row[0],
                        (String) row[1],
                        ((Number) row[2]).intValue(),
                        (String) row[3],
                        ((Number) row[4]).intValue(),
                        Columns.instant(row[5])))
                .toList();
    }

    /** The approvals of a version, in the order in which they were given. */
    @SuppressWarnings("unchecked")
    List<Approval> approvals(Study study) {
        List<Object[]> rows = database.createNativeQuery(
                        "select g.person, a.person_name, a.role, g.reference, g.at from go_live_approvals g"
                                + " join audit_entries a on a.id = g.audit"
                                + " where g.study = ? and g.version = ? order by g.at, g.id")
                .setParameter(1, study.id())
                .setParameter(2, study.version())
                .getResultList();
        return rows.stream()
                .map(row -> new Approval(
                        (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], Columns.instant(row[4])))
                .toList();
    }

    DryRun append(Study study, int participants, String seed, int differences, UUID audit) {
        DryRun run = new DryRun(UUID.randomUUID(), study.version(), participants, seed, differences, clock.instant());
        database.createNativeQuery(
                        "insert into dry_runs (id, study, version, participants, seed, differences, at, audit)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, run.id())
                .setParameter(2, study.id())
                .setParameter(3, study.version())
                .setParameter(4, participants)
                .setParameter(5, seed)
                .setParameter(6, differences)
                .setParameter(7, Columns.write(run.at()))
                .setParameter(8, audit)
                .executeUpdate();
        return run;
    }

    void approve(Study study, UUID person, String reference, UUID audit) {
        database.createNativeQuery("insert into go_live_approvals (id, study, version, person, reference, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study.id())
                .setParameter(3, study.version())
                .setParameter(4, person)
                .setParameter(5, reference)
                .setParameter(6, Columns.write(clock.instant()))
                .setParameter(7, audit)
                .executeUpdate();
    }
}
