package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What was added, corrected and taken away between releases of one study, from open to locked, and who may know it. */
@TestMethodOrder(OrderAnnotation.class)
class ReleaseComparisonIT {

    private static final TestStudy STUDY = TestStudy.COMPARED;
    private static final String RELEASES = TestTrial.path(STUDY) + "/releases";
    private static final TestTrial TRIAL = TwoNodes.running().trial();
    private static final Visitor NOOR = TRIAL.as(Cast.NOOR);
    private static final Visitor SANNE = TRIAL.as(Cast.SANNE);
    private static final UUID CORRECTED = UUID.randomUUID();

    private static String corrects = "";
    private static String withdraws = "";
    private static String first = "";
    private static String second = "";

    @BeforeAll
    static void release() {
        corrects = TRIAL.randomised(STUDY, Cast.SANNE);
        withdraws = TRIAL.randomised(STUDY, Cast.SANNE);
        call(corrects, CORRECTED, "C1", 2);
        call(withdraws, UUID.randomUUID(), "C1", 7);
        first = made(Map.of("name", "first"));
    }

    @Test
    @Order(1)
    void whoMayNotDownloadMayNotCompare() {
        String address = RELEASES + "/" + first + "/comparison?with=" + first;
        for (Cast other : List.of(Cast.EVA, Cast.BRAM, Cast.DAAN, Cast.FLEUR, Cast.SANNE, Cast.RUBEN)) {
            assertThat(TRIAL.as(other).get(address).status()).as(other.role).isEqualTo(403);
            assertThat(TRIAL.as(other)
                            .with("Accept", "text/html")
                            .get("/studies/" + STUDY.id() + "/releases/" + first + "/compare")
                            .status())
                    .as(other.role)
                    .isEqualTo(403);
        }
        assertThat(Visitor.at(NOOR.base()).get(address).status()).isEqualTo(401);
        assertThat(trail()).doesNotContain("dataset.compared");
    }

