/**
 * Who may be randomised: the criteria of the protocol, computed from what was answered.
 *
 * <p>May import {@code questionnaires} and what is left of it. Knows no arm.
 */
@NullMarked
package org.commensal.eligibility;

import org.jspecify.annotations.NullMarked;
