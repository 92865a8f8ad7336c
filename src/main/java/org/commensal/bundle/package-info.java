/**
 * What a released bundle promises of itself, and whether it holds: sizes, sums and signature, checked without a server.
 *
 * <p>May import {@code kernel}. Knows no study and no database.
 */
@NullMarked
package org.commensal.bundle;

import org.jspecify.annotations.NullMarked;
