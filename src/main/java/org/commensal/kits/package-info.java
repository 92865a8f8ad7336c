/**
 * Numbered packs of a blinded product: made, sent to sites, handed out and taken back, each step a fact.
 *
 * <p>May import {@code eligibility} and what is left of it. Knows what kind each kit is of and never whose arm asks for
 * it: randomisation names the kind, and gets a number. What kind a number is stands in a table of its own, which only
 * this room reads; no answer, message, log or audit entry of it holds a kind, but for the list that somebody unblinded
 * takes away.
 */
@NullMarked
package org.commensal.kits;

import org.jspecify.annotations.NullMarked;
