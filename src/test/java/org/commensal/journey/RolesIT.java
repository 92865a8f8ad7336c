package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.commensal.journey.Walk.Way;
import org.commensal.kernel.ParticipantCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The main task of every role, from the door to its end, by the menu and the links alone: in English at a desk, and in Dutch
 * on a phone without scripts. Two of them by the keyboard.
 */
class RolesIT {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}-[0-9]{4}-[0-9]");
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();

    private static final String DIARY = ".due-list a[href*='/diary/']";

    private final Browser browser = Demo.browser();

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCoordinatorScreensRecordsConsentAndEnrols(Way way) {
        Walk walk = walk("coordinator", way)
                .offers(RoleMenus.of("coordinator"))
                .menu("participants")
                .follow("screening.start")
                .press("screening.make");
        Page page = walk.page();
        String code = code(page);

        walk.isNotOffered("enrol", "randomise.do", "query.raise").follow("consent");
        walk.check("#take_part").press("consent.record");
        assertThat(page.locator(".faults a").count()).as("each fault is linked").isPositive();
        assertThat(page.isChecked("#take_part"))
                .as("the form comes back filled in")
                .isTrue();
        page.locator("main input[type=checkbox]").all().forEach(box -> box.check());
        walk.fill("signed-on", TODAY).press("consent.record");

        walk.follow("enrol");
        walk.fill("name", "Made-up Person").fill("email", "made-up@example.org").fill("birth-date", "2024-01-01");
        walk.press("enrol.do");
        assertThat(page.locator("#birth-date-fault").textContent()).isNotBlank();
        assertThat(page.inputValue("#name")).isEqualTo("Made-up Person");
        walk.fill("birth-date", "1984-05-06").press("enrol.do");
        assertThat(page.locator(".link-card .address").textContent()).contains("/p/");
        walk.follow("enrolled.on").sees(code).isNotOffered("query.raise", "participant.allocation.show");
        walk.menu("flow").press("flow.show-arms").seesKey("flow.by-arm");
    }

    @ParameterizedTest
    @EnumSource
    void anAdverseEventIsReportedByACoordinatorAndJudgedByAnInvestigator(Way way) {
        String code = leiden(3);
        String what = "Nausea, told " + way;
        Walk coordinator = participant("coordinator", way, code);
        coordinator.followFirst("main a[href$='/forms/AE']");
        coordinator
                .choose("ae_kind", "nausea")
                .fill("ae_description", what)
                .fill("ae_start", TODAY)
                .choose("ae_ongoing", "true")
                .choose("ae_grade", "1")
                .choose("ae_serious", "false")
                .choose("ae_outcome", "recovering")
                .press("form.save");
        coordinator.followText(what).isNotOffered("ae.judge");

        Walk investigator =
                walk("investigator", way).offers(RoleMenus.of("investigator")).menu("ae");
        investigator.followFirst("main tr:has-text('" + what + "') a");
        investigator.choose("causality", "possible").choose("expected", "yes").press("ae.judge");
        investigator.seesKey("ae.causality.possible").seesKey("ae.expected.yes");
    }

    @ParameterizedTest
    @EnumSource
    void anInvestigatorSignsAVisit(Way way) {
        Walk walk = walk("investigator", way).menu("closing").followText(leiden(way == Way.DESK ? 1 : 2));
        walk.seesKey("signatures.none").isNotOffered("closing.verify", "closing.do.button");
        walk.follow("signature.visit")
                .check("main input[name=meaning]")
                .fill("password", Walk.PASSWORD)
                .press("signature.do");
        walk.sees("Lotte Mulder");
    }

    @ParameterizedTest
    @EnumSource
    void aDataManagerRaisesAQueryTriesAFileAndFreezes(Way way) {
        String code = leiden(way == Way.DESK ? 4 : 5);
        Walk walk = participant("data-manager", way, code).offers(RoleMenus.of("data-manager"));
        walk.isNotOffered("participant.identity.show", "participant.allocation.show", "withdrawal");
        String question = "Is this weight right, asked " + way;
        walk.follow("query.raise");
        walk.page().selectOption("#about", "SCR/measurements");
        walk.press("query.next")
                .choose("item", "weight_kg")
                .fill("text", question)
                .press("query.raise");
        walk.menu("queries").sees(question);

        walk.menu("imports");
        String file = "participant;sample;sampled_on;method;calprotectin;crp;crp_unit;zonulin;cgrp;tryptase\n" + code
                + ";T0;14-09-2026;ELISA, lot 4711;12;3,1;mg/L;41,2;22,5;4,8\n";
        walk.page()
                .setInputFiles(
                        "main input[type=file]",
                        new FilePayload("results.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        walk.press("imports.try").seesKey("imports.verdict.ready");

        walk.menu("closing").check("main input[name=participant][value='" + code + "']");
        walk.choose("step", "freeze").press("closing.do.button");
        walk.followText(code).seesKey("freeze.frozen");
    }

    @ParameterizedTest
    @EnumSource
    void aMonitorVerifiesAFormAndClosesAQuery(Way way) {
        Walk walk = walk("monitor", way)
                .offers(RoleMenus.of("monitor"))
                .menu("closing")
                .followText(leiden(way == Way.DESK ? 1 : 2));
        walk.isNotOffered("signature.all", "closing.do.button").followFirst("main td a[href*='/records/']");
        walk.press("closing.verify.one").seesKey("verified.stands");

        walk.menu("queries").followFirst("main td a.code");
        walk.isNotOffered("query.do.answered").fill("text", "Seen " + way).press("query.do.closed");
        walk.seesKey("query.state.closed").sees("Seen " + way);
    }

    @ParameterizedTest
    @EnumSource
    void aStatisticianReleasesAndDownloadsABlindedDataset(Way way) throws IOException {
        Walk walk = walk("statistician", way)
                .offers(RoleMenus.of("statistician"))
                .menu("flow")
                .isNotOffered("flow.show-arms")
                .menu("releases");
        walk.follow("releases.make")
                .fill("name", "made " + way)
                .press("releases.do")
                .sees("made " + way);
        ends(walk);
        if (!walk.downloads("releases.download")) {
            withheldByChance(way);
            walk.press("releases.again");
            ends(walk);
        }
        Download download = walk.download("releases.download");
        try (ZipFile zip = new ZipFile(download.path().toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .contains("participants.csv", "diary.csv", "phq-9.csv", "codebook.csv", "manifest.json");
            byte[] participants =
                    zip.getInputStream(zip.getEntry("participants.csv")).readAllBytes();
            assertThat(new String(participants, StandardCharsets.UTF_8)).doesNotContain("PROB", "LFD", "MED", "LEI-");
        }
    }

    private static void ends(Walk walk) {
        for (int look = 0; look < 300 && walk.page().locator("progress").count() > 0; look++) {
            walk.page().waitForTimeout(200);
            walk.page().reload();
        }
    }

    /** One honest demonstration of fifty is withheld; what tells an arm wholesale is no chance. */
    private void withheldByChance(Way way) {
        walk("custodian", way)
                .menu("releases")
                .follow("releases.checks")
                .followFirst("main tbody th a")
                .doesNotSay("releases.checks.wholesale")
                .fill("reason", "The data are made up")
                .fill("password", Walk.PASSWORD)
                .press("releases.checks.accept");
    }

    @ParameterizedTest
    @EnumSource
    void theSafetyBoardAsksForAnUnblindingThatTheCustodianApproves(Way way) {
        String code = leiden(way == Way.DESK ? 3 : 6);
        Walk board = walk("safety-board", way)
                .offers(RoleMenus.of("safety-board"))
                .menu("flow")
                .isNotOffered("flow.show-arms")
                .menu("unblindings")
                .follow("unblinding.request");
        board.fill("participants", code)
                .check("main input[name=shownTo]")
                .choose("category", "safety-review")
                .fill("reason", "To weigh the events, " + way)
                .press("unblinding.request.do");
        board.seesKey("unblinding.state.requested").isNotOffered("unblinding.decide.do");

        Walk custodian = walk("custodian", way)
                .offers(RoleMenus.of("custodian"))
                .menu("unblindings")
                .followText(code);
        custodian
                .choose("decision", "approved")
                .fill("note", "As the charter says")
                .fill("password", Walk.PASSWORD);
        custodian.press("unblinding.decide.do").seesKey("unblinding.state.approved");
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorPausesAStudyAndLetsItGoOn(Way way) {
        Walk walk = walk("administrator", way);
        walk.isNotOffered("overview", "participants");
        walk.followFirst("main a[href='/studies/" + Demo.STUDY + "/protocol']")
                .offers(RoleMenus.of("administrator"))
                .menu("studies");
        changes(walk, "paused");
        changes(walk, "active");
    }

    private static void changes(Walk walk, String state) {
        walk.followFirst("main a[href='/studies/" + Demo.STUDY + "/state']")
                .choose("state", state)
                .fill("reason", "The room is painted")
                .press("state.change");
        walk.seesKey("state." + state);
    }

    @ParameterizedTest
    @EnumSource
    void anAuditorReadsTheTrailAndTakesItAlong(Way way) throws IOException {
        Walk walk = walk("auditor", way)
                .offers(RoleMenus.of("auditor"))
                .menu("audit")
                .seesKey("audit.caption");
        byte[] trail = Files.readAllBytes(walk.download("export.csv").path());
        assertThat(new String(trail, StandardCharsets.UTF_8)).contains("participant.randomised");
        walk.menu("seed.menu").seesKey("seed.commitment").isNotOffered("seed.contribute", "seed.ledger");
    }

    @ParameterizedTest
    @EnumSource
    void aParticipantFillsInADay(Way way) {
        Walk walk = walk(leiden(way == Way.DESK ? 13 : 12), way);
        Page page = walk.page();
        toToday(page);
        String diary = page.locator(DIARY).first().getAttribute("href");
        walk.followFirst(DIARY);
        for (int question = 1; question <= 3; question++) {
            String before = page.locator("h1").textContent();
            page.locator(".card-radio").nth(1).click();
            if (!way.scripting) {
                walk.followFirst("button[name=_next]");
            }
            PlaywrightAssertions.assertThat(page.locator("h1")).not().hasText(before);
        }
        walk.seesKey("done.on-the-server").followFirst(".thumb a[href='/today']");
        assertThat(page.locator(".due-list a[href='" + diary + "']").count()).isZero();
        assertThat(page.locator("nav.menu").count())
                .as("the menu of the study team")
                .isZero();
    }

    @Test
    void aDayIsFilledInByTheKeyboard() {
        Page page = walk(leiden(11), Way.DESK).page();
        toToday(page);
        Keys keys = new Keys(page);
        String diary = page.locator(DIARY).first().getAttribute("href");
        keys.to(".due-list a[href='" + diary + "']").leave("Enter");
        for (int question = 1; question <= 3; question++) {
            String before = page.locator("h1").textContent();
            keys.to(".card-radio input").press("ArrowDown");
            assertThat(page.locator("h1").textContent())
                    .as("an arrow key chooses and goes nowhere")
                    .isEqualTo(before);
            keys.to("button[name=_next]").leave("Enter");
            PlaywrightAssertions.assertThat(page.locator("h1")).not().hasText(before);
        }
        keys.to(".thumb a[href='/today']").leave("Enter");
        assertThat(page.locator(".due-list a[href='" + diary + "']").count()).isZero();
    }

    @Test
    void aParticipantIsRandomisedByTheKeyboardAfterTypingTheCode() {
        String code = leiden(9);
        Page page = walk("coordinator", Way.DESK).page();
        Keys keys = new Keys(page);
        keys.to("nav.menu a[href$='/participants']").leave("Enter");
        keys.to("#search").type(code).leave("Enter");
        keys.to("td a.code").leave("Enter");
        keys.to("a[href$='/randomisation']").leave("Enter");
        keys.to("#code").type("LEI-9999-9").leave("Enter");
        assertThat(page.locator("#code-fault").textContent()).isNotBlank();
        keys.to("#code").press("Control+A").type(code);
        keys.to("main form button").leave("Space");
        assertThat(page.locator("[role=status]").textContent()).contains(code);
        keys.to("a.button").leave("Enter");
        keys.to("form[action$='/allocation'] button").leave("Enter");
        assertThat(page.locator("main").textContent())
                .containsPattern("Multispecies probiotic|Low-FODMAP diet|Mediterranean diet");
    }

    /** From the question that a participant is asked at once, back to the list of what is due. */
    private static void toToday(Page page) {
        Locator back = page.locator("header.top a.icon");
        if (back.count() > 0) {
            back.click();
        }
        page.waitForSelector(".due-list");
    }

    private Walk walk(String name, Way way) {
        return Walk.signedIn(browser, name, way);
    }

    /** Looks somebody up among the participants. */
    private Walk participant(String name, Way way, String code) {
        Walk walk = walk(name, way).menu("participants");
        walk.fill("search", code).press("participants.search");
        return walk.followText(code);
    }

    private static String leiden(int number) {
        return ParticipantCode.of("LEI", number).value();
    }

    private static String code(Page page) {
        return CODE.matcher(page.content()).results().findFirst().orElseThrow().group();
    }
}
