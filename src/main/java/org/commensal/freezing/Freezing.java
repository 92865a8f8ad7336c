package org.commensal.freezing;

import java.time.Instant;

/**
 * That a scope was frozen, thawed, locked or unlocked.
 *
 * @param number of the step of this scope, from 1
 * @param by the name of who did it
 * @param reason empty where none was given
 */
public record Freezing(Scope scope, int number, FreezeStep step, String by, Instant at, String reason) {}
