/**
 * How many participants a trial needs, and what its comparisons can then show: closed formulas and short numerical
 * integrals, each with its source.
 *
 * <p>Imports {@code java.*} only. Nothing that is decided about a participant rests on it. Sizes are real numbers, so
 * that they can be compared with other programs; whoever recruits rounds up.
 */
@NullMarked
package org.commensal.power;

import org.jspecify.annotations.NullMarked;
