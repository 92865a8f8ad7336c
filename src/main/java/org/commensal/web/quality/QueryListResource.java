package org.commensal.web.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.quality.QueryRegister;
import org.commensal.web.Paging;
import org.jspecify.annotations.Nullable;

/** The queries of a study at the sites whose answers the reader may see. */
@ApplicationScoped
@Path("/api/studies/{study}/queries")
@Produces(MediaType.APPLICATION_JSON)
public class QueryListResource {

    private static final int SIZE = 100;

    /** @param total how many there are over all pages */
    public record Page(int page, int total, List<QueryResource.Shown> queries) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    QueryRegister queries;

    @GET
    public Page list(
            @PathParam("study") String study,
            @BeanParam QueriesAsked asked,
            @QueryParam("page") @Nullable String numbered) {
        Actor actor = currentActor.actor();
        int page = Paging.number(numbered);
        return new Page(
                page,
                queries.count(actor, study, asked.filter()),
                queries.list(actor, study, asked.filter(), asked.order(), page, SIZE).stream()
                        .map(QueryResource.Shown::of)
                        .toList());
    }
}
