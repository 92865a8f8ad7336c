/**
 * How participants are allocated to arms: pure methods that turn history and factors into exact integer weights, and
 * the deterministic draws that decide.
 *
 * <p>Begin at {@link AllocationScheme#next}: it asks the {@link Course} of an {@link AllocationMethod} for weights
 * and {@link Draws} for a number below their sum. {@link Binding} ties the draws to a seed, and {@link Replay} does it all again. A new method is
 * one class and one line in {@link AllocationMethods}.
 *
 * <p>Imports {@code java.*}, {@code javax.crypto} and {@code kernel} only. Knows no participant, no clock and no
 * database. No floating point decides.
 */
@NullMarked
package org.commensal.allocation;

import org.jspecify.annotations.NullMarked;
