package org.commensal.web.kits;

import java.util.List;

/**
 * A shipment on its way to a site.
 *
 * @param base the address of the page of kits
 * @param waiting the numbers that were not received yet; none once it was received
 */
public record ShipmentSheet(String base, String address, String site, String sent, List<String> waiting) {}
