package org.commensal.web.export;

import java.util.List;
import java.util.Optional;

/**
 * The tokens of a dataset, as their page shows them.
 *
 * @param base of the page of the dataset
 * @param unblinds whether whoever makes a token learns every arm
 * @param made a token that is shown this once
 */
public record ReleaseTokenSheet(String base, String name, boolean unblinds, List<Held> tokens, Optional<Shown> made) {

    public record Held(String id, String label, String by, String expires) {}

    /** @param r and {@code python} what to write there to read the dataset */
    public record Shown(String token, String r, String python) {

        static Shown of(String token, String address) {
            return new Shown(
                    token,
                    "library(REDCapR)\ndata <- redcap_read(redcap_uri = \"" + address + "\", token = \"" + token
                            + "\")$data",
                    "from redcap import Project\ndata = Project(\"" + address + "\", \"" + token
                            + "\").export_records(format_type=\"df\")");
        }

        @Override
        public String toString() {
            return "Shown[…]";
        }
    }
}
