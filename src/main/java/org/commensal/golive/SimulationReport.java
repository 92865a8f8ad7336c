package org.commensal.golive;

import java.time.Instant;
import java.util.UUID;
import org.commensal.allocation.simulation.Report;

/**
 * What a simulation of one version of a study found. It tells how is allocated, and is for those who may know that.
 *
 * @param hash SHA-256 of the study folder that was simulated
 * @param sha256 of what is kept
 */
public record SimulationReport(
        UUID id,
        String study,
        String version,
        String hash,
        int trials,
        long seed,
        Instant made,
        Report report,
        String sha256) {}
