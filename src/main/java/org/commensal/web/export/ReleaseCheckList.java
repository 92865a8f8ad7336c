package org.commensal.web.export;

import java.util.List;

/** The attempts to make a dataset, and what came of the check of each. */
public record ReleaseCheckList(String releases, List<Row> rows) {

    /** @param found how many findings there are */
    public record Row(String href, String at, String by, String outcome, int found) {}
}
