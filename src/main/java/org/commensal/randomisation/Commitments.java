package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.CommitmentText;
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
     * How far the seed of a study is.
     *
     * @param server what the server drew before activation, where somebody could contribute to it
     * @param contributions in order, without their content before activation
     * @param binding since activation
     * @param approvals the roles in which it was approved to reveal the seed
     * @param mine what the reader did: contributed, approved
     */
    public record Standing(
            String version,
            Optional<Moment> server,
            List<Contribution> contributions,
            Optional<Moment> binding,
            boolean locked,
            List<String> approvals,
            boolean revealed,
            Mine mine) {}

    /** What the reader did before. */
    public record Mine(boolean drew, boolean contributed, boolean approved) {}

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    SeedLedger seeds;

    @Inject
    RevealLedger reveals;

    @Inject
    ApproveReveal reveal;

    public Standing standing(Actor actor, String id) {
        permission.require(actor, Right.SEE_STUDY, id);
        Study study = bound(id);
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

    /** The commitment as a text to file with the registry. */
    public CommitmentText text(Actor actor, String id) {
        permission.require(actor, Right.SEE_STUDY, id);
        return text(bound(id));
    }

    CommitmentText text(Study study) {
        return new CommitmentText(
                study.id(),
                study.version(),
                seeds.drawn(study).map(SeedLedger.Drawn::shown),
                seeds.given(study).size(),
                seeds.bound(study));
    }

    /** The version that was activated; before that, the one that is to be. */
    private Study bound(String id) {
        PublishedStudy published = studies.inForce(id);
        return published.commitment().isPresent() ? studies.activated(id) : published.study();
    }

    private static Contribution shown(Contribution given, boolean activated) {
        return activated ? given : new Contribution(given.number(), given.role(), given.at(), "");
    }
}
