/**
 * Tables from which allocation, identity, dates and free text are gone before a writer sees them.
 *
 * <p>Reads facts and writes none.
 */
@NullMarked
package org.commensal.export.release;

import org.jspecify.annotations.NullMarked;
