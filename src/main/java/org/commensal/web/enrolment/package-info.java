/** Participants from screening to their file: consent, eligibility, enrolment. */
@NullMarked
package org.commensal.web.enrolment;

import org.jspecify.annotations.NullMarked;
