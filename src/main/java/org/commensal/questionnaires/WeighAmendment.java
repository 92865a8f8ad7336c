package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.protocol.StudyDifference;
import org.commensal.studies.StudyRegister;

/**
 * Says what a version of a study changes against the one before it, and how much of what is stored each change concerns.
 *
 * <p>The counts hold for the whole study and tell no participant, no answer and no arm.
 */
@ApplicationScoped
public class WeighAmendment {

    /**
     * One change with what it concerns.
     *
     * @param kept current responses that have an answer it is about; they stay as they are, whatever the change
     * @param begun questionnaires that are being filled in now and will be finished as they were begun
     */
    public record Change(StudyDifference difference, long kept, long begun) {}

    /**
     * @param from the version it is held against; empty for the first
     * @param changes in the order of the parts of a study
     */
    public record Weighed(Optional<String> from, List<Change> changes) {}

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    AnsweredRegister stored;

    public Weighed weigh(Actor actor, String study, String version) {
        permission.requireSomewhere(actor, Right.SEE_AMENDMENTS, study);
        var amended = studies.version(study, version).study();
        return studies.before(study, version)
                .map(before -> {
                    AnsweredRegister.Counts counts = stored.count(study);
                    List<Change> changes = StudyDifference.between(before, amended).stream()
                            .map(difference ->
                                    new Change(difference, counts.kept(difference, before), counts.begun(difference)))
                            .toList();
                    return new Weighed(Optional.of(before.version()), changes);
                })
                .orElseGet(() -> new Weighed(Optional.empty(), List.of()));
    }
}
