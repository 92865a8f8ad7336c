/**
 * Adverse events: what a study reports of them, what the investigator judges, and how serious ones are told to the
 * sponsor within 24 hours.
 *
 * <p>May import {@code safety.medication} and what is left of it. Knows no arm, and whether a code was broken only as a
 * fact.
 */
@NullMarked
package org.commensal.safety.events;

import org.jspecify.annotations.NullMarked;
