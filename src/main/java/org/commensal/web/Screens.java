package org.commensal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.SignedInPerson;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.pages.StaticTemplates;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.AllocationRequestRegister;
import org.commensal.randomisation.EnvelopeRegister;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.UnblindingRegister;

/** Makes the {@link Screen} of a request: in the language and light that its reader chose, with the menu of their roles. */
@RequestScoped
public class Screens {

    public static final String LIGHT_COOKIE = "light";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    UnblindingRegister unblindings;

    @Inject
    AllocationRequestRegister requests;

    /** The study of the page that is made, once that was read. */
    private Optional<Study> shown = Optional.empty();

    @Produces
    static Templates pages() {
        return new StaticTemplates();
    }

    /** A page that belongs to no study. */
    public Screen plain() {
        return screen(Optional.empty(), List.of(), List.of());
    }

    /** A page above the studies; somebody with a single study keeps its menu. */
    public Screen aboveStudies() {
        List<PublishedStudy> seen = studies.list(currentActor.actor());
        return screen(
                Optional.empty(),
                List.of(),
                seen.size() == 1 ? menu(seen.get(0).study().id()) : menu());
    }

    /** A page of a study, for somebody who takes part in it. */
    public Screen in(String id) {
        Study study = studies.get(currentActor.actor(), id).study();
        shown = Optional.of(study);
        Language language = language();
        Screen.InStudy here = new Screen.InStudy(
                id, study.title().in(language), study.version(), study.notice().map(notice -> notice.in(language)));
        return screen(Optional.of(here), study.sites(), menu(id));
    }

    /** A faulty form, shown again with the status of its refusal. */
    public static Response again(Refusal refusal, JteModel page) {
        return Response.status(Problem.of(refusal).status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page)
                .build();
    }

