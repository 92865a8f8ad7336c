package org.commensal.web.quality;

/** Something to choose from a list, by its code. */
public record Choice(String code, String label) {}
