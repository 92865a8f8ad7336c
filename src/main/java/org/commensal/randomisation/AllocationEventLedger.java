package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.kernel.ParticipantCode;

/** What was recorded of allocations afterwards. Appends only; the ledger of allocations itself is not touched. */
@ApplicationScoped
class AllocationEventLedger {

    @PersistenceContext
    EntityManager database;

    void append(String study, ParticipantCode code, AllocationEvent event, UUID audit) {
        database.createNativeQuery("insert into allocation_events"
                        + " (id, study, participant, kind, factor, level, reason, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study)
                .setParameter(3, code.value())
                .setParameter(4, event.kind().name())
                .setParameter(5, event.factor())
                .setParameter(6, event.level())
                .setParameter(7, event.reason())
                .setParameter(8, Columns.write(event.at()))
                .setParameter(9, audit)
                .executeUpdate();
    }

    /** The events of one participant, the first first. */
    List<AllocationEvent> of(String study, ParticipantCode code) {
        List<?> rows = database.createNativeQuery("select v.kind, v.factor, v.level, v.reason, e.person_name, v.at"
                        + " from allocation_events v join audit_entries e on e.id = v.audit"
                        + " where v.study = ? and v.participant = ? order by e.position")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .getResultList();
        List<AllocationEvent> events = new ArrayList<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            events.add(new AllocationEvent(
                    AllocationEvent.Kind.valueOf((String) row[0]),
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    Columns.instant(row[5])));
        }
        return events;
    }
}
