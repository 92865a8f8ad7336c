package org.commensal.web;

/** Something that waits for somebody. */
public record Attention(String tag, Tone tone, String code, String href, String reason, String due) {}
