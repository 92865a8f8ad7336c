package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.journey.Browser.Size;
import org.commensal.kernel.Language;
import org.commensal.web.Texts;

/**
 * Somebody who signs in and goes about by the menu, the links and the buttons, as the language of the page calls them:
 * never by an address. Every page on the way is looked at.
 */
final class Walk {

    static final String PASSWORD = "demonstration";

    private static final int PATIENCE = 15_000;

    /** How somebody reads the pages. */
    enum Way {
        /** In English at a desk. */
        DESK(Language.EN, Size.DESK, true),
        /** In Dutch on a phone that runs no scripts. */
        PHONE(Language.NL, Size.PHONE, false);

        final Language language;
        final Size size;
        final boolean scripting;

        Way(Language language, Size size, boolean scripting) {
            this.language = language;
            this.size = size;
            this.scripting = scripting;
        }
    }

    private final Browser browser;
    private final Page page;
    private final Way way;
    private final Texts texts;

    private Walk(Browser browser, Page page, Way way) {
        this.browser = browser;
        this.page = page;
        this.way = way;
        this.texts = Texts.in(way.language);
    }

    /** Comes to the door, signs in, and takes the language of this way where the server remembers another. */
    static Walk signedIn(Browser browser, String name, Way way) {
        Page page = browser.visitor(way.language, way.size, way.scripting);
        page.setDefaultTimeout(PATIENCE);
        page.navigate("/");
        Walk walk = new Walk(browser, page, way);
        walk.fill("name", name);
        walk.fill("password", PASSWORD);
        walk.press("sign-in");
        page.waitForURL(url -> !url.contains("/sign-in"));
        walk.speak();
        return walk;
    }

    private void speak() {
        String language = way.language.code();
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            openMenu();
            page.locator("button[name=language]:visible").click();
        }
        PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", language);
        look();
    }

    Page page() {
        return page;
    }

    /** Goes to a page of the menu. */
    Walk menu(String key) {
        openMenu();
        return go(named(page.locator("nav.menu a:visible"), texts.get(key)));
    }

    /** What the menu offers is this and nothing else; how many decisions wait there does not matter. */
    Walk offers(String... keys) {
        openMenu();
        List<String> labels = page.locator("nav.menu a:visible").allTextContents().stream()
                .map(label -> label.replaceFirst(" \\(\\d+\\)$", ""))
                .toList();
        assertThat(labels)
                .containsExactlyElementsOf(Stream.of(keys).map(texts::get).toList());
        return this;
    }

    /** On a phone the menu is folded up. */
    private void openMenu() {
        Locator folded = page.locator("header.bar details:not([open]) summary");
        if (folded.isVisible()) {
            folded.click();
        }
    }

    Walk follow(String key) {
        return followText(texts.get(key));
    }

    /** Follows the first link with this text. */
    Walk followText(String label) {
        return go(named(page.locator("main a:visible"), label));
    }

    /** Follows the first link that this selector finds. */
    Walk followFirst(String selector) {
        return go(page.locator(selector));
    }

    Walk press(String key) {
        return go(named(page.locator("main button:visible"), texts.get(key)));
    }

    private Walk go(Locator what) {
        what.first().click();
        page.waitForLoadState();
        look();
        return this;
    }

    boolean downloads(String key) {
        return named(page.locator("main a:visible"), texts.get(key)).count() > 0;
    }

    Download download(String key) {
        return page.waitForDownload(() ->
                named(page.locator("main a:visible"), texts.get(key)).first().click());
    }

    private static Locator named(Locator all, String label) {
        String plain = label.replaceAll("[^\\w\\s]", "\\\\$0");
        Pattern whole = Pattern.compile("^\\s*" + plain + "( \\(\\d+\\))?\\s*$");
        return all.filter(new Locator.FilterOptions().setHasText(whole));
    }

    Walk fill(String field, String value) {
        page.fill("main [name='" + field + "'], main #" + field, value);
        return this;
    }

    Walk check(String selector) {
        page.locator(selector).first().check();
        return this;
    }

    Walk choose(String field, String value) {
        return check("main input[name='" + field + "'][value='" + value + "']");
    }

    Walk sees(String text) {
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(text);
        return this;
    }

    Walk seesKey(String key) {
        return sees(texts.get(key));
    }

    /** Whatever it is said of. */
    Walk doesNotSay(String key) {
        String said = texts.get(key).replace("%s", "").strip();
        PlaywrightAssertions.assertThat(page.locator("main")).not().containsText(said);
        return this;
    }

    /** Nothing on this page does that. */
    Walk isNotOffered(String... keys) {
        for (String key : keys) {
            assertThat(named(page.locator("main :is(a, button)"), texts.get(key))
                            .count())
                    .as(page.url() + " offers " + key)
                    .isZero();
        }
        return this;
    }

    private void look() {
        browser.check(page, way.scripting);
    }
}
