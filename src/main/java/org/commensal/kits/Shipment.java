package org.commensal.kits;

import java.time.Instant;
import java.util.UUID;

/** Kits on their way from the depot to a site: so many of each kind that the number tells nothing. */
public record Shipment(UUID id, String site, int kits, Instant at) {}
