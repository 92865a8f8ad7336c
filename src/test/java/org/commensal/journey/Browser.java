package org.commensal.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium, driven as a person would. Where no browser is installed the journeys are skipped and say so.
 *
 * <p>A page that writes an error to the console, has a script that fails, or breaks the content security policy, fails the
 * journey.
 */
final class Browser implements AutoCloseable {

    /** The two sizes in which every page must look right. */
    enum Size {
        DESK(1280, 800),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** What tells apart pages that are one page: codes, days, ids. */
    private static final String NAMES = "[A-Z]{3}-\\d{4}-\\d|[0-9a-f-]{36}|20\\d\\d-\\d\\d-\\d\\d";

    private static final Path LOOKS = Path.of("target", "looks");
    private static final boolean PICTURES = "all".equals(System.getProperty("journey.pictures"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final URI base;
    private final List<String> errors = new ArrayList<>();
    private final Set<String> checked = new HashSet<>();

    private Browser(Path executable, URI base) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
        this.base = base;
    }

    /** Opens a browser on this server, or skips the test. */
    static Browser on(URI base) {
        Optional<Path> executable = executable();
        Assumptions.assumeTrue(
                executable.isPresent(),
                "No Chromium is installed, so the journeys in a browser are skipped: install Debian's package chromium.");
        return new Browser(executable.orElseThrow(), base);
    }

    private static Optional<Path> executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A person with a device of their own, who has not signed in. */
    Page visitor(Language language, Size size, boolean scripting) {
        BrowserContext device = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(size.width, size.height)
                .setLocale(language == Language.NL ? "nl-NL" : "en-GB")
                .setTimezoneId("Europe/Amsterdam")
                .setJavaScriptEnabled(scripting)
                .setBaseURL(base.toString()));
        device.addCookies(List.of(new Cookie("lang", language.code()).setUrl(base.toString())));
        Page page = device.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                errors.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        return page;
    }

    /** A person who has signed in with the password of the demonstration, on the page where that leads. */
    Page signedIn(String name, Language language, Size size, boolean scripting) {
        Page page = visitor(language, size, scripting);
        page.navigate("/sign-in");
        page.fill("#name", name);
        page.fill("#password", "demonstration");
        page.click("form.form button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        speak(page, language);
        return page;
    }

    /** Takes this language where the server remembers another. */
    private static void speak(Page page, Language language) {
        if (!language.code().equals(page.locator("html").getAttribute("lang"))) {
            page.locator("button[name=language]").first().dispatchEvent("click");
            page.waitForSelector("html[lang=" + language.code() + "]");
        }
    }

    /** What axe finds against WCAG 2.2 AA, a line each; empty where it finds nothing. */
    static List<String> violations(Page page) {
        AxeResults results = new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        return results.getViolations().stream()
                .map((Rule rule) -> page.url() + ": " + rule.getId() + " " + rule.getHelp() + " "
                        + rule.getNodes().get(0).getHtml())
                .toList();
    }

    /**
     * Has axe look at a page, the first time that it is seen in this language and size; what it finds counts as an error.
     *
     * @param scripting whether the page runs scripts; where it does not, axe looks at a copy that does
     */
    void check(Page page, boolean scripting) {
        String address = page.url().substring(base.toString().length()).replaceAll(NAMES, "~");
        String language = page.locator("html").getAttribute("lang");
        int faults = page.locator(".faults").count();
        if (checked.add(language + page.viewportSize().width + address + faults)) {
            errors.addAll(scripting ? violations(page) : violationsOfCopy(page));
        }
    }

    private List<String> violationsOfCopy(Page page) {
        try (BrowserContext elsewhere = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(page.viewportSize().width, page.viewportSize().height))) {
            Page copy = elsewhere.newPage();
            String content = page.content();
            copy.route("**/*", route -> {
                if (route.request().isNavigationRequest()) {
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(content));
                } else if (route.request().resourceType().equals("script")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            copy.navigate(page.url());
            return violations(copy);
        }
    }

    /** Keeps a picture of the page for people to look at, where they asked for pictures. */
    static void look(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(LOOKS.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }

    /** What went wrong since this was asked last. */
    List<String> errors() {
        List<String> all = List.copyOf(errors);
        errors.clear();
        return all;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
