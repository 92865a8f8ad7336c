package org.commensal.architecture.planted.names.enrolment;

/** A name that says nothing. */
final class EnrolmentHelper {}
