package org.commensal.web;

/**
 * A key figure.
 *
 * @param unit set small behind the figure
 * @param percent of a goal, for a bar; negative for none
 */
public record Figure(String label, String figure, String unit, String foot, boolean warns, int percent) {}
