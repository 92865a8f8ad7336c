package org.commensal.architecture.planted.time.enrolment;

import java.time.Instant;

/** Looks at the machine's own clock. */
final class Watch {
    Instant time() {
        return Instant.now();
    }
}
