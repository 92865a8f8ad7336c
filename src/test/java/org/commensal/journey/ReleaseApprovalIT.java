package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a statistician cannot have alone: an official release, masked arms, arms by name. One study, from open to locked. */
@TestMethodOrder(OrderAnnotation.class)
class ReleaseApprovalIT {

    private static final TestStudy STUDY = TestStudy.TOLD;
    private static final String RELEASES = TestTrial.path(STUDY) + "/releases";
    private static final TestTrial TRIAL = TwoNodes.running().trial();
    private static final Visitor NOOR = TRIAL.as(Cast.NOOR);

    @BeforeAll
    static void randomise() {
        for (int i = 0; i < 4; i++) {
            TRIAL.randomised(STUDY, Cast.SANNE);
        }
    }

    @Test
    @Order(1)
    void beforeTheLockThereIsNothingButADraftWithoutArms() {
        for (Map<String, Object> asked : List.<Map<String, Object>>of(
                Map.of("name", "early", "kind", "official"),
                Map.of("name", "early", "arms", "masked"),
                Map.of("name", "early", "arms", "named"))) {
            assertThat(NOOR.post(RELEASES, asked).status()).isEqualTo(409);
        }
        assertThat(NOOR.post(RELEASES, Map.of("name", "early", "kind", "final")).status())
                .isEqualTo(422);
        assertThat(files(Map.of("name", "early")).get("participants.csv")).doesNotContain("arm");
    }

    @Test
    @Order(2)
    void anOfficialReleaseWaitsForTwoOthers() {
        become("closed");
        become("locked");
        String id = made(Map.of("name", "final", "kind", "official"));

        assertThat(download(id)).isEqualTo(409);
        assertThat(approve(Cast.NOOR, id).status()).isEqualTo(409);
        assertThat(approve(Cast.BRAM, id).status()).isEqualTo(403);
        assertThat(approve(Cast.SANNE, id).status()).isEqualTo(403);
        assertThat(approve(Cast.EVA, id).expect(200).json().getJsonArray("lacks"))
                .hasSize(1);
        assertThat(approve(Cast.EVA, id).expect(200).json().getJsonArray("lacks"))
                .hasSize(1);
        assertThat(download(id)).isEqualTo(409);
        assertThat(approve(Cast.DAAN, id).expect(200).json().getJsonArray("lacks"))
                .isEmpty();
        assertThat(download(id)).isEqualTo(200);
    }

    @Test
    @Order(3)
    void aWrongPasswordApprovesNothing() {
        String id = made(Map.of("name", "final again", "kind", "official"));

        assertThat(TRIAL.as(Cast.EVA)
                        .post(RELEASES + "/" + id + "/approvals", Map.of("password", "not this one"))
                        .status())
                .isEqualTo(403);
        assertThat(NOOR.get(RELEASES + "/" + id).json().getJsonArray("approvals"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void maskedArmsAreLettersThatTheCustodianApproves() {
        String first = made(Map.of("name", "masked", "arms", "masked"));
        assertThat(approve(Cast.EVA, first).status()).isEqualTo(403);
        assertThat(download(first)).isEqualTo(409);
        approve(Cast.BRAM, first).expect(200);

        Map<String, String> files = Unzipped.texts(TestTrial.dataset(NOOR, STUDY, first));

        assertThat(arms(files)).isSubsetOf("A", "B", "").contains("A");
        assertThat(files.values().toString()).doesNotContainPattern(TestStudy.ARM);
        assertThat(files.get("README.txt")).contains("Masked: arms are letters");
        assertThat(files.get("manifest.json")).contains("\"blinding\":\"masked arms\"");
    }

    @Test
    @Order(5)
    void armsByNameTakeTwoWhoMayUnblindAndUnblindWhoeverDownloadsThem() {
        String id = made(Map.of("name", "unblinded", "arms", "named"));
        assertThat(approve(Cast.EVA, id).status()).isEqualTo(403);
        approve(Cast.BRAM, id).expect(200);
        assertThat(download(id)).isEqualTo(409);
        approve(Cast.FLEUR, id).expect(200);

        Map<String, String> files = Unzipped.texts(TestTrial.dataset(NOOR, STUDY, id));

        assertThat(arms(files)).anyMatch(arm -> arm.matches(TestStudy.ARM));
        assertThat(files.get("README.txt")).contains("Unblinded:");
        assertThat(TRIAL.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=100")
                        .text())
                .contains("dataset.requested", "dataset.approved", "dataset.downloaded")
                .doesNotContainPattern(TestStudy.ARM);
    }

    /** The column of arms, without its heading. */
    private static Set<String> arms(Map<String, String> files) {
        List<String> lines = files.getOrDefault("participants.csv", "").lines().toList();
        int place = Arrays.asList(lines.get(0).split(",")).indexOf("arm");
        return lines.stream().skip(1).map(line -> line.split(",", -1)[place]).collect(Collectors.toSet());
    }

    private static Map<String, String> files(Map<String, Object> asked) {
        return Unzipped.texts(TestTrial.dataset(NOOR, STUDY, made(asked)));
    }

    private static String made(Map<String, Object> asked) {
        JsonObject release = TestTrial.released(NOOR, STUDY, asked);
        return release.getString("id");
    }

    private static int download(String id) {
        return NOOR.get(RELEASES + "/" + id + "/dataset.zip").status();
    }

    private static Answer approve(Cast who, String id) {
        return TRIAL.as(who).post(RELEASES + "/" + id + "/approvals", Map.of("password", Cast.PASSWORD));
    }

    private static void become(String state) {
        TRIAL.as(Cast.RUBEN)
                .post(TestTrial.path(STUDY) + "/state", Map.of("state", state, "reason", "the end"))
                .expect(200);
    }
}
