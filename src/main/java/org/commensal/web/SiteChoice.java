package org.commensal.web;

/** A site at which this person may screen. */
public record SiteChoice(String code, String name) {}
