package org.commensal.kits;

import java.time.Instant;

/** A batch that is not used any more, and why. */
record Recall(String batch, String reason, Instant at) {}
