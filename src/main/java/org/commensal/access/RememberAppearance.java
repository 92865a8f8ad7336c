package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.commensal.audit.Locks;
import org.commensal.kernel.Actor;

/** Remembers how somebody chose to read, so that it is the same on their next device. No fact, hence not recorded. */
@ApplicationScoped
public class RememberAppearance {

    @Inject
    AppearanceRegister appearances;

    @Inject
    Locks locks;

    /** What {@code chosen} says nothing about stays as it was. */
    @Transactional
    public void remember(Actor actor, Appearance chosen) {
        locks.holdPart("access/appearance", actor.id().toString());
        appearances.keep(actor.id(), chosen);
    }
}
