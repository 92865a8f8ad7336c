package org.commensal.web.randomisation;

import java.util.List;
import java.util.Optional;
import org.commensal.web.ListSheet;

/**
 * The requests for allocations outside the streams at the sites that somebody may see.
 *
 * @param list what stands around them
 * @param envelopes where the sealed envelopes are, where the study can have any
 */
public record AllocationRequestList(ListSheet list, List<AllocationRequestLine> lines, Optional<String> envelopes) {}
