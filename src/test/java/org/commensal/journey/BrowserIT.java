package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.commensal.journey.Browser.Size;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The work of a coordinator, a participant and a statistician in a real browser, on the demonstration. */
class BrowserIT {

    private static final String STUDY = "/studies/gutbrain-migraine-3arm";
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}-[0-9]{4}-[0-9]");

    /** Two synthetic participants of Leiden who keep the diary of the run-in. */
    private static final String IN_RUN_IN = ParticipantCode.of("LEI", 13).value();

    private static final String OTHER_IN_RUN_IN = ParticipantCode.of("LEI", 12).value();

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        server = RunningServer.start(folder, Map.of("app.mode", "demo"));
        browser = Browser.on(server.base());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EN, DESK, true", "NL, PHONE, false"})
    void aCoordinatorScreensRecordsConsentAndEnrols(Language language, Size size, boolean scripting) {
        Page page = browser.signedIn("coordinator", language, size, scripting);
        page.navigate(STUDY + "/screening");
        send(page);
        String code = code(page);

        page.navigate(STUDY + "/participants/" + code + "/consent");
        page.check("#take_part");
        send(page);
        assertThat(page.locator(".faults a").count()).as("each fault is linked").isPositive();
        assertThat(page.isChecked("#take_part"))
                .as("the form comes back filled in")
                .isTrue();
        page.locator("main input[type=checkbox]").all().forEach(box -> box.check());
        page.fill(
                "#signed-on",
                java.time.LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam")).toString());
        send(page);

        page.navigate(STUDY + "/participants/" + code + "/enrolment");
        page.fill("#name", "Made-up Person");
        page.fill("#email", "made-up@example.org");
        page.fill("#birth-date", "2024-01-01");
        send(page);
        assertThat(page.locator("#birth-date-fault").textContent()).isNotBlank();
        assertThat(page.inputValue("#name")).isEqualTo("Made-up Person");
        page.fill("#birth-date", "1984-05-06");
        send(page);
        assertThat(page.locator(".link-card .address").textContent()).contains("/p/");
    }

    @Test
    void aCoordinatorRandomisesAfterTypingTheCode() {
        Page page = browser.signedIn("coordinator", Language.EN, Size.DESK, true);
        page.navigate(STUDY);
        page.getByText("Run-in complete")
                .last()
                .locator("xpath=ancestor::*[.//a][1]")
                .locator("a")
                .first()
                .click();
        String code =
                CODE.matcher(page.url()).results().findFirst().orElseThrow().group();
        page.navigate(STUDY + "/participants/" + code + "/randomisation");
        page.fill("#code", "LEI-9999-9");
        send(page);
        assertThat(page.locator("#code-fault").textContent()).isNotBlank();
        page.fill("#code", code);
        send(page);
        assertThat(page.locator("[role=status]").textContent()).contains(code);

        page.navigate(STUDY + "/participants/" + code);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show allocation"))
                .click();
        assertThat(page.content()).containsPattern("Multispecies probiotic|Low-FODMAP diet|Mediterranean diet");
    }

    @Test
    void aDayWithoutHeadacheTakesThreeTaps() {
        Page page = browser.signedIn(IN_RUN_IN, Language.NL, Size.PHONE, true);
        page.navigate("/today");
        page.locator(".due-list a:has-text('Uw dag')").last().click();
        Browser.look(page, "diary-nl-phone");
        for (int tap = 1; tap <= 3; tap++) {
            next(page, () -> page.locator(".card-radio").nth(1).click());
        }
        assertThat(page.locator(".card-radio").count())
                .as("nothing is left to answer")
                .isZero();
        Browser.look(page, "diary-done-nl-phone");
    }

    @Test
    void aHeadacheDayIsFilledInWithoutScriptsAndResumedOnAnotherPhone() {
        Page page = browser.signedIn(OTHER_IN_RUN_IN, Language.EN, Size.PHONE, false);
        page.navigate("/today");
        String diary = page.locator(".due-list a:has-text('Your day')").first().getAttribute("href");
        page.navigate(diary);
        choose(page, 0);
        page.fill("#hp_duration_h", "thirty");
        send(page);
        assertThat(page.inputValue("#hp_duration_h")).isEqualTo("thirty");
        page.fill("#hp_duration_h", "6.5");
        send(page);

        Page other = browser.signedIn(OTHER_IN_RUN_IN, Language.EN, Size.PHONE, false);
        other.navigate(diary);
        assertThat(other.locator("h1").textContent())
                .isEqualTo(page.locator("h1").textContent());
        for (int question = 0; question < 20 && other.locator(".step").count() > 0; question++) {
            choose(other, 0);
        }
        assertThat(other.locator(".step").count())
                .as("nothing is left to answer")
                .isZero();
        other.navigate("/today");
        assertThat(other.locator(".due-list a[href='" + diary + "']").count()).isZero();
    }

    @Test
    void aStatisticianReleasesAndDownloadsABlindedDataset() throws IOException {
        Page page = browser.signedIn("statistician", Language.EN, Size.DESK, true);
        page.navigate(STUDY + "/releases");
        page.fill("#name", "browser 1");
        send(page);
        Download download = page.waitForDownload(
                () -> page.locator("a[href$='dataset.zip']").first().click());
        try (ZipFile zip = new ZipFile(download.path().toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .contains("participants.csv", "diary.csv", "phq-9.csv", "codebook.csv", "manifest.json");
            byte[] participants =
                    zip.getInputStream(zip.getEntry("participants.csv")).readAllBytes();
            assertThat(new String(participants, StandardCharsets.UTF_8)).doesNotContain("PROB", "LFD", "MED", "LEI-");
        }
        assertThat(Files.size(download.path())).isPositive();
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
        List<String> violations = new ArrayList<>();
        for (Size size : Size.values()) {
            Page visitor = browser.visitor(language, size, true);
            visit(visitor, List.of("/sign-in", "/nothing-here", "/setup"), language, size, violations);
            Page coordinator = browser.signedIn("coordinator", language, size, true);
            String participant = STUDY + "/participants/" + IN_RUN_IN;
            visit(
                    coordinator,
                    List.of(
                            STUDY,
                            STUDY + "/participants",
                            participant,
                            participant + "/randomisation",
                            STUDY + "/screening",
                            STUDY + "/protocol",
                            STUDY + "?waiting=all",
                            "/studies"),
                    language,
                    size,
                    violations);
            visit(
                    browser.signedIn("statistician", language, size, true),
                    List.of(STUDY + "/releases"),
                    language,
                    size,
                    violations);
            visit(
                    browser.signedIn("administrator", language, size, true),
                    List.of("/studies", "/study-import", STUDY + "/state", STUDY + "/protocol"),
                    language,
                    size,
                    violations);
            visit(
                    browser.signedIn("auditor", language, size, true),
                    List.of(STUDY + "/audit"),
                    language,
                    size,
                    violations);
        }
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPageOfAParticipantHasAnAccessibilityViolationInEitherMode(Language language) {
        List<String> violations = new ArrayList<>();
        Page page = browser.signedIn(IN_RUN_IN, language, Size.PHONE, true);
        for (String mode : List.of("bright", "dim")) {
            page.navigate("/today");
            violations.addAll(Browser.violations(page));
            Browser.look(page, "today-" + language.code() + "-" + mode);
            if (page.locator(".due-list a").count() > 0) {
                page.locator(".due-list a").first().click();
                violations.addAll(Browser.violations(page));
                Browser.look(page, "question-" + language.code() + "-" + mode);
            }
            page.navigate(STUDY + "/protocol");
            violations.addAll(Browser.violations(page));
            Browser.look(page, "protocol-" + language.code() + "-" + mode);
            page.navigate("/today");
            page.locator("form[action='/appearance'] button").first().click();
        }
        assertThat(violations).isEmpty();
    }

    private static void visit(Page page, List<String> paths, Language language, Size size, List<String> violations) {
        for (String path : paths) {
            page.navigate(path);
            violations.addAll(Browser.violations(page));
            Browser.look(page, path.replaceAll("[^a-zA-Z0-9]+", "-") + "-" + language.code() + "-" + size);
        }
    }

    private static void send(Page page) {
        page.locator("main form button.button").last().click();
        page.waitForLoadState();
    }

    /** Chooses an option of the question on screen, or fills in a number, and goes on. */
    private static void choose(Page page, int option) {
        if (page.locator("main .ask input:is([type=radio], [type=checkbox])").count() > 0) {
            page.locator("main .ask input:is([type=radio], [type=checkbox])")
                    .nth(option)
                    .check();
        } else {
            page.locator("main .ask input").first().fill("3");
        }
        send(page);
    }

    /** Does what leads to the next question, and waits until it is there. */
    private static void next(Page page, Runnable act) {
        String before = page.locator("h1").textContent();
        act.run();
        PlaywrightAssertions.assertThat(page.locator("h1")).not().hasText(before);
    }

    private static String code(Page page) {
        return CODE.matcher(page.content()).results().findFirst().orElseThrow().group();
    }
}
