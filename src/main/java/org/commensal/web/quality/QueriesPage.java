package org.commensal.web.quality;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.quality.QueryRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Paging;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Sorting;
import org.commensal.web.Sorting.Heading;
import org.commensal.web.Texts;
import org.jspecify.annotations.Nullable;

/** The queries of a study: those that wait for somebody, the oldest first, unless others are asked for. */
@ApplicationScoped
@Path("/studies/{study}/queries")
@Produces(MediaType.TEXT_HTML)
public class QueriesPage {

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
    QueryRegister queries;

    @GET
    public JteModel show(
            @PathParam("study") String id,
            @BeanParam QueriesAsked asked,
            @QueryParam("page") @Nullable String numbered) {
        Actor actor = currentActor.actor();
        int total = queries.count(actor, id, asked.filter());
        int page = Paging.within(Paging.number(numbered), SIZE, total);
        Screen screen = screens.in(id);
        Texts texts = screen.texts();
        Study study = studies.get(actor, id).study();
        Map<String, Study> versions = studies.everInForce(id);
        String base = "/studies/" + id + "/queries";
        List<QueryLine> lines = queries.list(actor, id, asked.filter(), asked.order(), page, SIZE).stream()
                .map(QueryLine.in(study, versions, texts))
                .toList();
        return pages.qualityQueries(
                screen,
                new QueryList(
                        base,
                        asked,
                        choices("query.show.", QueriesAsked.STATES, texts),
                        sites(study, permission.sites(actor, Right.SEE_RESPONSES, id)),
                        forms(study, versions, texts),
                        choices("query.origin.", QueriesAsked.ORIGINS, texts),
                        headings(asked, base, texts),
                        lines,
                        new Paging(page, SIZE, total, (page + 1) * SIZE < total, asked.address(base) + "&page="),
                        permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id)
                                ? Optional.of(asked.address(base + ".csv"))
                                : Optional.empty()));
    }

    private static List<Choice> choices(String key, List<String> codes, Texts texts) {
        return codes.stream()
                .map(code -> new Choice(code, texts.get(key + code)))
                .toList();
    }

    static List<Choice> sites(Study study, Set<String> visible) {
        List<Choice> sites = study.sites().stream()
                .filter(site -> visible.contains("*") || visible.contains(site.code()))
                .map(site -> new Choice(site.code(), site.name()))
                .toList();
        return sites.size() > 1 ? sites : List.of();
    }

    /** Those of the version in force, and those that an amendment took away. */
    private static List<Choice> forms(Study study, Map<String, Study> versions, Texts texts) {
        Map<String, String> titles = new LinkedHashMap<>();
        study.questionnaires().values().forEach(form -> titles.put(form.id(), texts.in(form.title())));
        versions.values().forEach(version -> version.questionnaires()
                .values()
                .forEach(form -> titles.putIfAbsent(form.id(), texts.in(form.title()))));
        return titles.entrySet().stream()
                .map(form -> new Choice(form.getKey(), form.getValue()))
                .toList();
    }

    private static List<Heading> headings(QueriesAsked asked, String base, Texts texts) {
        String address = asked.unsorted(base);
        Sorting sorting = asked.sorting();
        return List.of(
                sorting.heading("participant", texts.get("participants.code"), address),
                Sorting.plain(texts.get("query.state")),
                Sorting.plain(texts.get("query.text")),
                sorting.heading("form", texts.get("query.about"), address),
                sorting.heading("raised", texts.get("query.raised"), address),
                sorting.heading("since", texts.get("query.since"), address),
                sorting.heading("site", texts.get("site"), address));
    }
}
