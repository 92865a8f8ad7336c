package org.commensal.architecture.planted.rights.enrolment;

import jakarta.transaction.Transactional;

/** Writes without asking whether somebody may, and without recording that they did. */
public class EnrolAnybody {
    @Transactional
    public void enrol() {}
}
