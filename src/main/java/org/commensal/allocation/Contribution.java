package org.commensal.allocation;

import java.time.Instant;

/**
 * What somebody other than the drawer of the seed added to it after it was bound, so that nobody can have chosen it.
 *
 * @param number from 1, in the order in which they were given
 * @param role in which it was given
 * @param content as it was written, on one line
 */
public record Contribution(int number, String role, Instant at, String content) {}
