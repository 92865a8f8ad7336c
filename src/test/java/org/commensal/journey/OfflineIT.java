package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.commensal.journey.Browser.Size;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A participant without a network: nothing that was filled in is lost, and nothing is there twice. */
class OfflineIT {

    private static final String SENDING = "**/responses/*";

    private final RunningServer server = Demo.server();
    /** Of its own, since phones without a network complain until they are closed. */
    private final Browser browser = Browser.on(server.base());

    @AfterEach
    void close() {
        browser.close();
    }

    /** Twelve entries; the answer to the first gets lost on the way, and one day was filled in on another phone as well. */
    @Test
    void threeDaysOfDiaryArriveOnceThoughThePhoneIsFortyMinutesFast() {
        Diarist diarist = Diarist.enrolled(server, browser);
        Page phone = diarist.phone();
        phone.context().setOffline(true);
        int filledIn = 0;
        for (int day = 0; day <= 3; day++) {
            diarist.itIs(day, 21, 40);
            filledIn += diarist.fillInTheDays();
        }
        assertThat(filledIn).isEqualTo(12);
        diarist.hasUnsent("12 forms");
        Browser.look(phone, "offline-list");
        String conflict = "diary/" + diarist.today().plusDays(1);
        UUID first = headacheOnAnotherPhone(diarist, conflict);

        AtomicInteger attempts = new AtomicInteger();
        Visitor same = diarist.otherPhone(3);
        phone.route(SENDING, route -> {
            if (attempts.getAndIncrement() == 0) {
                arrives(route, same);
                route.abort();
            } else {
                route.resume();
            }
        });
        diarist.itIs(3, 22, 40);
        diarist.online();
        phone.waitForCondition(() -> attempts.get() == 1);
        diarist.hasUnsent("12 forms");
        diarist.online();
        phone.waitForCondition(() -> attempts.get() == 13);
        diarist.hasSent(12, 3);

        List<JsonObject> days = diarist.days(3);
        assertThat(days).hasSize(12);
        assertThat(days).extracting(day -> day.getString("task")).doesNotHaveDuplicates();
        assertThat(days).noneMatch(day -> day.getBoolean("late"));
        assertThat(days)
                .filteredOn(day -> !day.getString("task").equals(conflict))
                .extracting(day -> Instant.parse(day.getString("filledIn")))
                .allMatch(moment -> moment.atZone(Diarist.ZONE).getHour() == 21);
        assertThat(days)
                .filteredOn(day -> day.getString("task").equals(conflict))
                .extracting(day -> UUID.fromString(day.getString("id")))
                .containsExactly(first);
        theStudyTeamSeesBoth(diarist);
        theDiaryComesBackAsACalendar(diarist);
    }

    /** The server takes in what the phone sent, and the phone does not hear of it. */
    private static void arrives(Route route, Visitor same) {
        String path = URI.create(route.request().url()).getPath();
        same.sendJson("PUT", path, route.request().postData()).expect(201);
    }

    private static UUID headacheOnAnotherPhone(Diarist diarist, String task) {
        UUID id = UUID.randomUUID();
        JsonObject answers = Json.createObjectBuilder()
                .add("headache", true)
                .add("hp_duration_h", 4)
                .add("hp_severity", "2")
                .add("hp_unilateral", true)
                .add("hp_pulsating", true)
                .add("hp_aggravated", false)
                .add("nausea", "0")
                .add("vomiting", false)
                .add("photophobia", false)
                .add("phonophobia", false)
                .add("acute_medication", false)
                .add("aura", false)
                .build();
        diarist.otherPhone(1)
                .put(
                        Diarist.STUDY + "/participants/" + diarist.code() + "/responses/" + id,
                        Json.createObjectBuilder()
                                .add("task", task)
                                .add("answers", answers)
                                .build())
                .expect(201);
        return id;
    }

    /** Twelve forms of which each second is a diary day; only the one of the other phone has a headache. */
    private static void theDiaryComesBackAsACalendar(Diarist diarist) {
        Page phone = diarist.phone();
        phone.navigate("/own-diary");
        PlaywrightAssertions.assertThat(phone.locator("main h2").first()).hasText("Headache");
        PlaywrightAssertions.assertThat(phone.locator(".by-month li").first()).containsText("days filled in");
        assertThat(Browser.violations(phone)).isEmpty();
        Browser.look(phone, "own-diary");
    }

