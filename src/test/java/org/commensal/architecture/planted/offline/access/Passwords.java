package org.commensal.architecture.planted.offline.access;

/** Of the server, and not of the command line. */
public final class Passwords {}
