package org.commensal.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.background.State;
import org.commensal.export.release.BlindingCheck;
import org.commensal.export.release.Specification;
import org.commensal.kernel.Text;

/**
 * A dataset that was released, or is being made.
 *
 * @param version of the protocol
 * @param checkpoint up to which the facts are in it
 * @param made when it was asked for
 * @param by who asked for it
 * @param software its version then
 * @param percent of the work that is done
 * @param files none before it is made
 */
public record Release(
        UUID id,
        String study,
        String version,
        String name,
        long checkpoint,
        Instant made,
        Somebody by,
        String software,
        Specification specification,
        State state,
        int percent,
        List<FileEntry> files,
        List<Approval> approvals) {

    private static final Map<State, Text> SAID = Map.of(
            State.FAILED,
                    new Text(
                            "It could not be made. Try again; if it fails again, tell the administrator.",
                            "De dataset kon niet worden gemaakt. Probeer het opnieuw; mislukt het weer, waarschuw dan de beheerder."),
            State.ENDED,
                    new Text(
                            "The server that was at it has ended. Another one begins it again within a minute.",
                            "De server die bezig was, is gestopt. Binnen een minuut begint een andere opnieuw."),
            State.REFUSED, BlindingCheck.WITHHELD);

    /** @param rows of a table, its header not counted; 0 for another file */
    public record FileEntry(String name, long rows, long bytes, String sha256) {}

    /** @param name of the person, as the audit trail has it */
    public record Somebody(UUID id, String name) {}

    /** @param need which of {@link Release#needs} it meets */
    public record Approval(Somebody by, Need need, Instant at) {}

    public Release {
        files = List.copyOf(files);
        approvals = List.copyOf(approvals);
    }

    /** What its state means, and what to do where there is something to be done. */
    public Text said() {
        return SAID.getOrDefault(state, state.sentence());
    }

    /** The approvals that it still needs before anybody may download it. */
    public List<Need> lacks() {
        List<Need> lacks = new ArrayList<>(Need.of(specification));
        approvals.forEach(approval -> lacks.remove(approval.need()));
        return lacks;
    }

    /** Whether it is there and approved. */
    public boolean isDownloadable() {
        return state == State.DONE && lacks().isEmpty();
    }
}
