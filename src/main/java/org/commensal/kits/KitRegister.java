package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kits.Kit.Done;
import org.commensal.kits.Kit.Step;
import org.commensal.protocol.Conduct;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** The kits of a study as those may see them who must not know what is in them; and, apart, how many of each kind. */
@ApplicationScoped
public class KitRegister {

    /**
     * The stock of one site, in figures that follow from all kinds together.
     *
     * @param inStock kits that can be handed out today
     * @param onTheWay kits of shipments that were not received yet
     * @param enough whether there is one of every kind, so that somebody can be randomised
     * @param low whether there are fewer than the minimum of all kinds together
     * @param expiring how many of those in stock can soon no longer be handed out
     */
    public record SiteStock(String site, int inStock, int onTheWay, boolean enough, boolean low, int expiring) {}

    /** How many kits of each kind can be handed out at a site, or sent from the depot where the site is empty. */
    public record KindStock(String site, Map<String, Integer> kits, boolean low) {}

    /**
     * Kits that were sent to a site together.
     *
     * @param waiting the numbers that were not received yet
     */
    public record Sent(UUID id, String site, int kits, Instant at, List<String> waiting) {}

    /**
     * A batch that is not used any more.
     *
     * @param concerned the kits of it that participants have, at the sites that the reader may see
     */
    public record Recalled(String batch, String reason, Instant at, List<Kit> concerned) {}

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    KitLedger ledger;

    @Inject
    KindLedger kinds;

    @Inject
    Clock clock;

    /** The kits at the sites that the actor may see, by number; with those of the depot for who manages them. */
    public List<Kit> list(Actor actor, String studyId) {
        Set<String> sites = sites(actor, studyId);
        boolean depot = permission.allows(actor, Right.MANAGE_KITS, studyId, Grant.EVERYWHERE);
        return ledger.all(studyId).stream()
                .filter(kit -> kit.site().map(site -> sees(sites, site)).orElse(depot))
                .map(kit -> shown(actor, studyId, kit))
                .toList();
    }

    public List<SiteStock> stock(Actor actor, String studyId) {
        Set<String> sites = sites(actor, studyId);
        Study study = studies.inForce(studyId).study();
        Conduct.Kits rules = KitRules.of(study);
        LocalDate today = today(study);
        List<SiteStock> stock = new ArrayList<>();
        for (Study.Site site : study.sites()) {
            if (sees(sites, site.code())) {
                stock.add(stock(study, rules, site.code(), today));
            }
        }
        return stock;
    }

    private SiteStock stock(Study study, Conduct.Kits rules, String site, LocalDate today) {
        List<Kit> all = ledger.ofSite(study.id(), site);
        List<Kit> usable = usable(all, rules, today);
        return new SiteStock(
                site,
                usable.size(),
                (int) all.stream().filter(kit -> kit.state() == Step.SHIPPED).count(),
                new Kinds(study.kinds(), kinds.byKind(study.id(), site, usable)).complete(),
                usable.size() < rules.minimumStock() * study.kinds().size(),
                (int) usable.stream()
                        .filter(kit -> !kit.good(today, rules.shelfLifeDays() + rules.warningDays()))
                        .count());
    }

    /** How many kits of each kind there are at the depot and at each site, for those who may know. */
    public List<KindStock> kindStock(Actor actor, String studyId) {
        permission.require(actor, Right.MANAGE_KITS, studyId);
        Study study = studies.inForce(studyId).study();
        Conduct.Kits rules = KitRules.of(study);
        LocalDate today = today(study);
        List<Kit> all = ledger.all(studyId);
        List<Kit> depot = all.stream()
                .filter(kit -> kit.state() == Step.LISTED && kit.good(today, rules.shelfLifeDays()))
                .toList();
        List<KindStock> stock = new ArrayList<>();
        stock.add(new KindStock("", counts(study, depot), false));
        for (Study.Site site : study.sites()) {
            List<Kit> here = all.stream()
                    .filter(kit -> kit.site().equals(Optional.of(site.code())))
                    .toList();
            Map<String, Integer> counts = counts(study, usable(here, rules, today));
            boolean low = counts.values().stream().anyMatch(count -> count < rules.minimumStock());
            stock.add(new KindStock(site.code(), counts, low));
        }
        return stock;
    }

    private Map<String, Integer> counts(Study study, List<Kit> kits) {
        Map<String, List<Kit>> byKind = kinds.byKind(study.id(), kits);
        Map<String, Integer> counts = new LinkedHashMap<>();
        study.kinds()
                .keySet()
                .forEach(kind ->
                        counts.put(kind, byKind.getOrDefault(kind, List.of()).size()));
        return counts;
    }

    /** The kits that a participant was handed, in that order. */
    public List<Kit> of(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(actor, studyId, code);
        permission.require(actor, Right.SEE_KITS, studyId, participant.site());
        KitRules.of(studies.at(studyId, participant.site()).study());
        return ledger.of(studyId, code).stream()
                .sorted(Comparator.comparing(
                        kit -> kit.step(Step.ASSIGNED).map(Done::at).orElse(Instant.EPOCH)))
                .toList();
    }

    /** The shipments to the sites that the actor may see, the newest first. */
    public List<Sent> shipments(Actor actor, String studyId) {
        Set<String> sites = sites(actor, studyId);
        List<Kit> kits = ledger.all(studyId);
        return ledger.shipments(studyId).stream()
                .filter(shipment -> sees(sites, shipment.site()))
                .map(shipment -> new Sent(
                        shipment.id(),
                        shipment.site(),
                        shipment.kits(),
                        shipment.at(),
                        kits.stream()
                                .filter(kit -> kit.state() == Step.SHIPPED
                                        && kit.step(Step.SHIPPED)
                                                .flatMap(Done::shipment)
                                                .equals(Optional.of(shipment.id())))
                                .map(Kit::number)
                                .toList()))
                .toList();
    }

    /** The batches that were recalled, and which kits of them participants have. */
    public List<Recalled> recalls(Actor actor, String studyId) {
        Set<String> sites = sites(actor, studyId);
        List<Kit> out = ledger.all(studyId).stream()
                .filter(kit -> kit.recalled() && kit.state() == Step.ASSIGNED)
                .filter(kit -> kit.site().filter(site -> sees(sites, site)).isPresent())
                .map(kit -> shown(actor, studyId, kit))
                .filter(kit -> kit.participant().isPresent())
                .toList();
        return ledger.recalls(studyId).stream()
                .map(recall -> new Recalled(
                        recall.batch(),
                        recall.reason(),
                        recall.at(),
                        out.stream()
                                .filter(kit -> kit.batch().equals(recall.batch()))
                                .toList()))
                .toList();
    }

    /** Whoever may know what is in each kit is not told who has it: together these would tell the arms. */
    private Kit shown(Actor actor, String study, Kit kit) {
        boolean sees = kit.site()
                .filter(site -> permission.allows(actor, Right.SEE_PARTICIPANTS, study, site))
                .isPresent();
        return sees ? kit : kit.withoutParticipant();
    }

    private Set<String> sites(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_KITS, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_KITS, study);
        }
        KitRules.of(studies.inForce(study).study());
        return sites;
    }

    private static boolean sees(Set<String> sites, String site) {
        return sites.contains(Grant.EVERYWHERE) || sites.contains(site);
    }

    private static List<Kit> usable(List<Kit> kits, Conduct.Kits rules, LocalDate today) {
        return kits.stream()
                .filter(kit -> kit.usable(today, rules.shelfLifeDays()))
                .toList();
    }

    private LocalDate today(Study study) {
        return clock.instant().atZone(study.zone()).toLocalDate();
    }
}
