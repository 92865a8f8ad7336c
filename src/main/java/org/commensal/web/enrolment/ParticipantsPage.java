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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.ParticipantRegister.Filter;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Paging;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;
import org.jspecify.annotations.Nullable;

/** The participants of a study, searched by code and narrowed to a stage. */
@ApplicationScoped
@Path("/studies/{study}/participants")
@Produces(MediaType.TEXT_HTML)
public class ParticipantsPage {

    private static final int SIZE = 50;

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
    ParticipantRegister participants;

    @Inject
    UnblindingRegister unblindings;

    @GET
    public JteModel show(
            @PathParam("study") String id,
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("stage") @DefaultValue("") String stage,
            @QueryParam("page") @Nullable String asked) {
        Screen screen = screens.in(id);
        Actor actor = currentActor.actor();
        PublishedStudy published = studies.get(actor, id);
        Study study = published.study();
        boolean active = published.state() == PublishedStudy.State.ACTIVE;
        int page = Paging.number(asked);
        ParticipantRegister.Page found = participants.list(actor, id, filter(search, stage), page, SIZE);
        if (found.participants().isEmpty() && page > 0) {
            page = Paging.last(found.total(), SIZE);
            found = participants.list(actor, id, filter(search, stage), page, SIZE);
        }
        Set<ParticipantCode> unblinded = unblindings.unblinded(actor, id);
        boolean more = (page + 1) * SIZE < found.total();
        return pages.enrolmentParticipants(
                screen,
                new ParticipantList(
                        "/studies/" + id,
                        search,
                        stage,
                        stages(participants.counts(actor, id), screen.texts()),
                        found.participants().stream()
                                .map(participant ->
                                        row(study, participant, unblinded.contains(participant.code()), screen.texts()))
                                .toList(),
                        new Paging(page, SIZE, found.total(), more, address(id, search, stage)),
                        active && permission.allowsSomewhere(actor, Right.SCREEN, id),
                        active));
    }

    private static Filter filter(String search, String stage) {
        Optional<Stage> wanted = Stream.of(Stage.values())
                .filter(known -> Words.code(known).equals(stage))
                .findFirst();
        return new Filter(Optional.of(search).filter(text -> !text.isBlank()), wanted, Optional.empty());
    }

    /** This list with its filters, to which the number of a page is added. */
    private static String address(String study, String search, String stage) {
        return UriBuilder.fromPath("/studies/" + study + "/participants")
                .queryParam("search", "{search}")
                .queryParam("stage", "{stage}")
                .queryParam("page", "")
                .build(search, stage)
                .toString();
    }

    private static List<ParticipantList.StageChoice> stages(Map<Stage, Integer> counts, Texts texts) {
        return Stream.of(Stage.values())
                .map(stage -> new ParticipantList.StageChoice(
                        Words.code(stage), Words.of(stage, texts) + " (" + counts.getOrDefault(stage, 0) + ")"))
                .toList();
    }

    private static ParticipantList.Row row(Study study, Participant participant, boolean unblinded, Texts texts) {
        String code = participant.code().value();
        return new ParticipantList.Row(
                code,
                "/studies/" + study.id() + "/participants/" + code,
                study.site(participant.site()).name(),
                Words.of(participant.stage(), texts),
                participant.stage() == Stage.RANDOMISED ? Tone.TEAL : Tone.PLAIN,
                unblinded,
                day(participant, Stage.ENROLLED, texts),
                day(participant, Stage.RANDOMISED, texts));
    }

    private static String day(Participant participant, Stage stage, Texts texts) {
        return Optional.ofNullable(participant.milestones().get(stage))
                .map(texts::day)
                .orElse("–");
    }
}
