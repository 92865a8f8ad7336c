package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy.State;

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
    private static final Set<State> MAY_GET_A_SCHEME = EnumSet.of(State.ACTIVE, State.PAUSED);

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

    /** The studies that take in answers now, for what everybody may know of them. */
    public List<Study> collecting() {
        return contents.ids().stream()
                .map(this::inForce)
                .filter(study -> study.state().collects())
                .map(PublishedStudy::study)
                .toList();
    }

    /** The id of every study, for a use case that checks its own right. */
    public Collection<String> ids() {
        return contents.ids();
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

    /** The version that each site works with, of every site of the newest version in force. */
    public Map<String, Study> atSites(String id) {
        VersionHistory history = history(id);
        Map<String, Study> versions = new LinkedHashMap<>();
        contents.study(history.inForce())
                .sites()
                .forEach(site -> versions.put(site.code(), contents.study(history.at(site.code()))));
        return versions;
    }

    /** The version whose scheme and seed allocate whoever is randomised now. */
    public Study scheme(String id) {
        PublishedStudy published = inForce(id);
        published.opened();
        return published.scheme().orElseThrow().study();
    }

    /** Every version whose scheme allocated, the oldest first, that of now last; none before activation. */
    public List<Study> schemes(String id) {
        return history(id).schemes().stream().map(contents::study).toList();
    }

    /**
     * The version that is to be activated next, whose commitment is still empty: before activation the newest; after it
     * the newest amendment with another scheme. Where there is none, the version whose scheme allocates.
     */
    public PublishedStudy opening(String id) {
        VersionHistory history = history(id);
        Optional<PublishedVersion> next = next(history);
        PublishedStudy published =
                ledger.published(history, next.or(history::scheme).orElseGet(history::inForce));
        return next.isPresent() ? published.uncommitted() : published;
    }

    private Optional<PublishedVersion> next(VersionHistory history) {
        Optional<PublishedVersion> scheme = history.scheme();
        return scheme.isEmpty() || !MAY_GET_A_SCHEME.contains(history.state())
                ? Optional.empty()
                : history.versions().stream()
                        .filter(version -> history.comesBefore(scheme.get(), version))
                        .filter(version -> !contents.study(version).allocatesAs(contents.study(scheme.get())))
                        .reduce((earlier, later) -> later);
    }

    /**
     * Whether somebody approved this version as an amendment; empty for the version that opened the study, or that is to.
     */
    public Optional<Boolean> approved(Study study) {
        VersionHistory history = history(study.id());
        PublishedVersion version = find(history, study.version());
        return history.schemes().stream()
                .findFirst()
                .filter(first -> history.comesBefore(first, version))
                .map(first -> version.approval().isPresent());
    }

    /** Whether this amendment is not in force and allocates otherwise than the study does now. */
    public boolean changesScheme(String id, String version) {
        VersionHistory history = history(id);
        PublishedVersion found = find(history, version);
        return history.scheme()
                .filter(scheme -> history.comesBefore(scheme, found))
                .filter(scheme -> !contents.study(scheme).allocatesAs(contents.study(found)))
                .isPresent();
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
        boolean amends = history.schemes().stream()
                .findFirst()
                .filter(first -> history.comesBefore(first, found))
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
        return inForce(id).versions();
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

    /** Every version and where it was in force, as it was known at a checkpoint; for a use case that checks its own right. */
    public VersionHistory asOf(String id, long checkpoint) {
        return ledger.history(id, checkpoint)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, UNKNOWN.with(Text.shorten(id))));
    }

    VersionHistory history(String id) {
        return ledger.history(id).orElseThrow(() -> new Refusal(Reason.NOT_FOUND, UNKNOWN.with(Text.shorten(id))));
    }
}
