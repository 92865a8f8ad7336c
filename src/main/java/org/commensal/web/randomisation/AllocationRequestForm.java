package org.commensal.web.randomisation;

/**
 * What a form is made of that asks for an allocation outside the streams.
 *
 * @param base the address of the participant
 * @param key sent with the form, so that sent twice it is one request
 */
public record AllocationRequestForm(String code, String base, String key) {}