    /** A page that answers a form, where there is no address to go on to. */
    public static Response shown(JteModel page) {
        return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).build();
    }

    public static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    private Screen screen(Optional<Screen.InStudy> study, List<Study.Site> sites, List<Screen.Entry> menu) {
        Texts texts = Texts.in(language());
        String query = request.getQueryString();
        boolean comesBack = request.getMethod().equals("GET") && query != null;
        String path = request.getRequestURI() + (comesBack ? "?" + query : "");
        boolean migraineMode = cookie(LIGHT_COOKIE).filter("migraine"::equals).isPresent();
        Optional<Screen.Person> person = currentActor.optional().map(actor -> person(actor, sites, texts));
        return new Screen(texts, path, migraineMode, person, study, menu);
    }

    /** The roles of a person, and the sites where they are held as far as these are known here. */
    private static Screen.Person person(Actor actor, List<Study.Site> sites, Texts texts) {
        Stream<String> roles =
                actor.grants().stream().map(Grant::role).distinct().map(role -> texts.get("role." + role));
        Stream<String> places = sites.stream()
                .filter(site ->
                        actor.grants().stream().anyMatch(grant -> grant.site().equals(site.code())))
                .map(Study.Site::name);
        return new Screen.Person(actor.name(), Stream.concat(roles, places).collect(Collectors.joining(", ")));
    }

    private List<Screen.Entry> menu() {
        return List.of(new Screen.Entry("/studies", Texts.in(language()).get("studies")));
    }

    private List<Screen.Entry> menu(String study) {
        Texts texts = Texts.in(language());
        String base = "/studies/" + study;
        List<Screen.Entry> menu = new ArrayList<>();
        if (may(Right.SEE_PARTICIPANTS, study)) {
            menu.add(new Screen.Entry(base, texts.get("overview")));
            menu.add(new Screen.Entry(base + "/participants", texts.get("participants")));
            menu.add(new Screen.Entry(base + "/screening-log", texts.get("screening-log")));
        }
        if (may(Right.SEE_FLOW, study)) {
            menu.add(new Screen.Entry(base + "/flow", texts.get("flow")));
        }
        if (may(Right.SEE_RESPONSES, study)) {
            menu.add(new Screen.Entry(base + "/alerts", texts.get("alerts")));
            menu.add(new Screen.Entry(base + "/queries", texts.get("queries")));
        }
        if (may(Right.SEE_DEVIATIONS, study)) {
            menu.add(new Screen.Entry(base + "/deviations", texts.get("deviations")));
        }
        if (may(Right.SEE_MISSING_DATA, study)) {
            menu.add(new Screen.Entry(base + "/missing-data", texts.get("missing")));
        }
        if (may(Right.SEE_ADVERSE_EVENTS, study)
                && study(study).conduct().safety().adverseEvents().isPresent()) {
            menu.add(new Screen.Entry(base + "/adverse-events", texts.get("ae")));
        }
        if (may(Right.SEE_RESPONSES, study)
                && study(study).conduct().safety().medicines().isPresent()) {
            menu.add(new Screen.Entry(base + "/medication", texts.get("medication")));
        }
        if (may(Right.SEE_RESPONSES, study) && !study(study).conduct().imports().isEmpty()) {
            menu.add(new Screen.Entry(base + "/imports", texts.get("imports")));
        }
        if (may(Right.SEE_RESPONSES, study)) {
            menu.add(new Screen.Entry(base + "/closing", texts.get("closing")));
        }
        if (may(Right.SEE_KITS, study) && hasKits(study)) {
            menu.add(new Screen.Entry(base + "/kits", texts.get("kits")));
        }
        if (may(Right.SUBMIT_OWN_RESPONSE, study)) {
            menu.add(new Screen.Entry("/today", texts.get("today")));
        }
        if (may(Right.SEE_UNBLINDINGS, study)) {
            menu.add(new Screen.Entry(base + "/unblindings", unblindings(study, texts)));
        }
        if (may(Right.SEE_ALLOCATION_REQUESTS, study)) {
            allocationRequests(study, base, texts).ifPresent(menu::add);
        }
        menu.add(new Screen.Entry(base + "/protocol", texts.get("protocol")));
        if (may(Right.VERIFY_ALLOCATIONS, study)) {
            menu.add(new Screen.Entry(base + "/allocation", texts.get("seed.menu")));
        }
        if (may(Right.SIMULATE, study)) {
            menu.add(new Screen.Entry(base + "/simulations", texts.get("simulations")));
        }
        if (may(Right.DOWNLOAD_RELEASE, study)) {
            menu.add(new Screen.Entry(base + "/releases", texts.get("releases")));
        }
        if (may(Right.READ_AUDIT, study)) {
            menu.add(new Screen.Entry(base + "/audit", texts.get("audit")));
        }
        menu.addAll(menu());
        return menu;
    }

    /** With how many wait for this person, so that it is seen on every page. */
    private String unblindings(String study, Texts texts) {
        int waiting = unblindings.waiting(currentActor.actor(), study).size();
        return waiting == 0 ? texts.get("unblindings") : texts.get("unblindings.waiting", waiting);
    }

    /** Where the study offers such allocations, or ever had any; with how many wait for this person. */
    private Optional<Screen.Entry> allocationRequests(String study, String base, Texts texts) {
        Actor actor = currentActor.actor();
        List<AllocationRequest> asked = requests.list(actor, study);
        long waiting = asked.stream()
                .filter(request -> requests.decides(actor, request))
                .count();
        String label =
                waiting == 0 ? texts.get("allocation-requests") : texts.get("allocation-requests.waiting", waiting);
        Study offering = study(study);
        boolean offered = offering.forced() || EnvelopeRegister.offered(offering) || !asked.isEmpty();
        return offered ? Optional.of(new Screen.Entry(base + "/allocation-requests", label)) : Optional.empty();
    }

    private boolean hasKits(String study) {
        return study(study).conduct().kits().isPresent();
    }

    /** The study of the menu, which is mostly that of the page and was read for it. */
    private Study study(String id) {
        return shown.filter(study -> study.id().equals(id))
                .orElseGet(() -> studies.get(currentActor.actor(), id).study());
    }

    private boolean may(Right right, String study) {
        return permission.allowsSomewhere(currentActor.actor(), right, study);
    }

    /** A page for somebody who is not signed in and whose language may be known; a choice made here goes before it. */
    public Screen plain(Optional<Language> reader) {
        Optional<Language> unchosen = cookie(Languages.COOKIE).isPresent() ? Optional.empty() : reader;
        return unchosen.map(plain()::reading).orElseGet(this::plain);
    }

    /** The language chosen here before, else the person's own, else the first of the browser's that we have. */
    public Language language() {
        return cookie(Languages.COOKIE)
                .map(Language::of)
                .or(() -> currentActor.optionalPerson().map(SignedInPerson::language))
                .orElseGet(() -> Language.of(request.getLocale().getLanguage()));
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
