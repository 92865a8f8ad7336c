package org.commensal.studies;

import java.time.Instant;

/**
 * One version of a protocol as it was published; it never changes.
 *
 * @param hash SHA-256 of the published folder, in hex
 */
public record PublishedVersion(String version, String hash, Instant publishedAt) {}
