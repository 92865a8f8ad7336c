package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;

/** Lets somebody take a list along that they may see, and records that they did: a file can be read by anybody later. */
@ApplicationScoped
public class ExportList {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    /** @param list what is taken along, such as {@code participants}; who may see it was asked before */
    @Transactional
    public void record(Actor actor, String study, String list, int rows) {
        ActingAs as = permission.requireSomewhere(actor, Right.EXPORT_LISTS, study);
        audit.record(as, "list.exported", list, "", Map.of("rows", Integer.toString(rows)));
    }
}
