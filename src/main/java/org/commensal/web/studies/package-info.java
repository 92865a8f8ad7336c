/** Studies from publication to lock: overview, protocol, versions, go-live, simulation, audit trail. */
@NullMarked
package org.commensal.web.studies;

import org.jspecify.annotations.NullMarked;
