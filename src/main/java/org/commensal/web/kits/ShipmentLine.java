package org.commensal.web.kits;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Tone;

/**
 * A shipment, as lists show it.
 *
 * @param href where it is received, for those who may
 * @param waiting the numbers that were not received yet
 */
public record ShipmentLine(
        String sent, Optional<String> href, String site, String state, Tone tone, int kits, List<String> waiting) {}
