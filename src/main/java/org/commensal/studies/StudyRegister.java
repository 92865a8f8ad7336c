package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/** The studies of this server, as those who take part in them may see them. */
@ApplicationScoped
public class StudyRegister {

    private static final Text UNKNOWN = new Text(
            "There is no study \"%s\" here. Look at /api/studies for those that you take part in.",
            "Er is hier geen studie \"%s\". Kijk op /api/studies welke studies u ziet.");

    @Inject
    StudyLedger ledger;

    @Inject
    Permission permission;

    /** The study, for somebody with any role in it. */
    public PublishedStudy get(Actor actor, String id) {
        permission.require(actor, Right.SEE_STUDY, id);
        return inForce(id);
    }

    public List<PublishedStudy> list(Actor actor) {
        return ledger.ids().stream()
                .filter(id -> permission.allows(actor, Right.SEE_STUDY, id, "*"))
                .map(this::inForce)
                .toList();
    }

    /** The study, for a use case that has checked its own right. */
    public PublishedStudy inForce(String id) {
        return ledger.find(id).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, UNKNOWN.with(Text.shorten(id))));
    }

    /** One published version, whichever is in force. */
    public PublishedStudy version(String id, String version) {
        return ledger.find(id, version)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, UNKNOWN.with(Text.shorten(id))));
    }

    /** The study, if it was ever opened to participants. */
    public Study opened(String id) {
        return inForce(id).opened();
    }

    /** The study, if it takes in new participants now. */
    public Study recruiting(String id) {
        return inForce(id).recruiting();
    }

    /** Every version of the study that was ever published, the newest first. */
    public List<PublishedVersion> versions(Actor actor, String id) {
        permission.require(actor, Right.SEE_STUDY, id);
        return ledger.versions(id);
    }
}
