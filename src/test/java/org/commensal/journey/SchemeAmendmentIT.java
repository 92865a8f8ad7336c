package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.commensal.allocation.LedgerArchive;
import org.commensal.allocation.LedgerArchive.Verified;
import org.junit.jupiter.api.Test;

/**
 * The allocation scheme of a running study is amended three times: another ratio, an arm that is closed, a site that is
 * added. Each scheme has a seed, a commitment and a ledger of its own, and every allocation is of one of them.
 */
class SchemeAmendmentIT {

    private static final TestStudy STUDY = TestStudy.RESCHEMED;
    private static final String BASE = TestTrial.path(STUDY);
    private static final String ARM = TestStudy.ARM + "|ARMY9V";
    private static final int CROWD = 36;
    private static final String EXPIRY =
            LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusYears(1).toString();

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor ruben = trial.as(Cast.RUBEN);
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor noor = trial.as(Cast.NOOR);

    @Test
    void aRunningStudyGetsAnotherScheme() throws Exception {
        trial.stock(STUDY, "B1", sanne, "north", 60);
        List<String> first = randomised(9);
        assertThat(arms(first)).containsOnly(Map.entry("ARMX7Q", 3L), Map.entry("ARMY9V", 3L), Map.entry("ARMZ3K", 3L));
        String commitment = ruben.get(BASE).field("commitment");

        whatWasAllocatedIsNotTakenAway();
        publish(STUDY.withAnotherRatio()).expect(201);
        it("2").isNotReleasedSiteBySite();
        it("2").isActivatedWhenAllIsOnFile();
        assertThat(ruben.get(BASE).field("commitment")).isNotEqualTo(commitment);
        assertThat(activation().expect(200).field("version")).isEqualTo("2");
        List<String> second = randomised(8);
        assertThat(arms(second))
                .containsOnly(Map.entry("ARMX7Q", 4L), Map.entry("ARMY9V", 2L), Map.entry("ARMZ3K", 2L));

        publish(STUDY.withAClosedArm()).expect(201);
        it("3").isPrepared();
        List<String> crowd = randomisedWhileItIsActivated();
        List<String> toTheEndOfABlock = randomised((int) (crowdOf("3", crowd) * 2 % 3));
        List<String> third = randomised(9);
        assertThat(arms(third)).containsOnly(Map.entry("ARMX7Q", 6L), Map.entry("ARMZ3K", 3L));
        theClosedArmIsKept(first);

        publish(STUDY.withAThirdSite()).expect(201);
        it("4").isPrepared();
        nothingIsLeftForAClosedLedger(third.get(0));
        activation().expect(200);
        assertThat(follow(eligible(1).get(0), third.get(0)).expect(422).text())
                .contains("the scheme that allocates now");
        List<String> fourth = randomised(3);
        somebodyOfTheNewSiteIsRandomised();

        assertThat(schemes(first)).containsOnly("1");
        assertThat(schemes(second)).containsOnly("2");
        assertThat(schemes(crowd)).isSubsetOf("2", "3");
        assertThat(schemes(third)).containsOnly("3");
        assertThat(schemes(fourth)).containsOnly("4");
        thePagesSayWhichSchemeAllocatedWhen();
        blindedPeopleLearnNothing(first.get(0));
        bothVerifiersComputeEachSchemeAgain(9 + 8 + CROWD + toTheEndOfABlock.size() + 9 + 1 + 4);
    }

    private long crowdOf(String scheme, List<String> crowd) {
        return schemes(crowd).stream().filter(scheme::equals).count();
    }

    private void whatWasAllocatedIsNotTakenAway() {
        TestStudy two = STUDY.withAnotherRatio();
        for (TestStudy forbidden : List.of(
                two.replacing("study.yaml", " *- \\{code: ARMY9V.*\n", "").replacing("allocation.yaml", "4", "3"),
                two.replacing("study.yaml", "open-label: \\[coordinator\\]", "open-label: [participant]"))) {
            publish(forbidden).expect(409);
        }
    }

    /** What is done about one version. */
    private record Amendment(SchemeAmendmentIT journey, String version) {

        private String path() {
            return BASE + "/versions/" + version;
        }

        void isNotReleasedSiteBySite() {
            assertThat(journey.activation().expect(409).text())
                    .contains("Somebody else than its publisher approves version " + version, "0 of 2 people");
            approve();
            assertThat(journey.ruben
                            .post(path() + "/sites", Map.of("site", "north"))
                            .expect(409)
                            .text())
                    .contains("at all sites at once");
            assertThat(journey.ruben.get(BASE).field("version")).isEqualTo("1");
            assertThat(journey.trial
                            .as(Cast.EVA)
                            .get(path() + "/differences")
                            .expect(200)
                            .text())
                    .contains("\"severity\":\"scheme\"")
                    .doesNotContain("block");
        }

