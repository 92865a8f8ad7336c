/**
 * How a person becomes a participant: screening, consent, enrolment, the link by which they get in; and the vault that alone knows who it is.
 *
 * <p>May import {@code studies} and what is left of it. Knows no answer and no arm.
 */
@NullMarked
package org.commensal.enrolment;

import org.jspecify.annotations.NullMarked;
