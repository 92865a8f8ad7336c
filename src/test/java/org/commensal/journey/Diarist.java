package org.commensal.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Language;

/**
 * A participant of the demonstration who was enrolled 23 days ago, so that each day asks for the diary and for the
 * evening questions, and who has one phone.
 *
 * @param team the coordinator
 * @param link the last part of the personal link
 * @param today in the trial; every request says what time it is there
 */
record Diarist(RunningServer server, Visitor team, String code, String link, Page phone, LocalDate today) {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final String STUDY = "/api/studies/gutbrain-migraine-3arm";

    private static final String PASSWORD = "demonstration";
    private static final String DAYS = "#shell .due a[href*='/20']";
    private static final int DAYS_IN = 23;
    private static final int PATIENCE = 120_000;

    static Diarist enrolled(RunningServer server, Browser browser) {
        LocalDate today = LocalDate.now(ZONE);
        LocalDate then = today.minusDays(DAYS_IN);
        Visitor team = Visitor.at(server.base()).withTokenOf("coordinator", PASSWORD);
        Visitor coordinator = team.with("Demo-Time", at(then, 9, 0).toString());
        String code = coordinator
                .post(STUDY + "/participants", Map.of("site", "leiden"))
                .expect(201)
                .field("code");
        String path = STUDY + "/participants/" + code;
        coordinator.put(path + "/consent", consent(then)).expect(200);
        String link = TestTrial.token(coordinator
                .post(path + "/enrolment", TestTrial.identity())
                .expect(201)
                .field("link"));
        Visitor.at(server.base())
                .post("/api/links/pin", Map.of("token", link, "pin", Cast.PIN))
                .expect(204);
        Page phone = browser.visitor(Language.EN, Browser.Size.PHONE, true);
        phone.setDefaultTimeout(PATIENCE);
        Diarist diarist = new Diarist(server, team, code, link, phone, today);
        diarist.signsIn(diarist);
        diarist.itIs(0, 12, 0);
        diarist.open();
        return diarist;
    }

    private static JsonObject consent(LocalDate day) {
        var answers = Json.createObjectBuilder();
        List.of("take_part", "use_of_data", "inform_gp").forEach(question -> answers.add(question, true));
        return Json.createObjectBuilder()
                .add("documentVersion", "0.3")
                .add("language", "en")
                .add("signedOn", day.toString())
                .add("answers", answers.add("contact_later", false).add("laboratory", false))
                .build();
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    /** Sets the time of the trial, and the clock of the phone, which may be fast. */
    void itIs(int daysFromNow, int hour, int minutesFast) {
        Instant now = at(today.plusDays(daysFromNow), hour, 0);
        phone.context().setExtraHTTPHeaders(Map.of("Demo-Time", now.toString()));
        phone.clock().setFixedTime(Date.from(now.plusSeconds(60L * minutesFast)));
    }

    /** Opens the list of what is due with a network, and waits until the phone can go on without one. */
    void open() {
        phone.navigate("/today");
        phone.waitForSelector(
                "body[data-sync='here']", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Fills in every day that is due, without a network: no headache, and the evening as far as it need not be skipped. */
    int fillInTheDays() {
        int filledIn = 0;
        phone.navigate("/today");
        phone.waitForSelector("#shell h1");
        while (phone.locator(DAYS).count() > 0) {
            phone.locator(DAYS).first().click();
            phone.waitForSelector("#shell form.step");
            while (phone.locator("#shell form.step").count() > 0) {
                answer();
            }
            filledIn++;
            phone.locator("#shell .thumb a").click();
            phone.waitForSelector("#shell .words:not(.done) h1");
        }
        return filledIn;
    }

    /** Skips what may be skipped, and says no to the rest. */
    private void answer() {
        String progress = phone.locator("#shell progress").getAttribute("value");
        Locator skip = phone.locator("#shell [name=_skip]");
        if (skip.isVisible()) {
            skip.click();
        } else {
            phone.locator("#shell .card-radio").nth(1).click();
        }
        phone.waitForSelector("#shell .done, #shell progress:not([value='" + progress + "'])");
    }

    /** Somebody signs in on this phone, by their link and PIN. */
    void signsIn(Diarist somebody) {
        phone.navigate("/p/" + somebody.link());
        phone.fill("#pin", Cast.PIN);
        phone.check("input[name=phone][value=own]");
        phone.click("main form button.button");
        phone.waitForURL(url -> !url.contains("/p/"));
    }

    /** Says to the page that the network is back, as a browser does. */
    void online() {
        phone.context().setOffline(false);
        phone.evaluate("dispatchEvent(new Event('online'))");
    }

    void hasUnsent(String sentence) {
        PlaywrightAssertions.assertThat(phone.locator("#unsent"))
                .containsText(sentence, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    /** Waits until so many responses to a day are with the study team, and the phone knows it. */
    void hasSent(int responses, int daysFromNow) {
        phone.waitForCondition(
                () -> days(daysFromNow).size() == responses, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        saysNothingIsUnsent();
    }

    void saysNothingIsUnsent() {
        PlaywrightAssertions.assertThat(phone.locator("#unsent"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
    }

    /** The same participant on another phone. */
    Visitor otherPhone(int daysFromNow) {
        return Visitor.at(server.base())
                .withTokenOf(link, Cast.PIN)
                .with("Demo-Time", at(today.plusDays(daysFromNow), 22, 0).toString());
    }

    /** Every response of this participant to a day. */
    List<JsonObject> days(int daysFromNow) {
        return team
                .with("Demo-Time", at(today.plusDays(daysFromNow), 22, 0).toString())
                .get(STUDY + "/participants/" + code + "/responses")
                .expect(200)
                .list()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(response -> response.containsKey("day"))
                .toList();
    }
}
