package org.commensal.web.safety;

import java.util.List;
import org.commensal.web.Done;
import org.commensal.web.Pair;

/**
 * One alert: what the protocol asks, and what was done.
 *
 * @param base the address of the participant's page
 * @param facts what it is about and who does what by when, by name
 * @param steps what staff may still say of it
 */
public record AlertSheet(AlertLine line, String base, List<Pair> facts, List<Done> done, List<Step> steps) {

    public record Step(String code, String label) {}
}
