package org.commensal.architecture.planted.writers.enrolment;

/** What a writer must never see. */
public final class Name {}
