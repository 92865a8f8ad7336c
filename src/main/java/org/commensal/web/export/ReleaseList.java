package org.commensal.web.export;

import java.util.List;

/**
 * The datasets of a study.
 *
 * @param makes whether the reader may ask for another one
 * @param checks whether the reader may see why some were withheld
 */
public record ReleaseList(String base, boolean makes, boolean checks, List<Row> rows) {

    /** @param download its address; empty where it cannot be downloaded, or not by the reader */
    public record Row(
            String href,
            String name,
            String made,
            String by,
            String kind,
            String arms,
            String state,
            String download) {}
}
