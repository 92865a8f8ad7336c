package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.commensal.access.Permission;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.background.State;
import org.commensal.background.Steps;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.ReleaseLedger.Begun;
import org.commensal.export.release.BlindedTables;
import org.commensal.export.release.BlindingCheck;
import org.commensal.export.release.Specification.Arms;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;

/** Makes what a release was asked to hold, as often as it is wanted: the same bytes every time. */
@ApplicationScoped
public class MakeRelease {

    /** A server that ends again and again may be ended by the release itself. */
    private static final int MOST_TIMES = 3;

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    BlindedTables tables;

    @Inject
    BlindingCheck blinding;

    @Inject
    ReleaseLedger ledger;

    @Inject
    ReleasedTables released;

    @Inject
    ReleaseSigning signing;

    /** @throws Refusal where the release would tell an arm to somebody who is blinded */
    @Transactional
    void check(Release release) {
        if (release.specification().arms() != Arms.NAMED) {
            List<Study> versions = tables.versions(release.study(), release.checkpoint()).stream()
                    .map(PublishedStudy::study)
                    .toList();
            blinding.pass(versions, release.checkpoint(), release.by().name());
        }
    }

    /**
     * Makes all that is in a release, and tells what it is. All is read in one transaction, which writes nothing.
     *
     * @param share is told how much is made, from 0 to 1
     */
    @Transactional
    List<FileEntry> list(Release release, DoubleConsumer share) {
        ReleasedTables.Content content = released.of(release);
        return DatasetZip.list(content.versions(), release, content.disclosed(), signing.key(), share);
    }

    /** Writes the zip of a release, and tells what is in it. */
    @Transactional
    List<FileEntry> write(Release release, OutputStream out) {
        ReleasedTables.Content content = released.of(release);
        return DatasetZip.write(content.versions(), release, content.disclosed(), signing.key(), out);
    }

    /** Says how far a release has come. */
    @Transactional
    void step(Release release, int number, State state, int percent) {
        ledger.step(release.id(), number, state, percent, List.of());
    }

    /** Keeps what is in a release, with its last step. */
    @Transactional
    void file(Release release, int number, List<FileEntry> files) {
        Map<String, String> changes = Map.of("release", release.id().toString());
        audit.record(permission.itself(release.study()), "dataset.released", release.name(), "", changes);
        ledger.step(release.id(), number, State.DONE, 100, files);
    }

    /** The releases that a server was at which is gone. */
    @Transactional
    List<Release> abandoned() {
        return ledger.abandoned();
    }

    /** Takes over a release whose server is gone, for the first server that comes; the steps that it goes on with. */
    @Transactional
    Optional<Steps> takeOver(Release abandoned) {
        locks.hold("release/" + abandoned.study());
        Optional<Release> now = ledger.find(abandoned.study(), abandoned.id());
        if (now.isEmpty() || now.get().state() != State.ENDED) {
            return Optional.empty();
        }
        Begun begun = ledger.begun(abandoned.id());
        boolean again = begun.times() < MOST_TIMES;
        ledger.step(abandoned.id(), begun.next(), again ? State.QUEUED : State.FAILED, 0, List.of());
        return again ? Optional.of(steps(abandoned, begun.next() + 1)) : Optional.empty();
    }

    /** @param first number that the next step has */
    Steps steps(Release release, int first) {
        return new Steps(first, (number, state, percent) -> step(release, number, state, percent));
    }
}
