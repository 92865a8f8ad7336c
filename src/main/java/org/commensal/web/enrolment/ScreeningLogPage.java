package org.commensal.web.enrolment;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.eligibility.ScreeningRegister;
import org.commensal.eligibility.ScreeningRegister.State;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Paging;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/** Everybody who was screened, how far they came and why not farther. */
@ApplicationScoped
@Path("/studies/{study}/screening-log")
@Produces(MediaType.TEXT_HTML)
public class ScreeningLogPage {

    private static final int SIZE = 25;

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ScreeningRegister log;

    @Inject
    ScreeningLogReading reading;

    @GET
    public JteModel show(
            @PathParam("study") String id,
            @QueryParam("state") @DefaultValue("") String asked,
            @QueryParam("page") @Nullable String numbered) {
        Actor actor = currentActor.actor();
        Screen screen = screens.in(id);
        Optional<State> state = ScreeningLogReading.state(asked);
        Map<State, Integer> counts = log.counts(actor, Right.SEE_PARTICIPANTS, id);
        int total = Stream.of(State.values())
                .filter(each -> state.isEmpty() || state.get() == each)
                .mapToInt(each -> counts.getOrDefault(each, 0))
                .sum();
        int page = Paging.within(Paging.number(numbered), SIZE, total);
        String address = "/studies/" + id + "/screening-log?state="
                + state.map(State::code).orElse("") + "&page=";
        ScreeningWords words = new ScreeningWords(studies.get(actor, id).study(), screen.texts());
        return pages.enrolmentScreeningLog(
                screen,
                new ScreeningLogSheet(
                        "/studies/" + id,
                        state.map(State::code).orElse(""),
                        Stream.of(State.values())
                                .map(each -> new ScreeningLogSheet.Choice(
                                        each.code(), words.of(each) + " (" + counts.getOrDefault(each, 0) + ")"))
                                .toList(),
                        reading.read(actor, id, state, page, SIZE, screen.texts()),
                        new Paging(page, SIZE, total, (page + 1) * SIZE < total, address),
                        permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id)
                                ? Optional.of("/studies/" + id + "/screening-log.csv?state="
                                        + state.map(State::code).orElse(""))
                                : Optional.empty()));
    }
}
