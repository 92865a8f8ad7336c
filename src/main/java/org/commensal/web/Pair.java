package org.commensal.web;

/** Something by its name. */
public record Pair(String name, String value) {}
