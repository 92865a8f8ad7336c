package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.CommitmentText;
import org.commensal.allocation.CommitmentText.Closing;
import org.commensal.allocation.CommitmentText.Moment;
import org.commensal.allocation.Contribution;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.randomisation.RevealLedger.Approval;
import org.commensal.randomisation.SeedLedger.Given;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** What everybody in a study may know of its seed: to what it is bound, who contributed, and whether it is revealed. */
@ApplicationScoped
public class Commitments {

    /**
     * How far the seed of a study is: of the version that is to be activated next, or was last.
     *
     * @param schemes those that allocated, the oldest first; the last one does now
     * @param server what the server drew before activation, where somebody could contribute to it
     * @param contributions in order, without their content before activation
     * @param binding since activation
     * @param approvals the roles in which it was approved to reveal the seed
     * @param mine what the reader did: contributed, approved
     */
    public record Standing(
            String version,
            List<Scheme> schemes,
            Optional<Moment> server,
            List<Contribution> contributions,
            Optional<Moment> binding,
            boolean locked,
            List<String> approvals,
            boolean revealed,
            Mine mine) {}

    /**
     * A scheme that allocates or allocated.
     *
     * @param binding its commitment, and since when it allocates
     * @param closing when another took its place; empty for the one that allocates
     */
    public record Scheme(String version, Moment binding, Optional<Closing> closing) {}

    /** What the reader did before. */
    public record Mine(boolean drew, boolean contributed, boolean approved) {}

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    SeedLedger seeds;

    @Inject
    AllocationLedger allocations;

    @Inject
    RevealLedger reveals;

    @Inject
    ApproveReveal reveal;

    public Standing standing(Actor actor, String id) {
        permission.require(actor, Right.SEE_STUDY, id);
        Study study = studies.opening(id).study();
        Optional<Moment> binding = seeds.bound(study);
        List<Given> given = seeds.given(study);
        List<Approval> approvals = reveals.all(id);
        Mine mine = new Mine(
                seeds.drawn(study)
                        .filter(drawn -> drawn.person().equals(actor.id()))
                        .isPresent(),
                given.stream().anyMatch(one -> one.person().equals(actor.id())),
                approvals.stream().anyMatch(one -> one.person().equals(actor.id())));
        return new Standing(
                study.version(),
                studies.schemes(id).stream().map(this::scheme).toList(),
                seeds.drawn(study).map(SeedLedger.Drawn::shown),
                given.stream()
                        .map(one -> shown(one.contribution(), binding.isPresent()))
                        .toList(),
                binding,
                reveal.isLocked(id),
                approvals.stream().map(Approval::role).toList(),
                reveal.isRevealed(id),
                mine);
    }

    private Scheme scheme(Study study) {
        return new Scheme(study.version(), seeds.bound(study).orElseThrow(), allocations.closing(study));
    }

    /** The commitment of each scheme as a text to file with the registry, and that of the one that is to be activated. */
    public String text(Actor actor, String id) {
        permission.require(actor, Right.SEE_STUDY, id);
        PublishedStudy opening = studies.opening(id);
        Stream<Study> next = opening.commitment().isEmpty() ? Stream.of(opening.study()) : Stream.empty();
        return Stream.concat(studies.schemes(id).stream(), next)
                .map(study -> text(study).text())
                .collect(Collectors.joining("\n"));
    }

    CommitmentText text(Study study) {
        return new CommitmentText(
                study.id(),
                study.version(),
                seeds.drawn(study).map(SeedLedger.Drawn::shown),
                seeds.given(study).size(),
                seeds.bound(study),
                allocations.closing(study));
    }

    private static Contribution shown(Contribution given, boolean activated) {
        return activated ? given : new Contribution(given.number(), given.role(), given.at(), "");
    }
}
