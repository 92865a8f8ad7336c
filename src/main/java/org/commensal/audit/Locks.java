package org.commensal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Names that a transaction holds, on all nodes together, until it ends: alone, or together with others that share it. */
@ApplicationScoped
public class Locks {

    @PersistenceContext
    EntityManager database;

    @Inject
    LockNames names;

    /** Waits for the name and holds it until the transaction of the caller ends. */
    @Transactional(TxType.MANDATORY)
    public void hold(String name) {
        hold(name, "for update");
    }

    /** Waits while somebody holds the name alone, and shares it until the transaction of the caller ends. */
    @Transactional(TxType.MANDATORY)
    public void share(String name) {
        hold(name, "for share");
    }

    private void hold(String name, String how) {
        if (!lock(name, how)) {
            makeKnown(name);
            if (!lock(name, how)) {
                throw new IllegalStateException("the lock " + name + " cannot be made");
            }
        }
    }

    private void makeKnown(String name) {
        try {
            names.ensure(name);
        } catch (PersistenceException madeByAnother) {
            // Of two that make a name at the same moment the database lets one; both find it when they look again.
        }
    }

    private boolean lock(String name, String how) {
        return !database.createNativeQuery("select name from locks where name = ? " + how)
                .setParameter(1, name)
                .getResultList()
                .isEmpty();
    }

    /** Makes a name known, so that it can be locked. */
    @ApplicationScoped
    public static class LockNames {

        @PersistenceContext
        EntityManager database;

        /** In a transaction of its own, so that others see the name at once. */
        @Transactional(TxType.REQUIRES_NEW)
        public void ensure(String name) {
            database.createNativeQuery(
                            "insert into locks (name) select ? where not exists (select 1 from locks where name = ?)")
                    .setParameter(1, name)
                    .setParameter(2, name)
                    .executeUpdate();
        }
    }
}
