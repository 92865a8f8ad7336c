package org.commensal.web.export;

import java.util.List;

/** The datasets released from a study. */
public record ReleaseList(String base, List<Row> rows) {

    public record Row(String name, String made, long checkpoint, String download, List<File> files) {}

    /** @param size in kilobytes, as written */
    public record File(String name, String rows, String size, String sha256) {}
}
