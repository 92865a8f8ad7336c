package org.commensal.web.randomisation;

import java.util.List;
import org.commensal.web.Done;
import org.commensal.web.Pair;
import org.commensal.web.unblinding.UnblindingForm;

/** What may be recorded of an allocation that stands, and the factor levels that it used. */
public record AllocationEventSheet(
        String code,
        String base,
        List<Pair> levels,
        List<Done> events,
        List<UnblindingForm.Option> kinds,
        List<UnblindingForm.Option> corrections) {}
