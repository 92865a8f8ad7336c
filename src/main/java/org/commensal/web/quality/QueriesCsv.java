package org.commensal.web.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.access.CurrentActor;
import org.commensal.protocol.Conduct.QueryRule;
import org.commensal.quality.DataQuery;
import org.commensal.quality.QueryRegister;
import org.commensal.web.ListFiles;
import org.commensal.web.Words;

/** Every query that a filter takes, with its thread, as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/queries.csv")
public class QueriesCsv {

    private static final List<String> COLUMNS = List.of(
            "query",
            "code",
            "site",
            "event",
            "task",
            "form",
            "item",
            "version",
            "revision",
            "rule",
            "state",
            "raised",
            "since",
            "text",
            "thread");

    @Inject
    CurrentActor currentActor;

    @Inject
    QueryRegister queries;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam QueriesAsked asked) {
        List<DataQuery> found =
                queries.list(currentActor.actor(), study, asked.filter(), asked.order(), 0, Integer.MAX_VALUE);
        return files.of(study, "queries", COLUMNS, found, QueriesCsv::cells);
    }

    private static List<String> cells(DataQuery query) {
        return List.of(
                query.id().toString(),
                query.participant().value(),
                query.site(),
                query.about().event(),
                query.about().task(),
                query.about().form(),
                query.about().item(),
                query.version(),
                Integer.toString(query.revision()),
                query.rule().map(QueryRule::id).orElse(""),
                Words.code(query.state()),
                query.raised().toString(),
                query.last().at().toString(),
                query.text().en(),
                query.thread().stream()
                        .map(entry ->
                                Words.code(entry.step()) + " " + entry.at() + " " + entry.by() + ": " + entry.text())
                        .collect(Collectors.joining("\n")));
    }
}
