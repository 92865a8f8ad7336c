/**
 * Writers of tables that are already blinded.
 *
 * <p>May import {@code export.release} and {@code kernel}; knows no study, no participant and no database.
 */
@NullMarked
package org.commensal.export.format;

import org.jspecify.annotations.NullMarked;
