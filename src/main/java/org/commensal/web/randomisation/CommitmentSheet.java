package org.commensal.web.randomisation;

import java.util.List;
import java.util.Optional;

/**
 * To what the seed of a study is bound, as its readers see it, and what this reader may do about it now.
 *
 * @param base the address of this page
 * @param schemes every scheme that allocated, the oldest first, where there is more to say than of one
 * @param text where the text to file with the registry is
 * @param opened whether anybody can have been allocated yet
 * @param ledger where the ledger is, for those who may have it
 * @param verification where the result of the verification is, for those who may see it
 */
public record CommitmentSheet(
        String base,
        String text,
        String version,
        List<Scheme> schemes,
        Optional<Shown> server,
        List<Given> contributions,
        Optional<Shown> binding,
        List<String> approvals,
        boolean opened,
        boolean revealed,
        May may,
        Optional<String> ledger,
        Optional<String> verification) {

    /** A commitment, and since when it is shown. */
    public record Shown(String commitment, String at) {}

    /** A scheme that allocates, or did until another took its place. */
    public record Scheme(String version, Shown binding, Optional<Closed> closed) {}

    /** @param end a hash of the last rows of its ledger */
    public record Closed(String at, int allocations, String end) {}

    /** @param content empty before activation */
    public record Given(int number, String role, String at, String content) {}

    /** What this reader may do now. */
    public record May(boolean draw, boolean contribute, boolean approve) {}
}