    @Test
    @Order(2)
    void aReleaseOfAnotherStudyIsNotFound() {
        String elsewhere = TRIAL.released(TestStudy.MINIMISED, "compared from elsewhere");

        for (String with : List.of(elsewhere, UUID.randomUUID().toString(), "first", "")) {
            assertThat(NOOR.get(RELEASES + "/" + first + "/comparison?with=" + with)
                            .status())
                    .as(with)
                    .isEqualTo(404);
        }
        assertThat(NOOR.get(RELEASES + "/" + elsewhere + "/comparison?with=" + first)
                        .status())
                .isEqualTo(404);
        assertThat(NOOR.get(RELEASES + "/" + first + "/comparison").status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void ofTheSameFactsNothingHasChanged() {
        String again = made(Map.of("name", "first again"));

        JsonObject compared = compared(first, again);

        assertThat(compared.getBoolean("same")).isTrue();
        assertThat(differences(compared)).isEmpty();
        assertThat(table(compared, "participants").getInt("both")).isEqualTo(2);
        assertThat(page(first, again)).contains("Nothing has changed.");
        assertThat(trail()).contains("dataset.compared", first, again);
    }

    @Test
    @Order(4)
    void exactlyWhatWasAddedAndCorrectedIsTold() {
        SANNE.put(
                        TestTrial.path(STUDY, corrects) + "/responses/" + UUID.randomUUID(),
                        TestTrial.correction("C1/check", attacks(5), CORRECTED.toString(), "typed wrong"))
                .expect(201);
        call(corrects, UUID.randomUUID(), "C2", 3);
        call(TRIAL.randomised(STUDY, Cast.SANNE), UUID.randomUUID(), "C1", 1);
        second = made(Map.of("name", "second"));

        JsonObject compared = compared(first, second);

        assertThat(differences(compared))
                .containsExactlyInAnyOrder(
                        "participants +1",
                        "populations +1",
                        "factors +1",
                        "screening +1",
                        "visits +10",
                        "visits.study_day filled in 1",
                        "visits.state changed 1",
                        "check +2",
                        "check.attacks changed 1",
                        "flow.participants changed 4");
        assertThat(table(compared, "check").getInt("both")).isEqualTo(2);
        assertThat(differences(compared(second, first))).isEqualTo(differences(compared));
        assertThat(compared(second, first).getJsonObject("older").getString("name"))
                .isEqualTo("first");
    }

    @Test
    @Order(5)
    void noValueAndNobodyIsTold() {
        String csv = NOOR.get("/studies/" + STUDY.id() + "/releases/" + second + "/comparison.csv?with=" + first)
                .expect(200)
                .text();
        String ids = Unzipped.texts(TestTrial.dataset(NOOR, STUDY, second))
                .getOrDefault("participants.csv", "")
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.joining("|"));

        assertThat(csv).contains("table,variable,", "check,attacks,,,,,,0,1,0,0", "check,,,,2,2,0,,,,");
        for (String told :
                List.of(csv, page(first, second), compared(first, second).toString())) {
            assertThat(told)
                    .doesNotContainPattern(ids)
                    .doesNotContainPattern(TestStudy.ARM)
                    .doesNotContain(corrects, withdraws, "typed wrong", "site-1");
        }
        assertThat(page(first, second)).contains("Attacks", "first", "second");
    }

    @Test
    @Order(6)
    void whoStoppedTheUseOfTheirDataIsGone() {
        SANNE.sendJson(
                        "POST",
                        TestTrial.path(STUDY, withdraws) + "/withdrawals",
                        Json.createObjectBuilder()
                                .add("parts", Json.createArrayBuilder().add("use-of-data"))
                                .add("day", TestTrial.consent().getString("signedOn"))
                                .build()
                                .toString())
                .expect(200);
        String third = made(Map.of("name", "third"));

        assertThat(differences(compared(second, third)))
                .contains("participants -1", "check -1", "screening -1", "visits -10")
                .noneMatch(line -> line.contains("+"))
                .noneMatch(line -> line.startsWith("check."));
    }

    @Test
    @Order(7)
    void whatWasNotAskedForAndWhatWasMadeCoarserIsSaidAndNotCounted() {
        String whole = made(Map.of("name", "whole", "history", true));
        String part = made(Map.of(
                "name", "part", "k", 2, "tables", List.of("check", "factors"), "leftOut", List.of("check.attacks")));

        JsonObject compared = compared(whole, part);

        assertThat(compared.getBoolean("same")).isFalse();
        assertThat(differences(compared)).isEmpty();
        assertThat(table(compared, "participants").getString("lackedBy")).isEqualTo("newer");
        assertThat(table(compared, "corrections").getString("because")).isEqualTo("not-asked");
        assertThat(variable(compared, "check", "attacks").getString("because")).isEqualTo("not-asked");
        assertThat(variable(compared, "factors", "severity").getString("because"))
                .isEqualTo("generalised");
        assertThat(variable(compared, "factors", "site").getString("because")).isEqualTo("pseudonym");
        assertThat(page(whole, part)).contains("Nothing has changed in what both hold.", "Only in whole");
    }

    /** Whoever is blinded compares a release with masked arms, or with their names, and sees the rest of both. */
    @Test
    @Order(8)
    void noArmIsToldWhateverTheReleasesTell() {
        become("closed");
        become("locked");
        String draft = made(Map.of("name", "locked"));
        String masked = made(Map.of("name", "masked", "arms", "masked"));
        assertThat(NOOR.get(RELEASES + "/" + draft + "/comparison?with=" + masked)
                        .status())
                .isEqualTo(409);
        approve(Cast.BRAM, masked);
        String named = made(Map.of("name", "named", "arms", "named"));
        approve(Cast.BRAM, named);
        approve(Cast.FLEUR, named);

        for (String with : List.of(masked, named)) {
            JsonObject compared = compared(draft, with);
            assertThat(compared.getBoolean("same")).isTrue();
            assertThat(compared.toString() + page(draft, with))
                    .doesNotContainPattern(TestStudy.ARM)
                    .doesNotContain("\"arm\"");
        }
    }

    /** Every count that is not 0, such as {@code check +2} and {@code check.attacks changed 1}. */
    private static List<String> differences(JsonObject compared) {
        return compared.getJsonArray("tables").getValuesAs(JsonObject.class).stream()
                .flatMap(table -> {
                    String name = table.getString("name");
                    List<String> told = new ArrayList<>();
                    add(told, name + " +", table.getInt("added"));
                    add(told, name + " -", table.getInt("gone"));
                    for (JsonObject variable : table.getJsonArray("variables").getValuesAs(JsonObject.class)) {
                        String column = name + "." + variable.getString("name");
                        add(told, column + " filled in ", variable.getInt("filledIn"));
                        add(told, column + " changed ", variable.getInt("changed"));
                        add(told, column + " emptied ", variable.getInt("emptied"));
                        add(told, column + " other reason ", variable.getInt("otherReason"));
                    }
                    return told.stream();
                })
                .toList();
    }

    private static void add(List<String> told, String what, int count) {
        if (count != 0) {
            told.add(what + count);
        }
    }

    private static JsonObject table(JsonObject compared, String name) {
        return named(compared, "tables", name);
    }

    private static JsonObject variable(JsonObject compared, String table, String name) {
        return named(table(compared, table), "variables", name);
    }

    private static JsonObject named(JsonObject within, String list, String name) {
        return within.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject compared(String one, String other) {
        return NOOR.get(RELEASES + "/" + one + "/comparison?with=" + other)
                .expect(200)
                .json();
    }

    private static String page(String one, String other) {
        return NOOR.with("Accept", "text/html")
                .get("/studies/" + STUDY.id() + "/releases/" + one + "/compare?with=" + other)
                .expect(200)
                .text();
    }

    private static String made(Map<String, Object> asked) {
        return TestTrial.released(NOOR, STUDY, asked).getString("id");
    }

    private static void approve(Cast who, String release) {
        TRIAL.as(who)
                .post(RELEASES + "/" + release + "/approvals", Map.of("password", Cast.PASSWORD))
                .expect(200);
    }

    private static void become(String state) {
        TRIAL.as(Cast.RUBEN)
                .post(TestTrial.path(STUDY) + "/state", Map.of("state", state, "reason", "the end"))
                .expect(200);
    }

    private static void call(String code, UUID id, String visit, int attacks) {
        TestTrial.submit(SANNE, STUDY, code, id, visit + "/check", attacks(attacks))
                .expect(201);
    }

    private static JsonObject attacks(int number) {
        return Json.createObjectBuilder().add("attacks", number).build();
    }

    private static String trail() {
        return TRIAL.as(Cast.IRIS)
                .get(TestTrial.path(STUDY) + "/audit?size=100")
                .expect(200)
                .text();
    }
}
