package org.commensal.randomisation;

import org.commensal.kernel.Text;

/**
 * One thing that must be true before a participant is randomised.
 *
 * @param detail that it is, or what is missing
 */
public record Gate(Text label, boolean met, Text detail) {}
