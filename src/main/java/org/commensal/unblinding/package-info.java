/**
 * Who may be told to which arm a participant was allocated: codes broken in an emergency and reviewed afterwards,
 * unblindings asked by one person and approved by another, and who was unblinded for whom.
 *
 * <p>May import {@code eligibility} and what is left of it. Knows no arm: it says whether somebody may be told, and
 * {@code randomisation} tells.
 */
@NullMarked
package org.commensal.unblinding;

import org.jspecify.annotations.NullMarked;
