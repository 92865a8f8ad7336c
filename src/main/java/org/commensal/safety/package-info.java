/**
 * What keeps participants safe: the alerts and stopping rules of a study, raised with the answer that sets them off, and
 * what staff did about each.
 *
 * <p>May import {@code eligibility} and what is left of it. Knows no arm: a rule holds in every arm or in none.
 */
@NullMarked
package org.commensal.safety;

import org.jspecify.annotations.NullMarked;
