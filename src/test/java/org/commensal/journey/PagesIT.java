package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.journey.Browser.Size;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page there is, as somebody sees it who may: axe finds nothing, and nothing is wider than the screen. In both
 * languages and both sizes, on a phone also in migraine mode where participants see it. Takes many minutes, so it runs
 * with {@code mvn -Ppictures verify}, and leaves its pictures in {@code target/looks}.
 *
 * <p>The pages are those that the resource classes declare, so that a new one is among them. Those that need another study
 * or another moment are named with the journey that opens them.
 */
@EnabledIfSystemProperty(named = "journey.pictures", matches = "all")
class PagesIT {

    private static final String STUDY = "/studies/{study}";
    private static final String PARTICIPANT = STUDY + "/participants/{code}";

    /** The pages that each of these journeys opens. */
    private static final Map<String, List<String>> ELSEWHERE = Map.of(
            "CardIT", List.of("/p/{token}", "/p/{token}/another-pin"),
            "RemindersIT", List.of("/unsubscribe/{token}"),
            "ForcedAllocationIT", List.of(STUDY + "/allocation-requests/{request}"),
            "VerificationIT", List.of(STUDY + "/allocation/verification"),
            "MissingDataIT", List.of(STUDY + "/missing-forms"),
            "KitsIT",
                    List.of(
                            STUDY + "/kits",
                            STUDY + "/kits/shipments",
                            STUDY + "/kits/shipments/{shipment}",
                            PARTICIPANT + "/kits"),
            "RolesIT", List.of(PARTICIPANT + "/records/{task}"),
            "DoubleEntryIT", List.of(PARTICIPANT + "/second-entry/{task}", PARTICIPANT + "/differences/{task}"));

    private static final Scene SCENE = new Scene(TwoNodes.running().trial(), TestStudy.OPEN);

    private static Browser browser;

    /** A page with its first reader. */
    private record Seen(String role, Visitor reader, String address) {}

    @BeforeAll
    static void open() {
        browser = Browser.on(TwoNodes.running().first().base());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyPageIsOpenedHereOrElsewhere() throws IOException {
        List<String> nowhere = new ArrayList<>();
        for (Route route : pages()) {
            if (seen(route).isEmpty()) {
                nowhere.add(route.path());
            }
        }
        assertThat(nowhere)
                .containsExactlyInAnyOrderElementsOf(
                        ELSEWHERE.values().stream().flatMap(List::stream).toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageCanBeReadByEverybodyOnEveryScreen(Language language) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Route route : pages()) {
            seen(route).ifPresent(page -> look(page, language, wrong));
        }
        wrong.addAll(browser.errors());
        assertThat(wrong).isEmpty();
    }

    private static void look(Seen seen, Language language, List<String> wrong) {
        for (Size size : Size.values()) {
            look(seen, language, size, false, wrong);
            if (size == Size.PHONE && Set.of("nobody", "participant").contains(seen.role())) {
                look(seen, language, size, true, wrong);
            }
        }
    }

    private static void look(Seen seen, Language language, Size size, boolean dim, List<String> wrong) {
        Page page = browser.visitor(language, size, true);
        page.context().setExtraHTTPHeaders(seen.reader().headers());
        if (dim) {
            page.context()
                    .addCookies(List.of(new Cookie("light", "migraine")
                            .setUrl(seen.reader().base().toString())));
        }
        page.navigate(seen.address());
        String name = seen.address().replaceAll("[^a-zA-Z0-9]+", "-") + "-" + seen.role() + "-" + language.code() + "-"
                + size + (dim ? "-dim" : "");
        Browser.look(page, "pages/" + name);
        wrong.addAll(Browser.violations(page));
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wide)) {
            wrong.add(name + " is wider than the screen");
        }
        page.context().close();
    }

    /** The address of a page and the first who may read it; empty where nobody in this scene may. */
    private static Optional<Seen> seen(Route route) {
        return readers().entrySet().stream()
                .filter(reader -> isPage(SCENE.ask(reader.getValue(), route, false)))
                .findFirst()
                .map(reader -> new Seen(reader.getKey(), reader.getValue(), SCENE.address(route)));
    }

    private static boolean isPage(Answer answer) {
        return answer.status() == 200 && answer.header("Content-Type").startsWith("text/html");
    }

    private static List<Route> pages() throws IOException {
        return Route.all().stream()
                .filter(Route::isPage)
                .filter(route -> route.method().equals("GET"))
                .filter(route -> !route.path()
                        .matches(".*\\.[a-z]+|.*/(svg|png|\\{name})|/app/.*|/calendar/.*|/today/offline.*|/|/setup"))
                .toList();
    }

    /** Who follows a study comes before who may only sign in. */
    private static Map<String, Visitor> readers() {
        TestTrial trial = TwoNodes.running().trial();
        Map<String, Visitor> readers = new LinkedHashMap<>();
        Stream.of(Cast.SANNE, Cast.LOTTE, Cast.EVA, Cast.DAAN, Cast.NOOR, Cast.BRAM, Cast.RUBEN, Cast.IRIS)
                .forEach(person -> readers.put(person.role, trial.as(person)));
        readers.put("participant", SCENE.participant());
        readers.put("nobody", Visitor.at(trial.as(Cast.RUBEN).base()));
        return readers;
    }
}
