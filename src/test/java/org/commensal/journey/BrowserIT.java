package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.commensal.journey.Browser.Size;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no role does every day, in a real browser on the demonstration; and every page on every screen, seen by axe. */
class BrowserIT {

    private static final String STUDY = "/studies/" + Demo.STUDY;

    /** Two synthetic participants of Leiden: who keeps the diary of the run-in, and who was randomised a week ago. */
    private static final String IN_RUN_IN = ParticipantCode.of("LEI", 13).value();

    private static final String RANDOMISED = ParticipantCode.of("LEI", 8).value();

    private final Browser browser = Demo.browser();

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aHeadacheDayIsFilledInWithoutScriptsAndResumedOnAnotherPhone() {
        Page page = browser.signedIn(RANDOMISED, Language.EN, Size.PHONE, false);
        page.navigate("/today");
        String diary = page.locator(".due-list a[href*='/diary/']").last().getAttribute("href");
        page.navigate(diary);
        choose(page);
        page.fill("#hp_duration_h", "thirty");
        send(page);
        assertThat(page.inputValue("#hp_duration_h")).isEqualTo("thirty");
        page.fill("#hp_duration_h", "6.5");
        send(page);

        Page other = browser.signedIn(RANDOMISED, Language.EN, Size.PHONE, false);
        other.navigate(diary);
        assertThat(other.locator("h1").textContent())
                .isEqualTo(page.locator("h1").textContent());
        for (int question = 0; question < 20 && other.locator(".step").count() > 0; question++) {
            choose(other);
        }
        assertThat(other.locator(".step").count())
                .as("nothing is left to answer")
                .isZero();
        other.navigate("/today");
        assertThat(other.locator(".due-list a[href='" + diary + "']").count()).isZero();
    }

    @Test
    void theDemonstrationHasSomethingToShowOnThePagesOfADataManager() {
        Page page = browser.signedIn("data-manager", Language.EN, Size.DESK, true);
        Map<String, List<String>> shown = Map.of(
                "/adverse-events", List.of("Appendicitis", "Bloated after meals"),
                "/medication", List.of("amitriptyline", "candesartan"),
                "/queries?state=all", List.of("Week 4 was filled in", "This remark holds a name"),
                "/deviations", List.of("The forms of week 4"));
        shown.forEach((path, texts) -> {
            page.navigate(STUDY + path);
            assertThat(page.locator("main").textContent()).contains(texts);
        });
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void anAdministratorMakesAStudyFolderOfAFileFromAnotherSystem(Size size) throws IOException {
        Page page = browser.signedIn("administrator", Language.NL, size, true);
        page.navigate("/study-import");
        page.setInputFiles("#file", new FilePayload("slaap.json", "application/json", Upload.QUESTIONNAIRE));
        page.click("main form button");
        assertThat(Browser.violations(page)).isEmpty();
        Download download =
                page.waitForDownload(() -> page.locator("a[download]").click());
        assertThat(download.suggestedFilename()).isEqualTo("slaap.zip");
        try (ZipFile zip = new ZipFile(download.path().toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName())).contains("study.yaml", "forms/sleep.yaml");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPageHasAnAccessibilityViolation(Language language) {
        String participant = STUDY + "/participants/" + IN_RUN_IN;
        for (Size size : Size.values()) {
            visit(browser.visitor(language, size, true), "/sign-in", "/nothing-here", "/setup");
            visit(
                    browser.signedIn("coordinator", language, size, true),
                    STUDY,
                    STUDY + "/participants",
                    participant,
                    participant + "/randomisation",
                    STUDY + "/screening",
                    STUDY + "/protocol",
                    STUDY + "?waiting=all",
                    "/studies");
            visit(
                    browser.signedIn("statistician", language, size, true),
                    STUDY + "/releases",
                    STUDY + "/releases/new",
                    STUDY + "/simulations");
            visit(
                    browser.signedIn("administrator", language, size, true),
                    "/studies",
                    "/study-import",
                    STUDY + "/state",
                    STUDY + "/protocol");
            visit(browser.signedIn("auditor", language, size, true), STUDY + "/audit");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPageOfAParticipantHasAnAccessibilityViolationInEitherMode(Language language) {
        Page page = browser.signedIn(IN_RUN_IN, language, Size.PHONE, true);
        for (String mode : List.of("bright", "dim")) {
            page.navigate("/today");
            look(page, "today", mode);
            if (page.locator(".due-list a").count() > 0) {
                page.locator(".due-list a").first().click();
                look(page, "question", mode);
            }
            page.navigate(STUDY + "/protocol");
            look(page, "protocol", mode);
            page.navigate("/today");
            page.locator("form[action='/appearance'] button").first().click();
        }
    }

    private static void look(Page page, String name, String mode) {
        assertThat(Browser.violations(page)).isEmpty();
        Browser.look(page, name + "-" + page.locator("html").getAttribute("lang") + "-" + mode);
    }

    private void visit(Page page, String... paths) {
        for (String path : paths) {
            page.navigate(path);
            browser.check(page, true);
            Browser.look(
                    page,
                    path.replaceAll("[^a-zA-Z0-9]+", "-") + "-"
                            + page.locator("html").getAttribute("lang") + "-" + page.viewportSize().width);
        }
    }

    private static void send(Page page) {
        page.locator("main form button.button").last().click();
        page.waitForLoadState();
    }

    /** Chooses the first option of the question on screen, or fills in a number, and goes on. */
    private static void choose(Page page) {
        if (page.locator("main .ask input:is([type=radio], [type=checkbox])").count() > 0) {
            page.locator("main .ask input:is([type=radio], [type=checkbox])")
                    .first()
                    .check();
        } else {
            page.locator("main .ask input").first().fill("3");
        }
        send(page);
    }
}
