package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Columns;

/** Invitations by their digest, and which of them were used. */
@ApplicationScoped
class InvitationLedger {

    @PersistenceContext
    EntityManager database;

    /** Whose invitation this is: unused, in time, and not replaced by a later one. */
    public Optional<UUID> person(String digest, Instant now) {
        List<?> found = database.createNativeQuery("select i.person from invitations i where i.digest = ?"
                        + " and i.expires_at > ?"
                        + " and not exists (select 1 from invitation_uses u where u.digest = i.digest)"
                        + " and not exists (select 1 from invitations later where later.person = i.person"
                        + " and later.expires_at > i.expires_at)")
                .setParameter(1, digest)
                .setParameter(2, Columns.write(now))
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    public void add(String digest, UUID person, Instant expires, UUID entry) {
        database.createNativeQuery("insert into invitations (digest, person, expires_at, entry) values (?, ?, ?, ?)")
                .setParameter(1, digest)
                .setParameter(2, person)
                .setParameter(3, Columns.write(expires))
                .setParameter(4, entry)
                .executeUpdate();
    }

    public void use(String digest, UUID entry) {
        database.createNativeQuery("insert into invitation_uses (digest, entry) values (?, ?)")
                .setParameter(1, digest)
                .setParameter(2, entry)
                .executeUpdate();
    }
}
