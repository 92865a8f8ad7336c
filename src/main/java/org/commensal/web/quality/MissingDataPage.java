package org.commensal.web.quality;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.quality.MissingData;
import org.commensal.quality.MissingData.Counts;
import org.commensal.quality.MissingData.Line;
import org.commensal.quality.MissingDataRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Labels;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.quality.MissingDataSheet.Row;
import org.commensal.web.quality.MissingDataSheet.Visit;

/** What was expected, answered and is missing, by form and visit, by diary block and by site. */
@ApplicationScoped
@Path("/studies/{study}/missing-data")
@Produces(MediaType.TEXT_HTML)
public class MissingDataPage {

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
    MissingDataRegister register;

    @GET
    public JteModel show(@PathParam("study") String id, @QueryParam("site") @DefaultValue("") String asked) {
        Actor actor = currentActor.actor();
        MissingData all = register.count(actor, id);
        Screen screen = screens.in(id);
        Texts texts = screen.texts();
        Study study = studies.get(actor, id).study();
        List<Choice> sites = QueriesPage.sites(study, permission.sites(actor, Right.SEE_MISSING_DATA, id));
        String site = sites.stream().anyMatch(choice -> choice.code().equals(asked)) ? asked : "";
        List<Line> lines = all.lines().stream()
                .filter(line -> site.isEmpty() || line.site().equals(site))
                .toList();
        String base = "/studies/" + id + "/missing-data";
        boolean lists = permission.allowsSomewhere(actor, Right.SEE_TASKS, id);
        return pages.qualityMissingData(
                screen,
                new MissingDataSheet(
                        base,
                        site,
                        sites,
                        List.of(
                                total(texts.get("missing.forms"), lines, false),
                                total(texts.get("missing.days"), lines, true)),
                        visits(lines, study, texts, lists ? Optional.of(base) : Optional.empty(), site),
                        rows(
                                lines,
                                true,
                                Line::event,
                                code -> texts.in(Labels.event(study, code)) + " · "
                                        + title(study, form(lines, code), texts)),
                        sites.size() > 1
                                ? rows(all.lines(), false, Line::site, code -> study.site(code)
                                        .name())
                                : List.of(),
                        permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id)
                                ? Optional.of(base + ".csv")
                                : Optional.empty()));
    }

    private static Row total(String name, List<Line> lines, boolean daily) {
        return new Row(
                name,
                lines.stream()
                        .filter(line -> line.daily() == daily)
                        .map(Line::counts)
                        .reduce(Counts.NONE, Counts::plus),
                Optional.empty());
    }

    private static List<Row> rows(
            List<Line> lines, boolean daily, Function<Line, String> by, Function<String, String> name) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.daily() == daily)
                .forEach(line -> counts.merge(by.apply(line), line.counts(), Counts::plus));
        return counts.entrySet().stream()
                .map(each -> new Row(name.apply(each.getKey()), each.getValue(), Optional.empty()))
                .toList();
    }

    private static List<Visit> visits(List<Line> lines, Study study, Texts texts, Optional<String> base, String site) {
        Map<String, Map<String, Counts>> visits = new LinkedHashMap<>();
        lines.stream().filter(line -> !line.daily()).forEach(line -> visits.computeIfAbsent(
                        line.event(), event -> new LinkedHashMap<>())
                .merge(line.form(), line.counts(), Counts::plus));
        List<Visit> shown = new ArrayList<>();
        visits.forEach((event, forms) -> shown.add(new Visit(
                texts.in(Labels.event(study, event)),
                forms.entrySet().stream()
                        .map(form -> new Row(
                                title(study, form.getKey(), texts),
                                form.getValue(),
                                base.filter(list -> form.getValue().missing() > 0)
                                        .map(list -> missing(list, event, form.getKey(), site))))
                        .toList())));
        return shown;
    }

    private static String missing(String base, String event, String form, String site) {
        return UriBuilder.fromPath(base.replaceFirst("missing-data$", "missing-forms"))
                .queryParam("event", "{event}")
                .queryParam("form", "{form}")
                .queryParam("site", "{site}")
                .build(event, form, site)
                .toString();
    }

    private static String form(List<Line> lines, String event) {
        return lines.stream()
                .filter(line -> line.event().equals(event))
                .map(Line::form)
                .findFirst()
                .orElse("");
    }

    static String title(Study study, String form, Texts texts) {
        return Optional.ofNullable(study.questionnaires().get(form))
                .map(Questionnaire::title)
                .map(texts::in)
                .orElse(form);
    }
}
