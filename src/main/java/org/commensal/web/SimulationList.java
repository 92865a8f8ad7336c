package org.commensal.web;

import java.util.List;
import java.util.Optional;

/**
 * The simulations of a study.
 *
 * @param report the newest one, as markup of our own
 */
public record SimulationList(String base, Optional<String> report, List<Row> rows) {

    public record Row(String made, String version, int trials, long seed, String sha256) {}
}
