/**
 * Files of results, such as those of a laboratory: tried first, then taken in whole or not at all.
 *
 * <p>May import {@code eligibility} and what is left of it. What is taken in goes the way of every response of staff, so
 * that it is scored, watched and audited alike. Knows no arm, and tells nobody an answer that stands.
 */
@NullMarked
package org.commensal.imports;

import org.jspecify.annotations.NullMarked;
