package org.commensal.web;

/** @param key sent with the form, so that sent twice it is one request */
public record ForcedAllocationSheet(String code, String base, String key) {}
