package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.commensal.allocation.LedgerVerification;
import org.commensal.allocation.LedgerVerification.Outcome;
import org.commensal.allocation.VerifierInR;
import org.commensal.kernel.ParticipantCode;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A participant is given the arm of another when two people agree; nobody names it, no stream counts it. */
@TestMethodOrder(OrderAnnotation.class)
class ForcedAllocationIT {

    private static final TestStudy STUDY = TestStudy.FORCED;
    private static final Pattern ARM = Pattern.compile(TestStudy.ARM + "|Xerxes|Zenobia", Pattern.CASE_INSENSITIVE);

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor noor = trial.as(Cast.NOOR);

    @Test
    @Order(1)
    void itIsAskedForByTheSiteAndDecidedBySomebodyElse() {
        trial.stock(STUDY, "F1", trial.as(Cast.SANNE), "north", 25);
        trial.stock(STUDY, "F2", trial.as(Cast.TOM), "south", 25);
        String first = trial.randomised(STUDY, Cast.SANNE);
        String second = trial.eligible(STUDY, Cast.SANNE, "severe");
        for (Cast person : Cast.values()) {
            if (person != Cast.SANNE) {
                assertThat(ask(trial.as(person), STUDY, second, first).status())
                        .as(person.role)
                        .isIn(403, 404);
            }
        }
        String id = ask(sanne, STUDY, second, first).expect(201).field("id");

        for (Cast person : List.of(Cast.SANNE, Cast.LOTTE, Cast.DAAN, Cast.EVA, Cast.IRIS, Cast.RUBEN)) {
            assertThat(decide(trial.as(person), STUDY, id, "approved", Cast.PASSWORD)
                            .status())
                    .as(person.role)
                    .isIn(403, 404);
        }
        decide(trial.as(Cast.TOM), STUDY, id, "approved", Cast.PASSWORD).expect(404);
        decide(noor, STUDY, id, "approved", "not the password").expect(403);
        decide(noor, STUDY, UUID.randomUUID().toString(), "approved", Cast.PASSWORD)
                .expect(404);
        assertThat(rows("select 1 from allocations where participant = '" + second + "'"))
                .isEmpty();
        decide(noor, STUDY, id, "refused", Cast.PASSWORD).expect(200);
        decide(noor, STUDY, id, "refused", Cast.PASSWORD).expect(200);
        decide(noor, STUDY, id, "approved", Cast.PASSWORD).expect(409);
        decide(trial.as(Cast.BRAM), STUDY, id, "refused", Cast.PASSWORD).expect(409);
        assertThat(rows("select 1 from allocations where participant = '" + second + "'"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void whatCannotBeFollowedIsRefusedAlikeWhateverTheReason() {
        String first = trial.randomised(STUDY, Cast.SANNE);
        String elsewhere = trial.randomised(STUDY, Cast.TOM);
        String notYet = trial.eligible(STUDY, Cast.SANNE, "mild");
        String second = trial.eligible(STUDY, Cast.SANNE, "mild");
        String nobody = ParticipantCode.of(ParticipantCode.parse(first).sitePrefix(), 9999)
                .value();

        String said = ask(sanne, STUDY, second, elsewhere).expect(422).text();
        for (String follows : List.of(notYet, second, nobody)) {
            assertThat(ask(sanne, STUDY, second, follows).expect(422).text()).isEqualTo(said);
        }
        ask(sanne, STUDY, first, first).expect(409);
        ask(sanne, STUDY, trial.screened(STUDY, Cast.SANNE), first).expect(409);
        ask(sanne, STUDY, second, "no code").expect(404);
        sanne.with("Idempotency-Key", "short")
                .sendJson("POST", path(STUDY, second) + "/forced-allocation", content(first, "household"))
                .expect(422);
        sanne.with("Idempotency-Key", "long enough")
                .sendJson("POST", path(STUDY, second) + "/forced-allocation", content(first, "   "))
                .expect(422);
        TestStudy without = TestStudy.BLOCKS;
        String other = trial.randomised(without, Cast.SANNE);
        assertThat(ask(sanne, without, trial.eligible(without, Cast.SANNE, "mild"), other)
                        .expect(409)
                        .text())
                .contains("offers no forced allocation");
    }

    @Test
    @Order(3)
    void bothHaveOneArmAndNobodyBlindedLearnsWhich() {
        String first = trial.randomised(STUDY, Cast.SANNE);
        String second = trial.eligible(STUDY, Cast.SANNE, "severe");
        String key = "forced-" + second;
        String id = ask(sanne, STUDY, second, first, key).expect(201).field("id");
        assertThat(ask(sanne, STUDY, second, first, key).expect(201).field("id"))
                .isEqualTo(id);
        ask(sanne, STUDY, trial.eligible(STUDY, Cast.SANNE, "mild"), first, key).expect(409);
        ask(sanne, STUDY, second, first).expect(409);

        JsonObject seen = noor.get(path(STUDY) + "/allocation-requests")
                .expect(200)
                .list()
                .getJsonObject(0);
        assertThat(seen.toString()).contains("one household").doesNotContain(first, second);
        assertThat(browser(Cast.NOOR)
                        .get("/studies/" + STUDY.id() + "/allocation-requests/" + id)
                        .expect(200)
                        .text())
                .contains("one household", "name=\"decision\"")
                .doesNotContain(first, second);
        Answer approved = decide(noor, STUDY, id, "approved", Cast.PASSWORD);
        assertThat(approved.expect(200).text()).contains("\"approved\"").doesNotContain(first, second);

        assertThat(arm(second)).isEqualTo(arm(first));
        assertThat(rows("select stream, sequence, weights, pick, draws from allocations where participant = '" + second
                        + "'"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row[0]).isEqualTo("forced/" + first);
                    assertThat(row[3]).isEqualTo(0L);
                    assertThat(row[4]).isEqualTo(0);
                });
        assertThat(rows("select distinct k.kind from kit_kinds k join kit_steps s on s.number = k.number"
                        + " where s.participant in ('" + first + "', '" + second + "')"))
                .hasSize(1);
        JsonObject history = sanne.get(path(STUDY, second) + "/allocation-events")
                .expect(200)
                .json();
        assertThat(history.getString("way")).isEqualTo("forced");
        assertThat(browser(Cast.SANNE)
                        .get("/studies/" + STUDY.id() + "/participants/" + second)
                        .expect(200)
                        .text())
                .contains("Same group as another participant")
                .doesNotContain(first)
                .doesNotContainPattern(ARM);
        assertThat(trial.as(Cast.IRIS)
                        .get(path(STUDY) + "/audit?size=100")
                        .expect(200)
                        .text())
                .contains("allocation.requested", "allocation.approved", "\"forced\"")
                .doesNotContainPattern(TestStudy.ARM);
        assertThat(rows("select cast(changes as text), action from audit_entries where action like 'allocation.%'"
                        + " and cast(changes as text) like '%" + first + "%'"))
                .isEmpty();
        ask(sanne, STUDY, trial.eligible(STUDY, Cast.SANNE, "mild"), second).expect(422);
    }

    @Test
    @Order(4)
    void decidedOnTwoNodesAtOnceItIsOneAllocation() {
        String first = trial.randomised(STUDY, Cast.SANNE);
        String second = trial.eligible(STUDY, Cast.SANNE, "mild");
        String id = ask(sanne, STUDY, second, first).expect(201).field("id");
        List<Callable<Integer>> sends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Visitor somewhere = noor.movedTo(nodes.bases().get(i % 2));
            sends.add(() ->
                    decide(somewhere, STUDY, id, "approved", Cast.PASSWORD).status());
        }

        assertThat(new Crowd(6).each(sends)).containsOnly(200);
        assertThat(rows("select 1 from allocations where participant = '" + second + "'"))
                .hasSize(1);
    }

    @Test
    @Order(5)
    void whoeverWasRandomisedMeanwhileIsNotAllocatedAgain() {
        String first = trial.randomised(STUDY, Cast.SANNE);
        String second = trial.eligible(STUDY, Cast.SANNE, "mild");
        String id = ask(sanne, STUDY, second, first).expect(201).field("id");
        TestTrial.randomise(sanne, STUDY, second, "key-" + second).expect(200);

        assertThat(decide(noor, STUDY, id, "approved", Cast.PASSWORD)
                        .expect(409)
                        .text())
                .contains("can only be refused")
                .doesNotContain(second);
        decide(noor, STUDY, id, "refused", Cast.PASSWORD).expect(200);
        assertThat(rows("select 1 from allocations where participant = '" + second + "'"))
                .hasSize(1);
    }

    @Test
    @Order(6)
    void onPagesItIsAskedForAndDecided() {
        String first = trial.randomised(STUDY, Cast.SANNE);
        String second = trial.eligible(STUDY, Cast.SANNE, "mild");
        String own = "/studies/" + STUDY.id() + "/participants/" + second;
        assertThat(browser(Cast.SANNE).get(own).expect(200).text()).contains(own + "/forced-allocation");
        browser(Cast.SANNE).get(own + "/forced-allocation").expect(200);
        browser(Cast.SANNE)
                .postForm(own + "/forced-allocation", Map.of("follows", "x", "reason", ""))
                .expect(422);
        String page = browser(Cast.SANNE)
                .postForm(
                        own + "/forced-allocation",
                        Map.of("follows", first, "reason", "<one> household", "key", "page-" + second))
                .expect(303)
                .header("Location");

        assertThat(browser(Cast.SANNE).get(page).expect(200).text())
                .contains(first, second, "&lt;one&gt; household")
                .doesNotContain("name=\"decision\"");
        assertThat(browser(Cast.FLEUR)
                        .get("/studies/" + STUDY.id() + "/allocation-requests")
                        .expect(200)
                        .text())
                .contains("Exceptional allocations (", "To be decided")
                .doesNotContain(first, second);
        String csv = "/studies/" + STUDY.id() + "/allocation-requests.csv?state=requested&site=north&sort=asked";
        assertThat(browser(Cast.SANNE).get(csv).expect(200).text())
                .startsWith("request,way,state,site,code,follows,")
                .contains("forced,requested,north," + second + "," + first)
                .doesNotContain("approved");
        assertThat(browser(Cast.FLEUR).get(csv).expect(200).text())
                .contains("forced,requested,north,,,")
                .doesNotContain(first, second);
        browser(Cast.FLEUR)
                .postForm(page, Map.of("note", "seen", "password", Cast.PASSWORD))
                .expect(422);
        browser(Cast.FLEUR)
                .postForm(page, Map.of("note", "seen", "decision", "approved", "password", Cast.PASSWORD))
                .expect(303);
        assertThat(browser(Cast.FLEUR).get(page).expect(200).text())
                .contains("Approved")
                .doesNotContain("name=\"decision\"");
        assertThat(arm(second)).isEqualTo(arm(first));
    }

    @Test
    @Order(7)
    void theLedgerHoldsAndTheNextAllocationDoesNotCountIt(@TempDir Path folder) throws Exception {
        TestStudy study = TestStudy.FOLLOWED;
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            codes.add(trial.randomised(study, Cast.SANNE));
        }
        for (String follows : List.of(codes.get(0), codes.get(0), codes.get(2))) {
            String second = trial.eligible(study, Cast.SANNE, "severe");
            String id = ask(sanne, study, second, follows).expect(201).field("id");
            decide(trial.as(Cast.BRAM), study, id, "approved", Cast.PASSWORD).expect(200);
            trial.randomised(study, Cast.TOM);
        }
        for (String state : List.of("closed", "locked")) {
            trial.as(Cast.RUBEN)
                    .post(path(study) + "/state", Map.of("state", state, "reason", "the end"))
                    .expect(200);
        }
        for (Cast approver : List.of(Cast.NOOR, Cast.BRAM)) {
            trial.as(approver)
                    .send("POST", path(study) + "/allocation/approvals", BodyPublishers.noBody())
                    .expect(200);
        }
        Map<String, byte[]> files = new TreeMap<>();
        Unzipped.texts(trial.as(Cast.BRAM)
                        .get(path(study) + "/allocation/ledger.zip")
                        .expect(200)
                        .body())
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));

        Outcome outcome = LedgerVerification.of(files);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.allocations()).isEqualTo(9);
        assertThat(outcome.chained()).isEqualTo(9);
        assertThat(noor.get(path(study) + "/allocation/verification")
                        .expect(200)
                        .json()
                        .getBoolean("holds"))
                .isTrue();
        if (VerifierInR.isInstalled()) {
            assertThat(VerifierInR.says(files, folder))
                    .singleElement()
                    .asString()
                    .startsWith("No fault: followed");
        }
    }

    private static Answer ask(Visitor who, TestStudy study, String code, String follows) {
        return ask(who, study, code, follows, "asked-" + UUID.randomUUID());
    }

    private static Answer ask(Visitor who, TestStudy study, String code, String follows, String key) {
        return who.with("Idempotency-Key", key)
                .sendJson("POST", path(study, code) + "/forced-allocation", content(follows, "two of one household"));
    }

    private static String content(String follows, String reason) {
        return "{\"follows\": \"" + follows + "\", \"reason\": \"" + reason + "\"}";
    }

    private static Answer decide(Visitor who, TestStudy study, String id, String decision, String password) {
        return who.post(
                path(study) + "/allocation-requests/" + id + "/decision",
                Map.of("decision", decision, "note", "as the protocol says", "password", password));
    }

    private Visitor browser(Cast person) {
        return trial.as(person).browsing();
    }

    private String arm(String code) {
        return (String) rows("select arm, id from allocations where participant = '" + code + "'")
                .get(0)[0];
    }

    private List<Object[]> rows(String query) {
        return nodes.database().rows(query);
    }
}
