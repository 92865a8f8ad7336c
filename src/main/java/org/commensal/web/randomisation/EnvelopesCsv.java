package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commensal.access.CurrentActor;
import org.commensal.randomisation.EnvelopeRegister;
import org.commensal.randomisation.IssuedEnvelope;
import org.commensal.web.ListAsked;
import org.commensal.web.ListColumns;
import org.commensal.web.ListFiles;
import org.commensal.web.Sorting;

/** The sealed envelopes of each site as a file, never with what they hold; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/envelopes.csv")
public class EnvelopesCsv {

    private static final Comparator<IssuedEnvelope> NUMBERED =
            Comparator.comparing(issued -> issued.envelope().number());

    static final ListColumns<IssuedEnvelope> LIST = new ListColumns<>(
            issued -> issued.envelope().state().code(),
            issued -> issued.envelope().site(),
            Map.of(
                    "number", NUMBERED,
                    "state", Comparator.comparing(issued -> issued.envelope().state()),
                    "issued", Comparator.comparing(IssuedEnvelope::issued),
                    "site",
                            Comparator.<IssuedEnvelope, String>comparing(
                                            issued -> issued.envelope().site())
                                    .thenComparing(NUMBERED)),
            new Sorting("site", false));

    private static final List<String> COLUMNS = List.of("site", "number", "state", "issued", "reason");

    @Inject
    CurrentActor currentActor;

    @Inject
    EnvelopeRegister register;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam ListAsked asked) {
        List<IssuedEnvelope> found = LIST.of(register.list(currentActor.actor(), study), asked);
        return files.of(study, "envelopes", COLUMNS, found, EnvelopesCsv::cells);
    }

    private static List<String> cells(IssuedEnvelope issued) {
        return List.of(
                issued.envelope().site(),
                Integer.toString(issued.envelope().number()),
                issued.envelope().state().code(),
                issued.issued().toString(),
                issued.reason());
    }
}