        void isActivatedWhenAllIsOnFile() {
            journey.ruben
                    .send("POST", BASE + "/allocation/seed", BodyPublishers.noBody())
                    .expect(200);
            journey.noor
                    .post(BASE + "/allocation/contributions", Map.of("content", "2 7 1 8 2 8"))
                    .expect(200);
            assertThat(journey.activation().expect(409).text())
                    .contains("Simulate the allocation of version " + version);
            journey.trial.prepare(STUDY);
            assertThat(journey.activation().expect(200).field("version")).isEqualTo(version);
        }

        void isPrepared() {
            approve();
            journey.trial.prepare(STUDY);
        }

        private void approve() {
            journey.ruben
                    .post(path() + "/approval", Map.of("reference", "a letter"))
                    .expect(403);
            journey.invited("administrator", "*")
                    .post(path() + "/approval", Map.of("reference", "a letter"))
                    .expect(200);
        }
    }

    private Amendment it(String version) {
        return new Amendment(this, version);
    }

    /** On both nodes, with the activation in their midst: each is in the old ledger or in the new one. */
    private List<String> randomisedWhileItIsActivated() {
        List<String> codes = eligible(CROWD);
        List<Callable<Answer>> acts = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            String code = codes.get(i);
            Visitor there = sanne.movedTo(nodes.bases().get(i % 2));
            acts.add(() -> TestTrial.randomise(there, STUDY, code, "crowd-" + code));
        }
        acts.add(CROWD / 3, this::activation);
        assertThat(new Crowd(12).each(acts)).extracting(Answer::status).containsOnly(200);
        return codes;
    }

    /** What is asked for is decided first, and no envelope stays sealed. */
    private void nothingIsLeftForAClosedLedger(String followed) {
        String request = follow(eligible(1).get(0), followed).expect(201).field("id");
        assertThat(activation().expect(409).text()).contains("waits for a decision");
        noor.post(
                        BASE + "/allocation-requests/" + request + "/decision",
                        Map.of("decision", "approved", "note", "one household", "password", Cast.PASSWORD))
                .expect(200);
        String anEntry = "(select id from audit_entries limit 1)";
        String somebody = "(select person from audit_entries limit 1)";
        nodes.database()
                .tamper(
                        "insert into issued_envelopes (id, study, version, site, first_number, last_number, person, at, audit)"
                                + " values (gen_random_uuid(), '" + STUDY.id() + "', '3', 'north', 1, 1, " + somebody
                                + ", now(), "
                                + anEntry + ")");
        assertThat(activation().expect(409).text()).contains("Envelope 1 of site north is still sealed");
        nodes.database()
                .tamper("insert into spoiled_envelopes (study, version, site, number, reason, person, at, audit)"
                        + " values ('" + STUDY.id() + "', '3', 'north', 1, 'taken back', " + somebody + ", now(), "
                        + anEntry + ")");
    }

    private Answer follow(String code, String followed) {
        return sanne.with("Idempotency-Key", "follow-" + code)
                .post(
                        BASE + "/participants/" + code + "/forced-allocation",
                        Map.of("follows", followed, "reason", "one household"));
    }

    /** The site is a factor of the scheme, so that it comes with one. */
    private void somebodyOfTheNewSiteIsRandomised() {
        Visitor west = invited("coordinator", "west");
        trial.stock(STUDY, "B3", west, "west", 2);
        String code = west.post(BASE + "/participants", Map.of("site", "west"))
                .expect(201)
                .field("code");
        west.put(TestTrial.path(STUDY, code) + "/consent", TestTrial.consent()).expect(200);
        west.post(TestTrial.path(STUDY, code) + "/enrolment", TestTrial.identity())
                .expect(201);
        TestTrial.submit(west, STUDY, code, UUID.randomUUID(), TestTrial.SCREENING, TestTrial.answers("mild"))
                .expect(201);
        TestTrial.randomise(west, STUDY, code, "west-" + code).expect(200);
        assertThat(nodes.database().rows("select version, stream from allocations where participant = '" + code + "'"))
                .containsExactly(new Object[] {"4", "site=west;severity=mild"});
    }

    /** Its participants keep arm, tasks and kits, and kits of it are made as before. */
    private void theClosedArmIsKept(List<String> first) {
        String code = first.stream()
                .filter(each -> arm(each).equals("ARMY9V"))
                .findFirst()
                .orElseThrow();
        String own = BASE + "/participants/" + code;
        assertThat(sanne.get(own + "/tasks").expect(200).text()).contains("C8/check");
        String kit =
                sanne.post(own + "/kits", Map.of("visit", "C2")).expect(200).field("number");
        assertThat(nodes.database()
                        .rows("select kind from kit_kinds where study = '" + STUDY.id() + "' and number = '" + kit
                                + "'"))
                .extracting(row -> row[0])
                .containsExactly("ARMY9V");
        trial.as(Cast.BRAM)
                .post(BASE + "/kits", Map.of("batch", "B2", "expiry", EXPIRY, "sets", 2))
                .expect(201);
        assertThat(trial.as(Cast.BRAM).get(BASE + "/kits/list.csv").text()).containsPattern("ARMY9V,B2");
    }

    private void thePagesSayWhichSchemeAllocatedWhen() {
        JsonObject standing = noor.get(BASE + "/allocation").expect(200).json();
        List<JsonObject> schemes = standing.getJsonArray("schemes").getValuesAs(JsonObject.class);
        assertThat(schemes).extracting(scheme -> scheme.getString("version")).containsExactly("1", "2", "3", "4");
        assertThat(schemes)
                .extracting(scheme -> scheme.containsKey("closedAt"))
                .containsExactly(true, true, true, false);
        assertThat(schemes.get(0).getInt("allocations")).isEqualTo(9);
        assertThat(noor.with("Accept", "text/html")
                        .get("/studies/" + STUDY.id() + "/allocation")
                        .expect(200)
                        .text())
                .contains("Schemes in order", "Allocates now", schemes.get(0).getString("end"))
                .doesNotContainPattern(ARM);
        assertThat(noor.get(BASE + "/allocation/commitment.txt").expect(200).text())
                .contains("version: 1", "version: 4", "end: " + schemes.get(2).getString("end"));
    }

    private void blindedPeopleLearnNothing(String code) {
        Visitor daan = trial.as(Cast.DAAN);
        daan.get(BASE + "/participants/" + code + "/allocation").expect(403);
        assertThat(daan.get(BASE + "/participants/" + code + "/allocation-events")
                        .expect(200)
                        .text())
                .contains("\"scheme\":\"1\"")
                .doesNotContainPattern(ARM);
        assertThat(trial.as(Cast.IRIS).get(BASE + "/audit?size=100").text())
                .contains("scheme.activated", "\"closes\"")
                .doesNotContainPattern(ARM);
    }

    private void bothVerifiersComputeEachSchemeAgain(int allocations) throws Exception {
        for (String state : List.of("closed", "locked")) {
            ruben.post(BASE + "/state", Map.of("state", state, "reason", "the end"))
                    .expect(200);
        }
        for (Cast approver : List.of(Cast.NOOR, Cast.BRAM)) {
            trial.as(approver)
                    .send("POST", BASE + "/allocation/approvals", BodyPublishers.noBody())
                    .expect(200);
        }
        byte[] zip = trial.as(Cast.BRAM)
                .get(BASE + "/allocation/ledger.zip")
                .expect(200)
                .body();
        Map<String, byte[]> files = new TreeMap<>();
        Unzipped.texts(zip).forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        List<Verified> verified = LedgerArchive.verify(files);
        assertThat(verified).hasSize(4).allMatch(each -> each.outcome().holds());
        assertThat(verified.stream()
                        .mapToInt(each -> each.outcome().allocations())
                        .sum())
                .isEqualTo(allocations);
        JsonObject here =
                noor.get(BASE + "/allocation/verification").expect(200).json();
        assertThat(here.getBoolean("holds")).isTrue();
        assertThat(here.getJsonArray("schemes")).hasSize(4);
        assertThat(noor.with("Accept", "text/html")
                        .get("/studies/" + STUDY.id() + "/allocation/verification")
                        .expect(200)
                        .text())
                .contains("Version 1: ", "Version 4: ")
                .doesNotContainPattern(ARM);
        if (WalkthroughIT.has("Rscript")) {
            Path ledger = Files.write(Settings.folder("schemes-ledger").resolve("ledger.zip"), zip);
            assertThat(inR(ledger).lines()).hasSize(4).allMatch(line -> line.contains("No fault"));
        }
    }

    private static String inR(Path zip) throws IOException {
        Process process = new ProcessBuilder("Rscript", "deploy/verify-allocations.R", zip.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private List<String> eligible(int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(trial.eligible(STUDY, Cast.SANNE, "mild"));
        }
        return codes;
    }

    private List<String> randomised(int count) {
        List<String> codes = eligible(count);
        codes.forEach(code ->
                TestTrial.randomise(sanne, STUDY, code, "scheme-" + code).expect(200));
        return codes;
    }

    private Map<String, Long> arms(List<String> codes) {
        return codes.stream().collect(Collectors.groupingBy(this::arm, Collectors.counting()));
    }

    private String arm(String code) {
        return sanne.get(BASE + "/participants/" + code + "/allocation")
                .expect(200)
                .field("code");
    }

    private List<String> schemes(List<String> codes) {
        return codes.stream()
                .map(code -> sanne.get(BASE + "/participants/" + code + "/allocation-events")
                        .expect(200)
                        .field("scheme"))
                .toList();
    }

    private Answer activation() {
        return ruben.send("POST", BASE + "/activation", BodyPublishers.noBody());
    }

    private Answer publish(TestStudy version) {
        return ruben.with("Content-Type", "application/zip")
                .send("POST", "/api/studies", BodyPublishers.ofByteArray(version.zip()));
    }

    private Visitor invited(String role, String site) {
        return trial.invited("Karin", role + "-" + UUID.randomUUID(), role, STUDY, site);
    }
}
