package org.commensal.export.format;

import java.time.Instant;
import java.util.List;
import org.commensal.export.release.PrimaryAnalysis;
import org.commensal.export.release.Table;
import org.commensal.kernel.Text;

/**
 * A release as those who write it see it: its blinded tables, and what it is called.
 *
 * @param study its id
 * @param version of the protocol that the columns follow
 * @param title of the study
 * @param name of the release
 * @param made when it was released, the only moment that may stand in a file: it is the same whenever the release is made
 * @param analysis what the protocol plans for its primary outcomes
 */
public record Dataset(
        String study,
        String version,
        Text title,
        String name,
        Instant made,
        List<Table> tables,
        PrimaryAnalysis analysis) {}
