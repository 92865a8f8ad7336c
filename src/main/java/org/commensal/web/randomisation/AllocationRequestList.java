package org.commensal.web.randomisation;

import java.util.List;
import java.util.Optional;

/**
 * The requests for allocations outside the streams at the sites that somebody may see.
 *
 * @param envelopes where the sealed envelopes are, where the study can have any
 */
public record AllocationRequestList(List<AllocationRequestLine> lines, Optional<String> envelopes) {}
