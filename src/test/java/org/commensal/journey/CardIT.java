package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.commensal.journey.Browser.Size;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a printed card to the diary and back again, in a real browser: the right PIN, wrong ones, a blocked link, a new card. */
class CardIT {

    private static final String PARTICIPANT =
            "/studies/gutbrain-migraine-3arm/participants/" + ParticipantCode.of("LEI", 6);
    private static final String PIN = "73915";

    private final Browser browser = Demo.browser();

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NL, true", "EN, false"})
    void aCardOpensTheDiaryUntilItsPinWasWrongTooOften(Language language, boolean scripting) {
        Page staff = browser.signedIn("coordinator", language, Size.DESK, true);
        String link = card(staff, language);
        Page phone = browser.visitor(language, Size.PHONE, scripting);
        phone.navigate(link);
        look(phone, "pin-choose-" + language.code(), scripting);
        fill(phone, "12345", "12345", "own");
        assertThat(phone.locator("#pin-fault").textContent()).isNotBlank();
        look(phone, "pin-refused-" + language.code(), scripting);
        fill(phone, PIN, PIN, "own");
        assertThat(phone.locator("body.door").count()).as("in the diary").isZero();

        signOut(phone);
        phone.navigate(link);
        look(phone, "pin-" + language.code(), scripting);
        enter(phone, PIN);
        assertThat(phone.locator("body.door").count()).as("in the diary again").isZero();
        signOut(phone);

        phone.navigate(link);
        for (int wrong = 1; wrong <= 10; wrong++) {
            assertThat(phone.locator("#pin").count()).as("try %s", wrong).isEqualTo(1);
            enter(phone, "84026");
        }
        assertThat(phone.locator("#pin").count()).as("blocked").isZero();
        look(phone, "link-blocked-" + language.code(), scripting);
        String next = card(staff, language);
        phone.navigate(link);
        assertThat(phone.locator("#pin").count()).as("the old card").isZero();
        look(phone, "link-gone-" + language.code(), scripting);
        phone.navigate("/lost-link");
        look(phone, "lost-link-" + language.code(), scripting);
        phone.navigate(next);
        fill(phone, "84026", "84026", "shared");
        assertThat(phone.locator("body.door").count()).as("in by the new card").isZero();
    }

    @Test
    void aPhoneOfOnesOwnAsksForThePinAloneAndADarkPageStaysDark() {
        Page staff = browser.signedIn("coordinator", Language.EN, Size.DESK, true);
        Page phone = browser.visitor(Language.NL, Size.PHONE, true);
        phone.navigate(card(staff, Language.EN));
        phone.locator("form[action='/appearance'] button.icon").click();
        look(phone, "pin-choose-dark", true);
        fill(phone, PIN, PIN, "own");
        assertThat(phone.locator("html.migraine").count()).isEqualTo(1);
        phone.context()
                .clearCookies(
                        new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("__Host-session"));
        phone.navigate("/today");
        assertThat(phone.locator("#pin").count()).as("the session is over").isEqualTo(1);
        look(phone, "pin-dark", true);
        enter(phone, PIN);
        assertThat(phone.locator("body.door").count()).isZero();
    }

    /** A script asks first what was not sent, so the answer comes after the click. */
    private static void signOut(Page phone) {
        phone.locator("form[action='/sign-out'] button").first().click();
        phone.waitForURL(url -> url.contains("/sign-in"));
    }

    private String card(Page staff, Language language) {
        staff.navigate(PARTICIPANT + "/link");
        staff.locator("main form button.button").click();
        look(staff, "card-" + language.code(), true);
        String address = staff.locator(".link-card .address").textContent();
        return address.substring(address.indexOf("/p/"));
    }

    private static void fill(Page phone, String pin, String again, String whose) {
        phone.fill("#pin", pin);
        phone.fill("#again", again);
        phone.check("input[name=phone][value=" + whose + "]");
        phone.locator("main form button.button").click();
        phone.waitForLoadState();
    }

    private static void enter(Page phone, String pin) {
        phone.fill("#pin", pin);
        phone.check("input[name=phone][value=own]");
        phone.locator("main form button.button").click();
        phone.waitForLoadState();
    }

    private void look(Page page, String name, boolean scripting) {
        browser.check(page, scripting);
        Browser.look(page, name);
    }
}
