package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.commensal.background.State;
import org.commensal.background.Steps;
import org.commensal.background.Worker;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.release.Specification;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;

/** Makes the releases that were asked for, one after another on each server; also those of a server that is gone. */
@ApplicationScoped
public class BackgroundReleases {

    @Inject
    RequestRelease requests;

    @Inject
    MakeRelease releases;

    @Inject
    Releases all;

    @Inject
    InstantSource wall;

    private final Worker worker = new Worker(Duration.ofHours(2));

    /**
     * Asks for a release, and does not wait for it.
     *
     * @throws Refusal {@code INVALID} for what cannot be in it; {@code CONFLICT} for a name that is taken; {@code NOT_YET} for
     *     more than a draft without arms while the data are not locked
     */
    public Release begin(Actor actor, String study, String name, Specification specification) {
        Release release = requests.request(actor, study, name, specification);
        add(release, releases.steps(release, 1));
        return release;
    }

    /**
     * Asks once more for a release of which nothing came, and does not wait for it.
     *
     * @throws Refusal {@code NOT_FOUND}; {@code CONFLICT} where it is made or being made
     */
    public Release again(Actor actor, String study, UUID id) {
        int next = requests.again(actor, study, id);
        Release release = all.get(actor, study, id);
        add(release, releases.steps(release, next));
        return release;
    }

    /** Makes whatever waits, until the server ends. */
    public void work() {
        worker.work(wall);
    }

    /** Says of every release that waits or is being made how far it is. */
    public void say() {
        worker.say();
    }

    /** Begins again what a server that is gone was at. */
    public void takeOver() {
        for (Release abandoned : releases.abandoned()) {
            releases.takeOver(abandoned).ifPresent(steps -> add(abandoned, steps));
        }
    }

    private void add(Release release, Steps steps) {
        worker.add("release " + release.id(), steps, at -> make(release, at));
    }

    private void make(Release release, Steps steps) {
        try {
            releases.check(release);
            List<FileEntry> files = releases.list(release, steps::at);
            steps.end(number -> releases.file(release, number, files));
        } catch (Refusal blinding) {
            steps.end(State.REFUSED);
        }
    }
}
