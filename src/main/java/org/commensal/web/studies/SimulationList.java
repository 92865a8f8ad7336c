package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import org.commensal.web.ListSheet;

/**
 * The simulations of a study.
 *
 * @param job whatever came of it
 * @param list what stands around the reports on file
 * @param report the newest one, as markup of our own
 */
public record SimulationList(ListSheet list, Optional<Job> job, Optional<String> report, List<Row> rows) {

    public String base() {
        return list.base();
    }

    /**
     * The one that was asked for last.
     *
     * @param said what its state means
     * @param active whether a server is at it, or will be
     */
    public record Job(String said, boolean active, int percent, String asked, String version, int trials, long seed) {}

    public record Row(String made, String version, int trials, long seed, String sha256) {}
}
