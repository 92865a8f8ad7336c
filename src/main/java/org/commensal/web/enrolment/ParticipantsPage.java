package org.commensal.web.enrolment;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.ParticipantRegister.Listed;
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
import org.commensal.web.Sorting;
import org.commensal.web.Sorting.Heading;
import org.commensal.web.Texts;
import org.commensal.web.Words;
import org.jspecify.annotations.Nullable;

/** The participants of a study, searched by code, narrowed to a stage or a site, and sorted. */
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
            @BeanParam ParticipantsAsked asked,
            @QueryParam("page") @Nullable String numbered) {
        Screen screen = screens.in(id);
        Actor actor = currentActor.actor();
        PublishedStudy published = studies.get(actor, id);
        Set<String> sites = participants.visible(actor, id);
        Map<Stage, Integer> counts = participants.counts(actor, id, asked.filter());
        int total = total(asked, counts);
        int page = Paging.within(Paging.number(numbered), SIZE, total);
        List<Listed> found = participants.part(actor, id, asked.filter(), asked.order(), page, SIZE);
        Set<ParticipantCode> unblinded = unblindings.unblinded(actor, id);
        ParticipantRow row = new ParticipantRow(published.study(), unblinded, screen.texts());
        String base = "/studies/" + id;
        return pages.enrolmentParticipants(
                screen,
                new ParticipantList(
                        base,
                        asked,
                        stages(counts, screen.texts()),
                        sites(published.study(), sites),
                        headings(asked, base, screen.texts()),
                        found.stream().map(row::of).toList(),
                        new Paging(
                                page,
                                SIZE,
                                total,
                                (page + 1) * SIZE < total,
                                asked.address(base + "/participants") + "&page="),
                        export(actor, id, asked),
                        published.state().recruits() && permission.allowsSomewhere(actor, Right.SCREEN, id),
                        published.state() != PublishedStudy.State.PUBLISHED));
    }

    /** Everybody that the filter takes is at one stage, so that nothing is counted twice. */
    private static int total(ParticipantsAsked asked, Map<Stage, Integer> counts) {
        return asked.filter()
                .stage()
                .map(stage -> counts.getOrDefault(stage, 0))
                .orElseGet(() ->
                        counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    private Optional<String> export(Actor actor, String study, ParticipantsAsked asked) {
        return permission.allowsSomewhere(actor, Right.EXPORT_LISTS, study)
                ? Optional.of(asked.address("/studies/" + study + "/participants.csv"))
                : Optional.empty();
    }

    private static List<ParticipantList.Choice> stages(Map<Stage, Integer> counts, Texts texts) {
        return Stream.of(Stage.values())
                .map(stage -> new ParticipantList.Choice(
                        Words.code(stage), Words.of(stage, texts) + " (" + counts.getOrDefault(stage, 0) + ")"))
                .toList();
    }

    private static List<ParticipantList.Choice> sites(Study study, Set<String> visible) {
        List<ParticipantList.Choice> sites = study.sites().stream()
                .filter(site -> visible.contains("*") || visible.contains(site.code()))
                .map(site -> new ParticipantList.Choice(site.code(), site.name()))
                .toList();
        return sites.size() > 1 ? sites : List.of();
    }

    private static List<Heading> headings(ParticipantsAsked asked, String base, Texts texts) {
        String address = asked.unsorted(base + "/participants");
        List<Heading> headings = new ArrayList<>();
        headings.add(asked.sorting().heading("code", texts.get("participants.code"), address));
        headings.add(Sorting.plain(texts.get("participants.stage")));
        for (Stage stage : Stage.values()) {
            headings.add(asked.sorting().heading(Words.code(stage), Words.of(stage, texts), address));
        }
        headings.add(Sorting.plain(texts.get("participants.last-day")));
        headings.add(asked.sorting().heading("site", texts.get("site"), address));
        return headings;
    }
}
