package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * Puts an approved amendment in force at a site: from then on the site works with it.
 *
 * <p>What was begun on the version before is finished on it. A site never goes back to an earlier version; undoing an
 * amendment is another amendment. One with an allocation scheme of its own is not put in force site by site.
 */
@ApplicationScoped
public class ReleaseAmendment {

    private static final Text NOT_APPROVED = new Text(
            "Version %s is not approved yet. It is released to sites once somebody else than its publisher approved it.",
            "Versie %s is nog niet goedgekeurd. Een centrum krijgt die pas nadat iemand anders dan de publicist die heeft goedgekeurd.");
    private static final Text NO_SITE =
            new Text("Version %s has no site \"%s\".", "Versie %s heeft geen centrum \"%s\".");
    private static final Text BACK = new Text(
            "Site %s works with version %s, which is newer than %s. A site does not go back.",
            "Centrum %s werkt met versie %s, die nieuwer is dan %s. Een centrum gaat niet terug.");

    private static final Text SCHEME = new Text(
            "Version %s changes how participants are allocated. It is put in force at all sites at once, when it is"
                    + " activated.",
            "Versie %s wijzigt hoe deelnemers worden toegewezen. Die gaat in alle centra tegelijk in, als een"
                    + " beheerder die activeert.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    VersionLedger ledger;

    @Inject
    Amendments amendments;

    /** Puts this version in force at a site; where it is already, nothing happens. */
    @Transactional
    public PublishedVersion release(Actor actor, String studyId, String version, String site) {
        ActingAs as = permission.require(actor, Right.RELEASE_AMENDMENT, studyId, site);
        locks.hold("study/" + studyId);
        PublishedVersion amendment = studies.amendment(studyId, version);
        if (amendment.approval().isEmpty()) {
            throw new Refusal(Reason.NOT_YET, NOT_APPROVED.with(version));
        }
        Study study = studies.version(studyId, version).study();
        VersionHistory history = studies.history(studyId);
        refuse(history, study, amendment, site);
        if (history.at(site).equals(amendment)) {
            return amendment;
        }
        if (studies.changesScheme(studyId, version)) {
            throw new Refusal(Reason.CONFLICT, SCHEME.with(version));
        }
        amendments.refuseForbidden(history, study);
        UUID entry = audit.record(as, "amendment.released", studyId, "", Map.of("version", version, "site", site));
        ledger.release(studyId, amendment, site, entry);
        return studies.amendment(studyId, version);
    }

    private static void refuse(VersionHistory history, Study study, PublishedVersion amendment, String site) {
        if (study.sites().stream().noneMatch(known -> known.code().equals(site))) {
            Text none = NO_SITE.with(amendment.version(), Text.shorten(site));
            throw new Refusal(Reason.INVALID, none, List.of(new Violation("/site", none)));
        }
        PublishedVersion now = history.at(site);
        if (history.comesBefore(amendment, now)) {
            throw new Refusal(Reason.CONFLICT, BACK.with(site, now.version(), amendment.version()));
        }
    }
}
