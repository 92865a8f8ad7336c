/**
 * The medicines of participants by their ATC codes, and the intercurrent events that answers show; both computed from
 * what was filled in.
 *
 * <p>May import {@code safety} and what is left of it. Knows no arm.
 */
@NullMarked
package org.commensal.safety.medication;

import org.jspecify.annotations.NullMarked;
