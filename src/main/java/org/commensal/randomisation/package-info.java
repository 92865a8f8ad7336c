/**
 * Allocation of participants to arms: the sealed seed, what others contribute to it and how it is revealed, the ledger
 * that is only appended to, what is recorded beside an allocation, and the one door through which an arm is shown. And
 * what no stream makes: an arm that follows another participant, and sealed envelopes, each asked for by one and decided
 * by another.
 *
 * <p>May import {@code kits} and what is left of it. No message, log or audit entry of this room holds an arm.
 */
@NullMarked
package org.commensal.randomisation;

import org.jspecify.annotations.NullMarked;
