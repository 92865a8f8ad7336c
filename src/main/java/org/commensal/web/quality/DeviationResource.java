package org.commensal.web.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.quality.ConfirmDeviation;
import org.commensal.quality.Deviation;
import org.commensal.quality.Deviation.Account;
import org.commensal.quality.Deviation.Category;
import org.commensal.quality.DeviationLine;
import org.commensal.quality.DeviationRegister;
import org.commensal.quality.RecordDeviation;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;
import org.commensal.web.Paging;
import org.commensal.web.Words;
import org.jspecify.annotations.Nullable;

/** The deviations from the protocol of a study: recorded, corrected by later entries, confirmed; and those that facts tell. */
@ApplicationScoped
@Path("/api/studies/{study}/deviations")
@Produces(MediaType.APPLICATION_JSON)
public class DeviationResource {

    private static final int SIZE = 100;
    private static final int LONGEST = 2000;
    private static final int MOST = 9999;
    private static final Map<String, Category> CATEGORIES =
            Stream.of(Category.values()).collect(Collectors.toMap(Words::code, Function.identity()));

    /** @param total how many there are over all pages */
    public record Page(int page, int total, List<Line> deviations) {}

    /** A deviation in the list; {@code participant} is empty where it is of a site as a whole. */
    public record Line(
            Optional<UUID> id,
            String source,
            String participant,
            String site,
            LocalDate day,
            String category,
            boolean important,
            String detail,
            String event,
            boolean confirmed) {

        static Line of(DeviationLine line) {
            return new Line(
                    line.id(),
                    Words.code(line.source()),
                    line.participant().map(ParticipantCode::value).orElse(""),
                    line.site(),
                    line.day(),
                    Words.code(line.category()),
                    line.important(),
                    line.detail(),
                    line.event(),
                    line.confirmed());
        }
    }

    /** One that was recorded; its last entry counts. */
    public record Shown(UUID id, String participant, String site, boolean confirmed, List<Entry> entries) {

        static Shown of(Deviation deviation) {
            return new Shown(
                    deviation.id(),
                    deviation.participant().map(ParticipantCode::value).orElse(""),
                    deviation.site(),
                    deviation.confirmed().isPresent(),
                    deviation.entries().stream().map(Entry::of).toList());
        }
    }

    public record Entry(
            LocalDate day,
            String category,
            boolean important,
            String description,
            String action,
            Optional<UUID> codeBreak,
            String reason,
            String by,
            Instant at) {

        static Entry of(Deviation.Entry entry) {
            Account account = entry.account();
            return new Entry(
                    account.day(),
                    Words.code(account.category()),
                    account.important(),
                    account.description(),
                    account.action(),
                    account.codeBreak(),
                    entry.reason(),
                    entry.by(),
                    entry.at());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    DeviationRegister deviations;

    @Inject
    RecordDeviation record;

    @Inject
    ConfirmDeviation confirm;

    @GET
    public Page list(
            @PathParam("study") String study,
            @BeanParam DeviationsAsked asked,
            @QueryParam("page") @Nullable String numbered) {
        Actor actor = currentActor.actor();
        int page = Paging.number(numbered);
        return new Page(
                page,
                deviations.count(actor, study, asked.filter()),
                deviations.list(actor, study, asked.filter(), page, SIZE).stream()
                        .map(Line::of)
                        .toList());
    }

    @GET
    @Path("{deviation}")
    public Shown get(@PathParam("study") String study, @PathParam("deviation") String deviation) {
        return Shown.of(deviations.get(currentActor.actor(), study, Ids.uuid(deviation)));
    }

    @PUT
    @Path("{deviation}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown record(@PathParam("study") String study, @PathParam("deviation") String deviation, JsonBody body) {
        Optional<ParticipantCode> participant =
                body.optionalString("participant", 1, 20).map(ParticipantCode::parse);
        String site = body.optionalString("site", 1, 40).orElse("");
        Account account = account(body);
        body.done();
        return Shown.of(record.record(currentActor.actor(), study, Ids.uuid(deviation), participant, site, account));
    }

    @PUT
    @Path("{deviation}/entries/{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown correct(
            @PathParam("study") String study,
            @PathParam("deviation") String deviation,
            @PathParam("number") String number,
            JsonBody body) {
        Account account = account(body);
        String reason = body.string("reason", 1, LONGEST);
        body.done();
        int entry = number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
        return Shown.of(record.correct(currentActor.actor(), study, Ids.uuid(deviation), entry, account, reason));
    }

    @PUT
    @Path("{deviation}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown confirm(@PathParam("study") String study, @PathParam("deviation") String deviation, JsonBody body) {
        int entry = body.integer("entry", 1, MOST, 1);
        body.done();
        return Shown.of(confirm.confirm(currentActor.actor(), study, Ids.uuid(deviation), entry));
    }

    private static Account account(JsonBody body) {
        return new Account(
                body.date("day"),
                body.oneOf("category", CATEGORIES),
                body.flag("important"),
                body.string("description", 1, LONGEST),
                body.string("action", 1, LONGEST),
                body.has("codeBreak") ? Optional.of(body.uuid("codeBreak")) : Optional.empty());
    }
}
