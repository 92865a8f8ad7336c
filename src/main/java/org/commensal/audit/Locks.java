package org.commensal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Names that one transaction at a time holds, on all nodes together, until it ends: whole, or in parts. */
@ApplicationScoped
public class Locks {

    private static final int PARTS = 64;

    @PersistenceContext
    EntityManager database;

    @Inject
    LockNames names;

    @Inject
    OneReading reading;

    /** Waits for the name and holds it until the transaction of the caller ends. */
    @Transactional(TxType.MANDATORY)
    public void hold(String name) {
        reading.end();
        if (!lock(name)) {
            makeKnown(name);
            if (!lock(name)) {
                throw new IllegalStateException("the lock " + name + " cannot be made");
            }
        }
    }

    /**
     * Waits while somebody holds the name whole, and holds a part of it until the transaction of the caller ends. Not every
     * database lets a row be locked by several, so a name has parts, each held by one.
     *
     * @param who those who differ in this mostly hold different parts, and do not wait for each other
     */
    @Transactional(TxType.MANDATORY)
    public void holdPart(String name, String who) {
        hold(part(name, Math.floorMod(who.hashCode(), PARTS)));
    }

    /** Waits for every part of the name and holds them until the transaction of the caller ends. */
    @Transactional(TxType.MANDATORY)
    public void holdWhole(String name) {
        for (int number = 0; number < PARTS; number++) {
            hold(part(name, number));
        }
    }

    private static String part(String name, int number) {
        return name + "/" + number;
    }

    private void makeKnown(String name) {
        try {
            names.ensure(name);
        } catch (PersistenceException madeByAnother) {
            // Of two that make a name at the same moment the database lets one; both find it when they look again.
        }
    }

    private boolean lock(String name) {
        return !database.createNativeQuery("select name from locks where name = ? for update")
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
