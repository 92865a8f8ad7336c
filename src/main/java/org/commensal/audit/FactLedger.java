package org.commensal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;

/** How many facts there are. */
@ApplicationScoped
class FactLedger {

    @PersistenceContext
    EntityManager database;

    /** Of each kind, in one statement. */
    List<Object> count(Facts facts, String study) {
        Query counts = database.createNativeQuery(facts.statement());
        for (int i = 1; i <= facts.counts().size(); i++) {
            counts.setParameter(i, study);
        }
        Object found = counts.getSingleResult();
        return found instanceof Object[] row ? List.of(row) : List.of(found);
    }
}
