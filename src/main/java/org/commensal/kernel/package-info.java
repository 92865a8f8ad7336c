/**
 * The words every room shares: who acts, on whom, in which language, and how we decline.
 *
 * <p>Imports {@code java.*} only. Knows no clock, no database and no container, and never will.
 */
@NullMarked
package org.commensal.kernel;

import org.jspecify.annotations.NullMarked;
