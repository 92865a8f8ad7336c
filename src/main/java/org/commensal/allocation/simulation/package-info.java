/**
 * What an allocation scheme will do to a trial, before it starts: imbalance, predictability, loss of efficiency and the
 * level of tests, from many simulated trials.
 *
 * <p>Begin at {@link Simulation}. It runs the {@link org.commensal.allocation.Course courses} that allocate participants,
 * so that what was simulated is what runs. Numbers come from a fast generator with a seed of its own, never from the seed
 * of a trial; the same seed gives the same figures whatever the number of threads.
 *
 * <p>Imports {@code java.*}, {@code kernel}, {@code power} and {@code allocation}.
 */
@NullMarked
package org.commensal.allocation.simulation;

import org.jspecify.annotations.NullMarked;
