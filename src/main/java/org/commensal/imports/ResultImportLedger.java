package org.commensal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.commensal.audit.Columns;

/** Every import of results, and which response came from which row. Appends only. */
@ApplicationScoped
public class ResultImportLedger {

    @PersistenceContext
    EntityManager database;

    void append(ResultImportRow row) {
        database.persist(row);
        database.flush();
    }

    /** Records from which row a response came, and lets go of what was written, so that a long file is not kept in memory. */
    void append(UUID imported, UUID response, int row) {
        database.createNativeQuery(
                        "insert into imported_responses (response, result_import, row_number) values (?, ?, ?)")
                .setParameter(1, response)
                .setParameter(2, imported)
                .setParameter(3, row)
                .executeUpdate();
        database.clear();
    }

    /** The imports of a study, the newest first. */
    List<ResultImported> of(String study) {
        return database
                .createNativeQuery(
                        "select i.id, i.code, i.site, i.sha256, i.row_count, i.added, i.corrected, i.unchanged,"
                                + " e.person_name, i.at, i.reason from result_imports i join audit_entries e on e.id = i.audit"
                                + " where i.study = ? order by i.at desc, i.id")
                .setParameter(1, study)
                .getResultList()
                .stream()
                .map(found -> imported((Object[]) found))
                .toList();
    }

    private static ResultImported imported(Object[] row) {
        return new ResultImported(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                ((Number) row[6]).intValue(),
                ((Number) row[7]).intValue(),
                (String) row[8],
                Columns.instant(row[9]),
                (String) row[10]);
    }
}
