package org.commensal.web;

/** What somebody did. */
public record Done(String step, String note, String by, String at) {}
