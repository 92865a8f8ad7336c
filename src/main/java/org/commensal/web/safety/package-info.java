/** Alerts: what the protocol asks when an answer sets one off, and what was done. */
@NullMarked
package org.commensal.web.safety;

import org.jspecify.annotations.NullMarked;
