package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantOrder;
import org.commensal.enrolment.ParticipantOrder.By;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.ParticipantRegister.Filter;
import org.commensal.enrolment.ScreenParticipant;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.web.JsonBody;
import org.commensal.web.PageAsked;
import org.commensal.web.Words;
import org.jspecify.annotations.Nullable;

/** The participants of a study, by code. */
@ApplicationScoped
@Path("/api/studies/{study}/participants")
@Produces(MediaType.APPLICATION_JSON)
public class ParticipantResource {

    private static final Text NO_STAGE = new Text(
            "Write a stage: screened, consented, enrolled or randomised.",
            "Schrijf een stadium: screened, consented, enrolled of randomised.");

    private static final Text NO_SORT = new Text(
            "Sort by code, site, screened, consented, enrolled or randomised, with - before it for the last first.",
            "Sorteer op code, site, screened, consented, enrolled of randomised, met - ervoor voor de laatste eerst.");

    /** A participant as sent: when each stage was reached and when they stopped with what, by its name. */
    public record Shown(
            String code,
            String site,
            String stage,
            Map<String, LocalDate> milestones,
            Map<String, LocalDate> withdrawn) {
        public static Shown of(Participant participant) {
            Map<String, LocalDate> milestones = new TreeMap<>();
            participant.milestones().forEach((stage, day) -> milestones.put(Words.code(stage), day));
            Map<String, LocalDate> withdrawn = new TreeMap<>();
            participant.withdrawn().forEach((part, day) -> withdrawn.put(Words.code(part), day));
            return new Shown(
                    participant.code().value(),
                    participant.site(),
                    Words.code(participant.stage()),
                    milestones,
                    withdrawn);
        }
    }

    /** A part of the list. */
    public record Listed(List<Shown> participants, int page, int size, int total) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    ScreenParticipant screen;

    @Inject
    ParticipantRegister participants;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response screen(@PathParam("study") String study, JsonBody body) {
        String site = body.string("site", 1, 40);
        body.done();
        ParticipantCode code = screen.screen(currentActor.actor(), study, site);
        return Response.created(URI.create("/api/studies/" + study + "/participants/" + code))
                .entity(Shown.of(participants.find(currentActor.actor(), study, code)))
                .build();
    }

    @GET
    public Listed list(
            @PathParam("study") String study,
            @QueryParam("search") @Nullable String search,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("site") @Nullable String site,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        PageAsked paging = PageAsked.of(page, size);
        Filter filter = new Filter(
                Optional.ofNullable(search),
                Optional.ofNullable(stage).map(ParticipantResource::stage),
                Optional.ofNullable(site));
        ParticipantRegister.Page found =
                participants.list(currentActor.actor(), study, filter, order(sort), paging.page(), paging.size());
        return new Listed(
                found.participants().stream().map(Shown::of).toList(), paging.page(), paging.size(), found.total());
    }

    @GET
    @Path("{code}")
    public Shown one(@PathParam("study") String study, @PathParam("code") String code) {
        return Shown.of(participants.find(currentActor.actor(), study, ParticipantCode.parse(code)));
    }

    private static ParticipantOrder order(@Nullable String sort) {
        if (sort == null) {
            return ParticipantOrder.CODE;
        }
        boolean descending = sort.startsWith("-");
        return Stream.of(By.values())
                .filter(by -> Words.code(by).equals(descending ? sort.substring(1) : sort))
                .findFirst()
                .map(by -> new ParticipantOrder(by, descending))
                .orElseThrow(() -> new Refusal(Reason.INVALID, NO_SORT, List.of(new Violation("/sort", NO_SORT))));
    }

    private static Stage stage(String word) {
        return Stream.of(Stage.values())
                .filter(stage -> Words.code(stage).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.INVALID, NO_STAGE, List.of(new Violation("/stage", NO_STAGE))));
    }
}
