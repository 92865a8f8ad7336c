package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.protocol.Study;
import org.commensal.quality.DeviationSelect.InUse;
import org.commensal.studies.PublishedVersion;
import org.commensal.studies.StudyRegister;

/** The deviations from the protocol at the sites that somebody may see: those recorded, and those that facts tell. */
@ApplicationScoped
public class DeviationRegister {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    DeviationLedger ledger;

    /** A part of them, the last that happened first; page 0 first. */
    public List<DeviationLine> list(Actor actor, String study, DeviationFilter filter, int page, int size) {
        return ledger.page(select(actor, Right.SEE_DEVIATIONS, study, filter), (long) page * size, size);
    }

    /** How many that list has on all its pages. */
    public int count(Actor actor, String study, DeviationFilter filter) {
        return ledger.count(select(actor, Right.SEE_DEVIATIONS, study, filter));
    }

    /** How many wait for the actor to confirm them; none for somebody who confirms nothing. */
    public int toConfirm(Actor actor, String study) {
        return permission.allowsSomewhere(actor, Right.CONFIRM_DEVIATION, study)
                ? ledger.count(select(actor, Right.CONFIRM_DEVIATION, study, DeviationFilter.TO_CONFIRM))
                : 0;
    }

    public Deviation get(Actor actor, String study, UUID id) {
        Deviation found = find(study, id);
        permission.require(actor, Right.SEE_DEVIATIONS, study, found.site());
        return found;
    }

    Deviation find(String study, UUID id) {
        return ledger.find(study, id).orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    private DeviationSelect select(Actor actor, Right right, String study, DeviationFilter filter) {
        Set<String> sites = permission.sites(actor, right, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, right, study);
            throw new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND);
        }
        return new DeviationSelect(study, sites, filter, documents(actor, study), Long.MAX_VALUE);
    }

    /** Those of every site as they were known at a checkpoint, for a use case that checks its own right. */
    public List<DeviationLine> sealed(Study study, long checkpoint) {
        List<InUse> documents =
                documents(study, studies.asOf(study.id(), checkpoint).everInForce());
        return ledger.page(
                new DeviationSelect(
                        study.id(), Set.of(Grant.EVERYWHERE), DeviationFilter.EVERYTHING, documents, checkpoint),
                0,
                Integer.MAX_VALUE);
    }

    /** Since when each site works with which consent document; none where no other could have been signed. */
    private List<InUse> documents(Actor actor, String id) {
        return documents(
                studies.get(actor, id).study(), studies.history(actor, id).everInForce());
    }

    private List<InUse> documents(Study study, List<PublishedVersion> versions) {
        List<InUse> all = new ArrayList<>();
        for (Study.Site site : study.sites()) {
            all.addAll(documents(study.id(), site.code(), versions));
        }
        return all.stream().map(InUse::document).distinct().count() > 1 ? all : List.of();
    }

    /** In the order in which they came into use; the first one holds for all the days before. */
    private List<InUse> documents(String id, String site, List<PublishedVersion> versions) {
        List<InUse> used = new ArrayList<>();
        List<PublishedVersion> here = versions.stream()
                .filter(version ->
                        version.commitment().isPresent() || version.sites().containsKey(site))
                .sorted(Comparator.comparing(version -> since(version, site)))
                .toList();
        for (PublishedVersion version : here) {
            Study study = studies.version(id, version.version()).study();
            LocalDate from = since(version, site).atZone(study.zone()).toLocalDate();
            if (!used.isEmpty()) {
                InUse last = used.remove(used.size() - 1);
                used.add(new InUse(site, last.document(), last.from(), Optional.of(from)));
            }
            used.add(new InUse(
                    site, study.consent().version(), used.isEmpty() ? LocalDate.EPOCH : from, Optional.empty()));
        }
        return used;
    }

    private static Instant since(PublishedVersion version, String site) {
        return version.sites().getOrDefault(site, version.publishedAt());
    }
}
