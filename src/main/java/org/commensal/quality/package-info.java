/**
 * The quality of the data: queries about them, deviations from the protocol, and what is missing.
 *
 * <p>May import {@code eligibility}, {@code unblinding} and what is left of them. Knows no arm.
 */
@NullMarked
package org.commensal.quality;

import org.jspecify.annotations.NullMarked;
