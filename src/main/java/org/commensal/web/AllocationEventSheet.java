package org.commensal.web;

import java.util.List;

/** What may be recorded of an allocation that stands, and the factor levels that it used. */
public record AllocationEventSheet(
        String code,
        String base,
        List<ParticipantFile.Pair> levels,
        List<AlertSheet.Done> events,
        List<UnblindingForm.Option> kinds,
        List<UnblindingForm.Option> corrections) {}
