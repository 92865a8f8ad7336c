package org.commensal.web.export;

import java.util.List;

/** The attempts to make a dataset, and what the arm-leak check found of each. */
public record ReleaseCheckList(String releases, List<Row> rows) {

    /** @param findings as sentences, those that withheld it first */
    public record Row(
            String at, String by, long checkpoint, String outcome, int subjects, int features, List<String> findings) {}
}
