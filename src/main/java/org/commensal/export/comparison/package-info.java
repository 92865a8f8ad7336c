/**
 * What is different between two releases, counted: rows that were added or are gone, cells that were filled in, changed or
 * emptied. What leaves this room holds no value and says of nobody who a row is about.
 *
 * <p>May import {@code export.release}. Reads tables and no database.
 */
@NullMarked
package org.commensal.export.comparison;

import org.jspecify.annotations.NullMarked;
