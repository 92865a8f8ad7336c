package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** To which arm each participant was allocated up to a checkpoint, for a release that is asked to tell arms. */
@ApplicationScoped
class SealedAllocations {

    @PersistenceContext
    EntityManager database;

    /** The code of the arm by participant. */
    Map<String, String> arms(String study, long checkpoint) {
        List<?> rows = database.createNativeQuery("select a.participant, a.arm from allocations a"
                        + " join audit_seals s on s.entry = a.audit where a.study = ? and s.checkpoint <= ?")
                .setParameter(1, study)
                .setParameter(2, checkpoint)
                .getResultList();
        Map<String, String> arms = new HashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            arms.put((String) row[0], (String) row[1]);
        }
        return arms;
    }
}
