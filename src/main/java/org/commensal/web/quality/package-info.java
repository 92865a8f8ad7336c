/** Queries, deviations from the protocol, and what data are missing. */
@NullMarked
package org.commensal.web.quality;

import org.jspecify.annotations.NullMarked;
