package org.commensal.web;

/** A site that this person may choose. */
public record SiteChoice(String code, String name) {}
