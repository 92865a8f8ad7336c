package org.commensal.architecture.planted.writers.export.format;

import org.commensal.architecture.planted.writers.enrolment.Name;

/** A writer that looks behind the tables it was given. */
final class CuriousFormat {
    Name name = new Name();
}