    private void theStudyTeamSeesBoth(Diarist diarist) {
        Page desk = browser.signedIn("coordinator", Language.EN, Size.DESK, true);
        desk.navigate("/studies/gutbrain-migraine-3arm/participants/" + diarist.code());
        desk.click("text=1 second answer");
        PlaywrightAssertions.assertThat(desk.locator("main tbody tr").first())
                .containsText("Did you have a headache today?");
        assertThat(Browser.violations(desk)).isEmpty();
        Browser.look(desk, "second-answers");
    }

    @Test
    void aServerThatIsKilledInTheMiddleLosesNothingAndHasNothingTwice() {
        Diarist diarist = Diarist.enrolled(server, browser);
        Page phone = diarist.phone();
        phone.context().setOffline(true);
        diarist.itIs(0, 21, 0);
        assertThat(diarist.fillInTheDays()).isEqualTo(6);
        AtomicInteger attempts = new AtomicInteger();
        Visitor same = diarist.otherPhone(0);
        phone.route(SENDING, route -> {
            if (attempts.incrementAndGet() == 3) {
                arrives(route, same);
                server.kill();
                route.abort();
            } else {
                route.resume();
            }
        });
        diarist.itIs(0, 22, 0);
        diarist.online();
        diarist.hasUnsent("4 forms");
        phone.unroute(SENDING);
        server.restart();
        diarist.online();
        diarist.hasSent(6, 0);

        List<JsonObject> days = diarist.days(0);
        assertThat(days).hasSize(6);
        assertThat(days).extracting(day -> day.getString("task")).doesNotHaveDuplicates();
    }

    @Test
    void nobodyElseSeesOrSendsWhatWasFilledIn() {
        Diarist diarist = Diarist.enrolled(server, browser);
        Page phone = diarist.phone();
        phone.context().setOffline(true);
        diarist.itIs(0, 21, 0);
        diarist.fillInTheDays();
        phone.context().clearCookies();
        diarist.online();
        diarist.hasUnsent("Sign in to send them.");

        Diarist other = Diarist.enrolled(server, browser);
        diarist.signsIn(other);
        diarist.open();
        diarist.saysNothingIsUnsent();
        assertThat(diarist.days(0)).isEmpty();

        phone.context().clearCookies();
        diarist.signsIn(diarist);
        phone.navigate("/today");
        diarist.hasSent(6, 0);
    }

    @Test
    void signingOutSaysWhatWasNotSentAndLeavesNothingReadable() {
        Diarist diarist = Diarist.enrolled(server, browser);
        Page phone = diarist.phone();
        phone.context().setOffline(true);
        diarist.itIs(0, 21, 0);
        diarist.fillInTheDays();
        phone.route(SENDING, route -> route.abort());
        phone.context().setOffline(false);
        phone.navigate("/today");
        diarist.hasUnsent("6 forms");
        phone.click("form[action='/sign-out'] button");
        PlaywrightAssertions.assertThat(phone.locator("#unsent-sign-out")).isVisible();
        phone.click("form[action='/sign-out'] button");
        phone.waitForURL(url -> url.contains("/sign-in"));

        phone.context().setOffline(true);
        phone.navigate("/today");
        PlaywrightAssertions.assertThat(phone.locator("#shell h1")).hasText("You are offline");
        phone.context().setOffline(false);
        phone.unroute(SENDING);
        diarist.signsIn(diarist);
        phone.navigate("/today");
        diarist.hasSent(6, 0);
    }

    /** The network goes while a question is on the screen: what was typed is kept, and the form goes on. */
    @Test
    void aFormThatWasBegunGoesOnWithoutANetworkAndWithOneAgain() {
        Diarist diarist = Diarist.enrolled(server, browser);
        Page phone = diarist.phone();
        String diary = "/today/diary/" + diarist.today();
        phone.navigate(diary);
        phone.locator(".card-radio").nth(0).click();
        phone.waitForSelector("#hp_duration_h");
        phone.waitForSelector("body[data-sync]");
        phone.context().setOffline(true);
        phone.fill("#hp_duration_h", "thirty");
        phone.click("[name=_next]");
        PlaywrightAssertions.assertThat(phone.locator("#shell #hp_duration_h-fault"))
                .containsText("you wrote \"thirty\"");
        phone.fill("#hp_duration_h", "6.5");
        phone.click("[name=_next]");
        phone.waitForSelector("#shell #hp_severity");
        Browser.look(phone, "offline-question");

        phone.context().setOffline(false);
        phone.navigate(diary);
        PlaywrightAssertions.assertThat(phone.locator("form.step[action] #hp_severity"))
                .isVisible();
    }
}
