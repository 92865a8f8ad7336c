package org.commensal.web.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.protocol.Conduct.QueryRule;
import org.commensal.quality.DataQuery;
import org.commensal.quality.DataQuery.Step;
import org.commensal.quality.HandleQuery;
import org.commensal.quality.QueryRegister;
import org.commensal.quality.RaiseQuery;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;
import org.commensal.web.Words;

/** The queries about the data of one participant. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/queries")
@Produces(MediaType.APPLICATION_JSON)
public class QueryResource {

    private static final int LONGEST = 2000;
    private static final int MOST = 9999;

    /** A query; what it is not about is empty, and so is {@code rule} where a person raised it. */
    public record Shown(
            UUID id,
            String participant,
            String site,
            String event,
            String task,
            String form,
            String item,
            String version,
            int revision,
            String rule,
            String state,
            Text text,
            Instant raised,
            List<Entry> thread) {

        static Shown of(DataQuery query) {
            return new Shown(
                    query.id(),
                    query.participant().value(),
                    query.site(),
                    query.about().event(),
                    query.about().task(),
                    query.about().form(),
                    query.about().item(),
                    query.version(),
                    query.revision(),
                    query.rule().map(QueryRule::id).orElse(""),
                    Words.code(query.state()),
                    query.text(),
                    query.raised(),
                    query.thread().stream()
                            .map(entry -> new Entry(Words.code(entry.step()), entry.text(), entry.by(), entry.at()))
                            .toList());
        }
    }

    public record Entry(String step, String text, String by, Instant at) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    QueryRegister queries;

    @Inject
    RaiseQuery raise;

    @Inject
    HandleQuery handle;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return queries.list(currentActor.actor(), study, ParticipantCode.parse(code)).stream()
                .map(Shown::of)
                .toList();
    }

    @PUT
    @Path("{query}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown raise(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("query") String query,
            JsonBody body) {
        String about = body.optionalString("about", 1, 120).orElse("");
        String item = body.optionalString("item", 1, 80).orElse("");
        String text = body.string("text", 1, LONGEST);
        body.done();
        return Shown.of(raise.raise(
                currentActor.actor(), study, ParticipantCode.parse(code), Ids.uuid(query), about, item, text));
    }

    @PUT
    @Path("{query}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown answer(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("query") String query,
            JsonBody body) {
        return handle(study, code, query, Step.ANSWERED, body);
    }

    @PUT
    @Path("{query}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown close(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("query") String query,
            JsonBody body) {
        return handle(study, code, query, Step.CLOSED, body);
    }

    @PUT
    @Path("{query}/reopening")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown reopen(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("query") String query,
            JsonBody body) {
        return handle(study, code, query, Step.REOPENED, body);
    }

    private Shown handle(String study, String code, String query, Step step, JsonBody body) {
        String text = body.optionalString("text", 1, LONGEST).orElse("");
        int read = body.integer("read", 1, MOST, 0);
        body.done();
        return Shown.of(handle.handle(
                currentActor.actor(),
                study,
                ParticipantCode.parse(code),
                Ids.uuid(query),
                step,
                text,
                read == 0 ? OptionalInt.empty() : OptionalInt.of(read)));
    }
}
