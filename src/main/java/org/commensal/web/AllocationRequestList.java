package org.commensal.web;

import java.util.List;

/** The requests for allocations outside the streams at the sites that somebody may see. */
public record AllocationRequestList(List<AllocationRequestLine> lines) {}
