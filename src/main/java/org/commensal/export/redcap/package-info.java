/**
 * A release in the words of REDCap: its tables as instruments, its visits as events, its columns as fields.
 *
 * <p>May import {@code export.release}, {@code export.format} and {@code kernel}. Knows no study, no participant, no
 * database and no token; reads blinded tables and changes nothing.
 */
@NullMarked
package org.commensal.export.redcap;

import org.jspecify.annotations.NullMarked;
