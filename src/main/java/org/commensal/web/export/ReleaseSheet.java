package org.commensal.web.export;

import java.util.List;
import java.util.Optional;
import org.commensal.background.State;
import org.commensal.export.Release;
import org.commensal.web.Pair;
import org.commensal.web.Screen;

/**
 * One dataset, as its page shows it.
 *
 * @param said how far it is, and what to do where there is something to be done
 * @param percent of the work; negative once nobody is at it
 * @param again whether nothing came of it and the reader may try again
 * @param facts what it was asked to hold
 * @param approvals who approved what and when
 * @param lacks what it still needs, in words
 * @param approves what the reader may approve now
 * @param files those in no folder
 * @param others what it can be compared with, id and name; none where the reader may not
 * @param unblinds whether whoever downloads it learns every arm
 */
public record ReleaseSheet(
        String base,
        String name,
        String said,
        int percent,
        boolean again,
        List<Pair> facts,
        List<Pair> approvals,
        List<String> lacks,
        Optional<String> approves,
        Optional<String> download,
        List<Pair> others,
        boolean unblinds,
        List<File> files,
        List<Folder> folders) {

    /** The files of one format. */
    public record Folder(String name, List<File> files) {}

    /** @param size in kilobytes, as written */
    public record File(String name, String rows, String size, String sha256) {}

    /** How far it is in a word or two. */
    static String state(Screen screen, Release release) {
        if (release.state() == State.DONE) {
            return screen.t(release.lacks().isEmpty() ? "releases.state.ready" : "releases.state.to-approve");
        }
        return release.state().isActive() || release.state() == State.ENDED
                ? screen.t("simulations.percent", release.percent())
                : screen.t("releases.state." + release.state().code());
    }
}
