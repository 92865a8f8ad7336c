package org.commensal.web;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.SignedInPerson;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.pages.StaticTemplates;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** Makes the {@link Screen} of a request: in the language and light that its reader chose, with the menu of their roles. */
@RequestScoped
public class Screens {

    public static final String LIGHT_COOKIE = "light";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    Menu menu;

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
        Texts texts = Texts.in(language());
        return screen(
                Optional.empty(),
                List.of(),
                seen.size() == 1 ? menu.of(seen.get(0).study(), texts) : menu.aboveStudies(texts));
    }

    /** A page of a study, for somebody who takes part in it. */
    public Screen in(String id) {
        Study study = studies.get(currentActor.actor(), id).study();
        Language language = language();
        Screen.InStudy here = new Screen.InStudy(
                id, study.title().in(language), study.version(), study.notice().map(notice -> notice.in(language)));
        return screen(Optional.of(here), study.sites(), menu.of(study, Texts.in(language)));
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
