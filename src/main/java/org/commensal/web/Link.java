package org.commensal.web;

/** An address and what stands on it. */
public record Link(String href, String label) {}
