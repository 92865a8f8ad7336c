package org.commensal.architecture.planted.capture.randomisation;

/** Known by a room that must not know it. */
public final class Door {}
