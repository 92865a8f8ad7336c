package org.commensal.web.safety;

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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.protocol.AdverseEvents;
import org.commensal.protocol.AdverseEvents.Part;
import org.commensal.protocol.Study;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Paging;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Sorting;
import org.commensal.web.Sorting.Heading;
import org.commensal.web.Texts;
import org.jspecify.annotations.Nullable;

/** The line listing of the adverse events of a study: narrowed, sorted and counted by category and grade. */
@ApplicationScoped
@Path("/studies/{study}/adverse-events")
@Produces(MediaType.TEXT_HTML)
public class AdverseEventsPage {

    private static final int SIZE = 50;
    private static final int GRADES = 5;

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
    AdverseEventRegister events;

    @Inject
    Clock clock;

    @GET
    public JteModel show(
            @PathParam("study") String id,
            @BeanParam AdverseEventsAsked asked,
            @QueryParam("page") @Nullable String numbered) {
        Actor actor = currentActor.actor();
        List<AdverseEvent> all = events.list(actor, id);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        List<AdverseEvent> found = asked.of(all);
        int page = Paging.within(Paging.number(numbered), SIZE, found.size());
        AdverseEventWords words = new AdverseEventWords(screen.texts(), clock.instant());
        String base = "/studies/" + id + "/adverse-events";
        return pages.safetyAdverseEvents(
                screen,
                new AdverseEventsSheet(
                        base,
                        asked,
                        sites(actor, study),
                        pause(study, all, screen.texts()),
                        counts(found, screen.texts()),
                        headings(asked, base, screen.texts()),
                        found.stream()
                                .skip((long) page * SIZE)
                                .limit(SIZE)
                                .map(event -> AdverseEventLine.of(event, words))
                                .toList(),
                        new Paging(
                                page,
                                SIZE,
                                found.size(),
                                (page + 1) * SIZE < found.size(),
                                asked.address(base) + "&page="),
                        permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id)
                                ? Optional.of(asked.address(base + ".csv"))
                                : Optional.empty()));
    }

    private List<Pair> sites(Actor actor, Study study) {
        Set<String> visible = permission.sites(actor, Right.SEE_ADVERSE_EVENTS, study.id());
        List<Pair> sites = study.sites().stream()
                .filter(site -> visible.contains("*") || visible.contains(site.code()))
                .map(site -> new Pair(site.code(), site.name()))
                .toList();
        return sites.size() > 1 ? sites : List.of();
    }

    /** A sentence for each category of which there are so many related serious events that the study would pause. */
    static List<String> pause(Study study, List<AdverseEvent> all, Texts texts) {
        Optional<Integer> limit = study.conduct().safety().adverseEvents().flatMap(AdverseEvents::pauseAt);
        Map<String, Long> related = all.stream()
                .filter(event -> event.isSerious() && event.isRelated())
                .collect(Collectors.groupingBy(
                        event -> texts.in(event.label(Part.CATEGORY)), TreeMap::new, Collectors.counting()));
        return limit.stream()
                .flatMap(most -> related.entrySet().stream().filter(each -> each.getValue() >= most))
                .map(each -> texts.get("ae.pause", each.getValue(), each.getKey()))
                .toList();
    }

    private static List<AdverseEventsSheet.Count> counts(List<AdverseEvent> found, Texts texts) {
        Map<Text, List<AdverseEvent>> byCategory = found.stream()
                .collect(Collectors.groupingBy(
                        event -> event.label(Part.CATEGORY), LinkedHashMap::new, Collectors.toList()));
        return byCategory.entrySet().stream()
                .map(each -> count(texts.in(each.getKey()), each.getValue()))
                .sorted((one, other) -> Integer.compare(other.all(), one.all()))
                .toList();
    }

    private static AdverseEventsSheet.Count count(String category, List<AdverseEvent> events) {
        return new AdverseEventsSheet.Count(
                category,
                IntStream.rangeClosed(1, GRADES)
                        .mapToObj(grade -> (int) events.stream()
                                .filter(event -> event.grade() == grade)
                                .count())
                        .toList(),
                events.size(),
                (int) events.stream().filter(AdverseEvent::isSerious).count());
    }

    private static List<Heading> headings(AdverseEventsAsked asked, String base, Texts texts) {
        String address = asked.unsorted(base);
        Sorting sorting = asked.sorting();
        return Stream.of(
                        sorting.heading("code", texts.get("participants.code"), address),
                        Sorting.plain(texts.get("ae.event")),
                        sorting.heading("start", texts.get("ae.start"), address),
                        Sorting.plain(texts.get("ae.end")),
                        sorting.heading("grade", texts.get("ae.grade"), address),
                        Sorting.plain(texts.get("ae.related")),
                        Sorting.plain(texts.get("ae.outcome")),
                        Sorting.plain(texts.get("ae.state")),
                        sorting.heading("site", texts.get("site"), address))
                .toList();
    }
}
