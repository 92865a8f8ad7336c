package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.Role;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Withdrawal;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.ParticipantProgress;
import org.commensal.questionnaires.ParticipantProgress.FollowUp;
import org.commensal.questionnaires.ProgressRegister;
import org.commensal.randomisation.AllocationLedger.Counted;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.StudyRegister;

/**
 * How many participants were allocated, and what was recorded of their allocations: of all arms together, or by arm.
 *
 * <p>Numbers by arm tell an arm to whoever looks before and after an allocation. So they are behind the same door as the
 * arm of one participant, and never given without a trace: by the names of the arms to a role that the study does not
 * blind, for the sites where it is held, and once the seed is revealed to those who may take the ledger along; without
 * names, the largest group first, to those who know the allocation settings, once the data are locked and nobody is
 * allocated any more.
 */
@ApplicationScoped
public class CountAllocations {

    private static final Text BLINDED = new Text(
            "This study keeps allocations from your role, and with them the numbers of each group.",
            "In deze studie ziet uw rol de loting niet, en daarom ook niet de aantallen per groep.");
    private static final Text GROUP = new Text("Group %s", "Groep %s");

    /** How the numbers may be told apart. */
    public enum Sight {
        TOGETHER,
        MASKED,
        NAMED
    }

    /**
     * The participants of one arm, or of all.
     *
     * @param name of the arm, or a number that stands for it; empty for all arms together
     * @param notStarted who never began the intervention
     * @param inError who should not have been randomised
     * @param discontinued who stopped with the intervention
     * @param followUp how many were followed how far
     */
    public record Group(
            Optional<Text> name,
            int allocated,
            int notStarted,
            int inError,
            int discontinued,
            Map<FollowUp, Integer> followUp) {

        private Group named(Text other) {
            return new Group(Optional.of(other), allocated, notStarted, inError, discontinued, followUp);
        }
    }

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ApproveReveal reveal;

    @Inject
    AllocationLedger ledger;

    @Inject
    ProgressRegister progress;

    /** All arms together, at the sites whose flow the actor may see. */
    public Group together(Actor actor, String study) {
        permission.requireSomewhere(actor, Right.SEE_FLOW, study);
        return sum(Optional.empty(), seen(actor, study), followed(study));
    }

    /** How the actor may be told the numbers of this study. */
    public Sight sight(Actor actor, String id) {
        Study study = studies.inForce(id).study();
        boolean taken = permission.allows(actor, Right.DOWNLOAD_LEDGER, id, Grant.EVERYWHERE) && reveal.isRevealed(id);
        Set<String> sites = permission.sites(actor, Right.SEE_FLOW, id);
        if (taken || !sites.isEmpty() && sites.stream().allMatch(site -> open(actor, study, site))) {
            return Sight.NAMED;
        }
        boolean locked = studies.inForce(id).state() == State.LOCKED;
        return locked && permission.allows(actor, Right.SIMULATE, id, Grant.EVERYWHERE) ? Sight.MASKED : Sight.TOGETHER;
    }

    /** The numbers of each arm, for those who may know them; that they were told is recorded. */
    @Transactional
    public List<Group> byArm(Actor actor, String id) {
        ActingAs as = permission.requireSomewhere(actor, Right.SEE_FLOW, id);
        Study study = studies.opened(id);
        Sight sight = sight(actor, id);
        if (sight == Sight.TOGETHER) {
            audit.recordRefusal(as, "allocations.withheld", id, "");
            throw new Refusal(Reason.NOT_ALLOWED, BLINDED);
        }
        audit.record(as, "allocations.counted", id, "", Map.of("groups", sight == Sight.NAMED ? "named" : "masked"));
        List<Counted> rows = seen(actor, id);
        Map<String, ParticipantProgress> followed = followed(id);
        List<Group> groups = study.everyArm().stream()
                .map(arm -> sum(
                        Optional.of(arm.name()),
                        rows.stream()
                                .filter(row -> row.arm().equals(arm.code()))
                                .toList(),
                        followed))
                .toList();
        return sight == Sight.NAMED ? groups : masked(groups);
    }

    private static List<Group> masked(List<Group> groups) {
        List<Group> largestFirst = groups.stream()
                .sorted(Comparator.comparingInt(Group::allocated).reversed())
                .toList();
        return IntStream.range(0, groups.size())
                .mapToObj(i -> largestFirst.get(i).named(GROUP.with(i + 1)))
                .toList();
    }

    private static Group sum(Optional<Text> name, List<Counted> rows, Map<String, ParticipantProgress> followed) {
        Map<FollowUp, Integer> followUp = new EnumMap<>(FollowUp.class);
        int discontinued = 0;
        for (Counted row : rows) {
            Optional<ParticipantProgress> progress = Optional.ofNullable(followed.get(row.participant()));
            followUp.merge(progress.map(ParticipantProgress::followUp).orElse(FollowUp.GOING_ON), 1, Integer::sum);
            discontinued += progress.filter(CountAllocations::discontinued).isPresent() ? 1 : 0;
        }
        return new Group(
                name,
                rows.size(),
                (int) rows.stream().filter(Counted::notStarted).count(),
                (int) rows.stream().filter(Counted::inError).count(),
                discontinued,
                followUp);
    }

    private static boolean discontinued(ParticipantProgress progress) {
        return progress.participant().withdrawn().containsKey(Withdrawal.Part.INTERVENTION);
    }

    private Map<String, ParticipantProgress> followed(String study) {
        return progress.of(study).stream()
                .collect(Collectors.toMap(each -> each.participant().code().value(), each -> each));
    }

    private List<Counted> seen(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_FLOW, study);
        return ledger.counted(study).stream()
                .filter(row -> sites.contains(Grant.EVERYWHERE) || sites.contains(row.site()))
                .toList();
    }

    /** Whether the study shows arms at this site to a role that the actor holds there. */
    private static boolean open(Actor actor, Study study, String site) {
        return actor.grants().stream()
                .filter(grant -> grant.covers(study.id(), site, Grant.EVERYWHERE))
                .anyMatch(grant -> study.openLabel().contains(grant.role())
                        && Role.of(grant.role())
                                .filter(role -> role.holds(Right.REVEAL_ALLOCATION))
                                .isPresent());
    }
}
