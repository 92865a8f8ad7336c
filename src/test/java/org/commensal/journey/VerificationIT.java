package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commensal.allocation.LedgerVerification;
import org.commensal.allocation.LedgerVerification.Outcome;
import org.junit.jupiter.api.Test;

/** A seed that several people made is bound, allocates on two nodes, and is revealed and verified after the study. */
class VerificationIT {

    private static final TestStudy STUDY = TestStudy.VERIFIED;
    private static final String SEED = TestTrial.path(STUDY) + "/allocation";
    private static final int PARTICIPANTS = 6;

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor ruben = trial.as(Cast.RUBEN);
    private final Visitor noor = trial.as(Cast.NOOR);
    private final Visitor bram = trial.as(Cast.BRAM);
    private final Visitor iris = trial.as(Cast.IRIS);

    @Test
    void fromTheFirstDrawToTheLastCheck() {
        othersContributeToWhatIsBoundAlready();
        participantsAreRandomisedOnBothNodes();
        theSeedIsRevealedByTwoPeopleAfterTheLock();
        whatIsDownloadedIsVerifiedWithoutTheServer();
        theServerVerifiesItForThoseWhoWatch();
        whoeverChangedTheDatabaseIsFound();
        assertThat(iris.get(TestTrial.path(STUDY) + "/audit?size=100").text())
                .contains(
                        "seed.drawn",
                        "seed.contributed",
                        "seed.reveal-approved",
                        "ledger.withheld",
                        "ledger.downloaded",
                        "ledger.verified")
                .doesNotContainPattern(TestStudy.ARM);
    }

    private void othersContributeToWhatIsBoundAlready() {
        contribute(noor, "3 1 4 1 5 9 2 6").expect(409);
        post(noor, "seed").expect(403);
        String server = post(ruben, "seed").expect(200).field("serverCommitment");
        assertThat(post(ruben, "seed").expect(200).field("serverCommitment")).isEqualTo(server);
        assertThat(text(noor)).contains("server-commitment: " + server, "contributions: 0");

        contribute(trial.as(Cast.SANNE), "3 1 4 1 5 9 2 6").expect(403);
        contribute(ruben, "3 1 4 1 5 9 2 6").expect(403);
        contribute(noor, "short").expect(422);
        contribute(noor, "3 1 4 1 5 9 2 6").expect(200);
        contribute(noor, "something else").expect(409);
        onPage(bram, "short").expect(422);
        onPage(bram, "é, \"so\" it is").expect(303);
        JsonObject before = bram.get(SEED).expect(200).json();
        assertThat(before.getJsonArray("contributions").toString()).doesNotContain("3 1 4");

        String commitment = ruben.send("POST", TestTrial.path(STUDY) + "/activation", BodyPublishers.noBody())
                .expect(200)
                .field("commitment");
        assertThat(commitment).isNotEqualTo(server);
        assertThat(text(iris)).contains("\ncommitment: " + commitment, "contributions: 2");
        assertThat(iris.get(SEED)
                        .expect(200)
                        .json()
                        .getJsonArray("contributions")
                        .toString())
                .contains("3 1 4 1 5 9 2 6");
        post(ruben, "seed").expect(409);
        contribute(trial.as(Cast.FLEUR), "too late now").expect(409);
    }

    private void participantsAreRandomisedOnBothNodes() {
        IntStream.range(0, PARTICIPANTS).forEach(i -> {
            Cast coordinator = i % 2 == 0 ? Cast.SANNE : Cast.TOM;
            String code = trial.eligible(STUDY, coordinator, i % 3 == 0 ? "mild" : "severe");
            Visitor there = trial.as(coordinator).movedTo(nodes.bases().get(i / 2 % 2));
            TestTrial.randomise(there, STUDY, code, "verified-" + code).expect(200);
        });
    }

    private void theSeedIsRevealedByTwoPeopleAfterTheLock() {
        post(noor, "approvals").expect(409);
        bram.get(SEED + "/ledger.zip").expect(409);
        noor.get(SEED + "/verification").expect(409);
        become("closed");
        post(noor, "approvals").expect(409);
        become("locked");

        post(ruben, "approvals").expect(403);
        post(trial.as(Cast.SANNE), "approvals").expect(403);
        assertThat(post(noor, "approvals").expect(200).json().getBoolean("revealed"))
                .isFalse();
        bram.get(SEED + "/ledger.zip").expect(409);
        post(noor, "approvals").expect(409);
        assertThat(post(bram, "approvals").expect(200).json().getBoolean("revealed"))
                .isTrue();
    }

    private void whatIsDownloadedIsVerifiedWithoutTheServer() {
        for (Cast blinded : List.of(Cast.NOOR, Cast.EVA, Cast.DAAN, Cast.IRIS, Cast.RUBEN, Cast.SANNE, Cast.LOTTE)) {
            trial.as(blinded).get(SEED + "/ledger.zip").expect(403);
        }
        Map<String, byte[]> files = new TreeMap<>();
        Unzipped.texts(bram.get(SEED + "/ledger.zip").expect(200).body())
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));

        Outcome outcome = LedgerVerification.of(files);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.allocations()).isEqualTo(PARTICIPANTS);
        assertThat(outcome.chained()).isEqualTo(PARTICIPANTS);
        assertThat(outcome.contributions()).isEqualTo(2);
    }

    private void theServerVerifiesItForThoseWhoWatch() {
        JsonObject verified = noor.get(SEED + "/verification").expect(200).json();
        assertThat(verified.getBoolean("holds")).isTrue();
        assertThat(verified.getInt("allocations")).isEqualTo(PARTICIPANTS);
        trial.as(Cast.SANNE).get(SEED + "/verification").expect(403);
        Visitor browser = iris.with("Accept", "text/html");
        assertThat(browser.get("/studies/" + STUDY.id() + "/allocation")
                        .expect(200)
                        .text())
                .contains("/allocation/verification")
                .doesNotContain("ledger.zip\"");
        assertThat(browser.get("/studies/" + STUDY.id() + "/allocation/verification")
                        .expect(200)
                        .text())
                .contains("No fault")
                .doesNotContainPattern(TestStudy.ARM);
    }

    /** Only the owner of the database can, and not by mistake. */
    private void whoeverChangedTheDatabaseIsFound() {
        nodes.database()
                .tamper("alter table allocations disable trigger append_only;"
                        + " update allocations set arm = case arm when 'ARMX7Q' then 'ARMZ3K' else 'ARMX7Q' end"
                        + " where study = 'verified' and sequence = 1;"
                        + " alter table allocations enable trigger append_only");

        Answer answer = noor.get(SEED + "/verification").expect(200);

        assertThat(answer.json().getBoolean("holds")).isFalse();
        assertThat(answer.text())
                .contains("the arm is not the arm computed", "the chain does not fit", "\"line\":2")
                .doesNotContainPattern(TestStudy.ARM);
    }

    private static Answer post(Visitor who, String step) {
        return who.send("POST", SEED + "/" + step, BodyPublishers.noBody());
    }

    private static Answer contribute(Visitor who, String content) {
        return who.post(SEED + "/contributions", Map.of("content", content));
    }

    private static Answer onPage(Visitor who, String content) {
        return who.browsing()
                .postForm("/studies/" + STUDY.id() + "/allocation/contributions", Map.of("content", content));
    }

    private static String text(Visitor who) {
        return who.get(SEED + "/commitment.txt").expect(200).text();
    }

    private void become(String state) {
        ruben.post(TestTrial.path(STUDY) + "/state", Map.of("state", state, "reason", "the end"))
                .expect(200);
    }
}
