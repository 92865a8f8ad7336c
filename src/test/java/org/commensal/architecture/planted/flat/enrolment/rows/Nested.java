package org.commensal.architecture.planted.flat.enrolment.rows;

/** In a folder inside a room. */
final class Nested {}
