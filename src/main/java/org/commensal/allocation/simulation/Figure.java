package org.commensal.allocation.simulation;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a simulation.
 *
 * @param name as {@code --json} writes it
 * @param error its Monte-Carlo standard error; none for an exact figure and for a largest value
 */
public record Figure(String name, double value, @Nullable Double error) {}
