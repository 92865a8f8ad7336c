package org.commensal.export.redcap;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.commensal.export.format.Dataset;

/**
 * The answer to a client of REDCap, ready to be written: what could be refused was.
 *
 * @param type its media type
 * @param content writes it, and leaves the stream open
 */
public record Answer(String type, Consumer<OutputStream> content) {

    /** The version of REDCap whose way of answering this is. */
    static final String VERSION = "14.0.0";

    private static final String CSV = "text/csv; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";

    /**
     * @param id a number that tells releases apart
     * @param occasions of every version of the protocol, in its order, each code once
     * @throws org.commensal.kernel.Refusal {@code INVALID} for what there is not
     */
    public static Answer of(Wanted wanted, int id, Dataset release, List<Occasion> occasions) {
        if (wanted.content().equals("version")) {
            return new Answer("text/plain; charset=utf-8", out -> write(VERSION, out));
        }
        Project project = Project.of(id, release, occasions);
        String type = wanted.format() == Wanted.Format.JSON ? JSON : CSV;
        if (wanted.content().equals("record")) {
            return new Answer(type, new Records(project, wanted)::write);
        }
        Optional<Listing> listing = Listings.of(project, wanted);
        return listing.map(known -> new Answer(type, out -> Sheet.write(known, wanted.format(), out)))
                .orElseThrow(() -> Wanted.refused("content", wanted.content(), contents()));
    }

    private static List<String> contents() {
        TreeSet<String> contents = new TreeSet<>(Listings.names());
        contents.add("record");
        contents.add("version");
        return List.copyOf(contents);
    }

    private static void write(String text, OutputStream out) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
