package org.commensal.web.export;

import java.util.List;

/**
 * The datasets released from a study.
 *
 * @param formats that a release can be in besides CSV
 */
public record ReleaseList(String base, List<Offered> formats, List<Row> rows) {

    /** @param format its name in the table of formats */
    public record Offered(String format, String label) {}

    public record Row(String name, String made, long checkpoint, String download, List<File> files) {}

    /** @param size in kilobytes, as written */
    public record File(String name, String rows, String size, String sha256) {}
}
