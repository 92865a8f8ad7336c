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
import org.commensal.kernel.ParticipantCode;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.AllocationRequest.Whom;
import org.commensal.randomisation.AllocationRequestRegister;
import org.commensal.web.ListAsked;
import org.commensal.web.ListColumns;
import org.commensal.web.ListFiles;
import org.commensal.web.Sorting;
import org.commensal.web.Words;

/** The allocations outside the streams that were asked for, as a file, never with an arm; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/allocation-requests.csv")
public class AllocationRequestsCsv {

    static final ListColumns<AllocationRequest> LIST = new ListColumns<>(
            request -> Words.code(request.state()),
            AllocationRequest::site,
            Map.of(
                    "asked", Comparator.comparing(AllocationRequest::at),
                    "state", Comparator.comparing(AllocationRequest::state),
                    "site", Comparator.comparing(AllocationRequest::site)),
            new Sorting("asked", true));

    private static final List<String> COLUMNS = List.of(
            "request",
            "way",
            "state",
            "site",
            "code",
            "follows",
            "envelope",
            "opened at",
            "reason",
            "by",
            "at",
            "decided by",
            "decided at",
            "note");

    @Inject
    CurrentActor currentActor;

    @Inject
    AllocationRequestRegister register;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam ListAsked asked) {
        List<AllocationRequest> found = LIST.of(register.list(currentActor.actor(), study), asked);
        return files.of(study, "allocation-requests", COLUMNS, found, AllocationRequestsCsv::cells);
    }

    private static List<String> cells(AllocationRequest request) {
        return List.of(
                request.id().toString(),
                request.way().code(),
                Words.code(request.state()),
                request.site(),
                request.whom().map(whom -> whom.participant().value()).orElse(""),
                request.whom()
                        .flatMap(Whom::follows)
                        .map(ParticipantCode::value)
                        .orElse(""),
                request.opened()
                        .map(opened -> Integer.toString(opened.envelope()))
                        .orElse(""),
                request.opened().map(opened -> opened.at().toString()).orElse(""),
                request.reason(),
                request.by().name(),
                request.at().toString(),
                request.decided().map(made -> made.by().name()).orElse(""),
                request.decided().map(made -> made.at().toString()).orElse(""),
                request.decided().map(AllocationRequest.Decision::note).orElse(""));
    }
}
