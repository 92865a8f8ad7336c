package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/** The studies of this server, as those who take part in them may see them. */
@ApplicationScoped
public class StudyRegister {

    private static final Text UNKNOWN = new Text(
            "There is no study \"%s\" here. Look at /api/studies for those that you take part in.",
            "Er is hier geen studie \"%s\". Kijk op /api/studies welke studies u ziet.");

    private static final Text NO_VERSION =
            new Text("Study \"%s\" has no version \"%s\".", "Studie \"%s\" heeft geen versie \"%s\".");
    private static final Text NO_AMENDMENT = new Text(
            "Version %s is no amendment: the study was activated with it or after it.",
            "Versie %s is geen amendement: de studie is met die versie of later geactiveerd.");

    @Inject
    StudyLedger contents;

    @Inject
    VersionLedger ledger;

    @Inject
    Permission permission;

    /** The study, for somebody with any role in it. */
    public PublishedStudy get(Actor actor, String id) {
        permission.require(actor, Right.SEE_STUDY, id);
        return inForce(id);
    }

    public List<PublishedStudy> list(Actor actor) {
        return contents.ids().stream()
                .filter(id -> permission.allows(actor, Right.SEE_STUDY, id, "*"))
                .map(this::inForce)
                .toList();
    }

    /** The newest version that is in force at any site, for a use case that has checked its own right. */
    public PublishedStudy inForce(String id) {
        VersionHistory history = history(id);
        return ledger.published(history, history.inForce());
    }

    /** The version that this site works with, by which its participants are treated and asked. */
    public PublishedStudy at(String id, String site) {
        VersionHistory history = history(id);
        return ledger.published(history, history.at(site));
    }

    /** The version that was activated, whose scheme and seed allocate every participant. */
    public Study activated(String id) {
        VersionHistory history = history(id);
        ledger.published(history, history.inForce()).opened();
        return contents.study(history.activated().orElseThrow());
    }

    /** One published version, whichever is in force. */
    public PublishedStudy version(String id, String version) {
        VersionHistory history = history(id);
        return ledger.published(history, find(history, version));
    }

    /** A version that amends an activated study. */
    PublishedVersion amendment(String id, String version) {
        VersionHistory history = history(id);
        PublishedVersion found = find(history, version);
        boolean amends = history.activated()
                .filter(activated -> history.comesBefore(activated, found))
                .isPresent();
        if (!amends) {
            throw new Refusal(Reason.CONFLICT, NO_AMENDMENT.with(version));
        }
        return found;
    }

    private static PublishedVersion find(VersionHistory history, String version) {
        return history.find(version)
                .orElseThrow(
                        () -> new Refusal(Reason.NOT_FOUND, NO_VERSION.with(history.study(), Text.shorten(version))));
    }

    /** The study, if it was ever opened to participants. */
    public Study opened(String id) {
        return inForce(id).opened();
    }

    /** What a version is held against: the newest before it that was in force, else the one before it; none for the first. */
    public Optional<Study> before(String id, String version) {
        VersionHistory history = history(id);
        return history.find(version).flatMap(history::before).map(contents::study);
    }

    /** A version that this site works with or worked with; empty where it never did. */
    public Optional<Study> workedWith(String id, String site, String version) {
        return history(id)
                .find(version)
                .filter(known -> known.commitment().isPresent() || known.sites().containsKey(site))
                .map(contents::study);
    }

    /** Every version that was ever in force, by its name, the oldest first: answers may have been given by each. */
    public Map<String, Study> everInForce(String id) {
        Map<String, Study> studies = new LinkedHashMap<>();
        history(id).everInForce().forEach(version -> studies.put(version.version(), contents.study(version)));
        return studies;
    }

    /** Every version of the study that was ever published, and which of them is in force where. */
    public VersionHistory history(Actor actor, String id) {
        permission.require(actor, Right.SEE_STUDY, id);
        return history(id);
    }

    /** Every version that was ever published, the newest first. */
    public List<PublishedVersion> versions(Actor actor, String id) {
        List<PublishedVersion> versions = new ArrayList<>(history(actor, id).versions());
        Collections.reverse(versions);
        return versions;
    }

    VersionHistory history(String id) {
        return ledger.history(id).orElseThrow(() -> new Refusal(Reason.NOT_FOUND, UNKNOWN.with(Text.shorten(id))));
    }
}
