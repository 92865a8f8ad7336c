package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.studies.StudyRegister;

/**
 * The list that says what is in each kit, for the depot and the code break: to those alone who may know every kind, and
 * never without a trace.
 */
@ApplicationScoped
public class ReadKitList {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    KitLedger ledger;

    @Inject
    KindLedger kinds;

    /** The list as CSV with its kinds, by number. */
    @Transactional
    public String read(Actor actor, String study) {
        ActingAs as = permission.require(actor, Right.MANAGE_KITS, study);
        KitRules.of(studies.inForce(study).study());
        Map<String, String> kind = kinds.of(study);
        List<ListedKit> kits = ledger.all(study).stream()
                .map(kit -> new ListedKit(kit.number(), kind.getOrDefault(kit.number(), ""), kit.batch(), kit.expiry()))
                .toList();
        audit.record(as, "kit-list.read", study, "", Map.of("kits", Integer.toString(kits.size())));
        return csv(kits);
    }

    /** As {@link KitListFile} reads it. */
    static String csv(Collection<ListedKit> kits) {
        StringBuilder csv = new StringBuilder(String.join(",", KitListFile.COLUMNS)).append('\n');
        kits.forEach(kit -> csv.append(kit.number())
                .append(',')
                .append(kit.kind())
                .append(',')
                .append(kit.batch())
                .append(',')
                .append(kit.expiry())
                .append('\n'));
        return csv.toString();
    }
}
