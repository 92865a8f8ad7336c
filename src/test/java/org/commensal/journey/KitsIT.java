package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Kits from list to return on two nodes: each is handed out once, of the right kind, and nobody blinded learns which. */
@TestMethodOrder(OrderAnnotation.class)
class KitsIT {

    private static final TestStudy STUDY = TestStudy.KITS;
    private static final String KITS = path(STUDY) + "/kits";
    private static final String EXPIRY =
            LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusYears(1).toString();
    private static final Pattern KIND = Pattern.compile(TestStudy.ARM + "|Xerxes|Zenobia", Pattern.CASE_INSENSITIVE);

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor bram = trial.as(Cast.BRAM);

    @Test
    @Order(1)
    void withoutAKitOfEveryKindNobodyIsRandomised() {
        String code = trial.eligible(STUDY, Cast.TOM, "mild");

        Answer refused = TestTrial.randomise(trial.as(Cast.TOM), STUDY, code, "key-" + code);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Kits of every kind are in stock at the site");
        assertThat(rows("select 1 from allocations where participant = '" + code + "'"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void whatIsNotTheirsToDoIsRefused() {
        Map<String, String> batch = Map.of("batch", "B1", "expiry", EXPIRY);
        for (Cast person : Cast.values()) {
            int expected = person == Cast.BRAM ? 422 : 403;
            assertThat(trial.as(person)
                            .post(KITS, Map.of("batch", "not a batch", "expiry", EXPIRY))
                            .status())
                    .as(person.role)
                    .isEqualTo(expected);
        }
        sanne.post(KITS, batch).expect(403);
        sanne.get(KITS + "/list.csv").expect(403);
        sanne.get(KITS + "/kinds").expect(403);
        bram.post(KITS, Map.of("batch", "old", "expiry", "2020-01-01")).expect(422);
        ship(bram, "key-of-none", "north", 1).expect(422);
        ship(bram, "key-of-none", "nowhere", 1).expect(422);
        ship(bram, "short", "north", 1).expect(422);
        bram.post(KITS + "/shipments", Map.of("site", "north", "sets", 1)).expect(422);
    }

    @Test
    @Order(3)
    void aListIsTakenWholeOrNotAtAllAndOnce() {
        String faulty = "number,kind,batch,expiry\nKIT-482134,ARMX7Q,B0," + EXPIRY + "\nKIT-100073,PBO,B0," + EXPIRY;
        String whole =
                "number,kind,batch,expiry\nKIT-482133,ARMX7Q,B0," + EXPIRY + "\nKIT-100073,ARMZ3K,B0," + EXPIRY + "\n";

        Answer refused = importList(bram, faulty);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/rows/2/number", "/rows/3/kind");
        assertThat(rows("select 1 from kits where study = 'kits'")).isEmpty();
        JsonObject made = importList(bram, whole).expect(201).json();
        JsonObject again = importList(bram, whole).expect(200).json();

        assertThat(made.getString("sha256")).hasSize(64).isEqualTo(again.getString("sha256"));
        assertThat(again.getBoolean("before")).isTrue();
        assertThat(rows("select 1 from kits where study = 'kits'")).hasSize(2);
        assertThat(bram.get(KITS + "/list.csv").expect(200).text())
                .startsWith("number,kind,batch,expiry\n")
                .contains("KIT-482133,ARMX7Q,B0,");
    }

    @Test
    @Order(4)
    void aShipmentIsSentOnceHoweverOftenItIsAskedFor() {
        bram.post(KITS, Map.of("batch", "B4", "expiry", EXPIRY, "sets", 3)).expect(201);

        String shipment = ship(bram, "key-of-one", "south", 1).expect(201).field("id");

        assertThat(ship(bram, "key-of-one", "south", 1).expect(200).field("id")).isEqualTo(shipment);
        ship(bram, "key-of-one", "south", 2).expect(409);
        ship(bram, "key-of-one", "north", 1).expect(409);
        assertThat(rows("select 1 from kit_steps where study = 'kits' and step = 'SHIPPED'"))
                .hasSize(2);
        Visitor custodian = bram.browsing();
        Map<String, String> form = Map.of("act", "ship", "site", "south", "shipped", "1", "key", "key-of-a-page");
        for (int i = 0; i < 2; i++) {
            assertThat(custodian
                            .postForm("/studies/kits/kits", form)
                            .expect(200)
                            .text())
                    .contains("2 kits are on their way to South.");
        }
        assertThat(rows("select 1 from kit_steps where study = 'kits' and step = 'SHIPPED'"))
                .hasSize(4);
    }

    @Test
    @Order(5)
    void anAlarmTellsTotalsAndOnlyTheUnblindedTheKind() {
        String overview =
                trial.as(Cast.TOM).browsing().get("/studies/kits").expect(200).text();
        assertThat(overview)
                .contains("Nobody can be randomised here", "Kits to receive: 2.")
                .doesNotContainPattern(KIND);
        assertThat(bram.browsing().get("/studies/kits/kits").expect(200).text())
                .contains("Fewer than 2 left of a kind: Kind Xerxes 0, Kind Zenobia 0.");
    }

    @Test
    @Order(6)
    void fromTheListToTheReturn() {
        stock("B1", 12);
        String code = trial.eligible(STUDY, Cast.SANNE, "mild");
        String own = path(STUDY, code) + "/kits";
        sanne.post(own, Map.of("visit", "C2")).expect(409);
        String kit = TestTrial.randomise(sanne, STUDY, code, "key-" + code)
                .expect(200)
                .field("kit");
        assertThat(TestTrial.randomise(sanne, STUDY, code, "key-" + code)
                        .expect(200)
                        .field("kit"))
                .isEqualTo(kit);

        sanne.post(own, Map.of("visit", "C1")).expect(422);
        sanne.post(own, Map.of("replaces", kit)).expect(422);
        String second = sanne.post(own, Map.of("visit", "C2")).expect(200).field("number");
        assertThat(sanne.post(own, Map.of("visit", "C2")).expect(200).field("number"))
                .isEqualTo(second);
        sanne.put(KITS + "/" + second + "/write-off", Map.of("what", "damaged", "reason", "wet"))
                .expect(200);
        String third = sanne.post(own, Map.of("replaces", second)).expect(200).field("number");
        assertThat(Set.of(kit, second, third)).hasSize(3);
        assertThat(kindsOf(code)).hasSize(1);

        sanne.put(own + "/" + wrongDigit(kit) + "/return", Map.of("units", 2)).expect(422);
        sanne.put(own + "/" + onTheShelf() + "/return", Map.of("units", 2)).expect(404);
        sanne.put(own + "/" + kit + "/return", Map.of("units", 11)).expect(422);
        sanne.put(own + "/" + kit + "/return", Map.of("units", 2)).expect(200);
        sanne.put(own + "/" + kit + "/return", Map.of("units", 2)).expect(200);
        sanne.put(own + "/" + kit + "/return", Map.of("units", 3)).expect(409);
        assertThat(sanne.get(own).expect(200).list().getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("number") + " " + each.getString("state"))
                .containsExactly(kit + " returned", second + " damaged", third + " assigned");
        trial.as(Cast.TOM).get(own).expect(404);
    }

    @Test
    @Order(7)
    void manyAtOnceNeverGetTheSameKitAndEachGetsItsKind() {
        stock("B2", 40);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            codes.add(trial.eligible(STUDY, Cast.SANNE, i % 2 == 0 ? "mild" : "severe"));
        }
        List<Callable<String>> draws = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            Visitor somewhere = sanne.movedTo(nodes.bases().get(i % 2));
            draws.add(() -> {
                String kit = TestTrial.randomise(somewhere, STUDY, code, "key-" + code)
                        .expect(200)
                        .field("kit");
                return kit + " "
                        + somewhere
                                .post(path(STUDY, code) + "/kits", Map.of("visit", "C2"))
                                .expect(200)
                                .field("number");
            });
        }

        Set<String> numbers = new HashSet<>();
        new Crowd(12).each(draws).forEach(pair -> numbers.addAll(List.of(pair.split(" "))));

        assertThat(numbers).hasSize(2 * codes.size());
        assertThat(rows("select k.kind, a.arm from kit_steps s join kit_kinds k on k.study = s.study"
                        + " and k.number = s.number join allocations a on a.study = s.study"
                        + " and a.participant = s.participant where s.study = 'kits' and s.step = 'ASSIGNED'"))
                .hasSizeGreaterThanOrEqualTo(2 * codes.size())
                .allSatisfy(row -> assertThat(row[0]).isEqualTo(row[1]));
        assertThat(rows("select number from kit_steps where study = 'kits' and step = 'ASSIGNED'"
                        + " group by number having count(*) > 1"))
                .isEmpty();
    }

    @Test
    @Order(8)
    void aRecalledBatchIsHandedOutNoMoreAndSaysWhoHasIt() {
        bram.post(KITS + "/recalls", Map.of("batch", "B9", "reason", "a seal")).expect(422);
        JsonObject told = bram.post(KITS + "/recalls", Map.of("batch", "B2", "reason", "a seal"))
                .expect(200)
                .list()
                .getJsonObject(0);
        assertThat(told.getJsonArray("concerned")).isEmpty();

        JsonObject recall = sanne.get(KITS + "/recalls").expect(200).list().getJsonObject(0);
        assertThat(recall.getJsonArray("concerned").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(kit -> assertThat(kit.getString("participant")).startsWith("NOR-"));
        assertThat(sanne.get(KITS).expect(200).list().getValuesAs(JsonObject.class))
                .filteredOn(kit -> kit.getString("batch").equals("B2"))
                .allSatisfy(kit -> assertThat(kit.getBoolean("recalled")).isTrue());
        assertThat(sanne.browsing().get("/studies/kits").expect(200).text())
                .contains("Batch recalled: participants have");
    }

    @Test
    @Order(9)
    void thePagesDoTheSameAndSayWhatIsWrong() {
        Visitor custodian = bram.browsing();
        Visitor coordinator = sanne.browsing();
        String kits = "/studies/kits/kits";
        assertThat(custodian
                        .postForm(kits, Map.of("act", "generate", "batch", "B3", "expiry", EXPIRY, "sets", "6"))
                        .expect(200)
                        .text())
                .contains("12 kits are on the list now.", "Kind Xerxes");
        custodian
                .postForm(kits, Map.of("act", "ship", "site", "north", "shipped", "6", "key", "key-of-six"))
                .expect(200);
        String shipment = "/studies/kits" + find("/kits/shipments/[0-9a-f-]{36}", coordinator.get(kits));
        String shipments = kits + "/shipments";
        assertThat(coordinator
                        .get(shipments + "?state=on-the-way&sort=-kits")
                        .expect(200)
                        .text())
                .contains(shipment, "On its way", "aria-sort=\"descending\"");
        assertThat(coordinator
                        .get(shipments + ".csv?state=on-the-way")
                        .expect(200)
                        .text())
                .startsWith("shipment,site,sent,state,kits,waiting")
                .contains("north");
        assertThat(trial.as(Cast.TOM).get(shipments + ".csv").expect(200).text())
                .doesNotContain("north");
        String missing = find("KIT-[0-9]{6}", coordinator.get(shipment));
        coordinator.postForm(shipment, Map.of(missing, "missing")).expect(303);
        assertThat(coordinator.get(shipment).expect(200).text()).contains("This shipment was received.");

        String code = trial.randomised(STUDY, Cast.SANNE);
        String own = "/studies/kits/participants/" + code + "/kits";
        String told = coordinator
                .postForm(own, Map.of("act", "hand-out", "visit", "C2"))
                .expect(303)
                .header("Location");
        String number = find("KIT-[0-9]{6}", coordinator.get(told));
        assertThat(coordinator.get(told).expect(200).text()).contains("Hand out box KIT-");
        assertThat(coordinator
                        .postForm(own, Map.of("act", "return", "number", wrongDigit(number), "units", "1"))
                        .expect(422)
                        .text())
                .contains("is not a kit number");
        coordinator
                .postForm(own, Map.of("act", "return", "number", number, "units", "1"))
                .expect(303);
        assertThat(coordinator.get(own).expect(200).text()).contains("Taken back");
    }

    private static String find(String pattern, Answer page) {
        Matcher found = Pattern.compile(pattern).matcher(page.expect(200).text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    @Order(10)
    void nobodyBlindedLearnsWhatIsInAKit() throws IOException {
        for (Cast person : Cast.values()) {
            if (person != Cast.BRAM) {
                for (String read : List.of("", "/stock", "/shipments", "/recalls", "/kinds", "/list.csv")) {
                    assertThat(trial.as(person).get(KITS + read).text())
                            .as(person + " " + read)
                            .doesNotContainPattern(KIND);
                }
                for (String page : List.of("", ".csv", "/shipments", "/shipments.csv")) {
                    assertThat(trial.as(person)
                                    .browsing()
                                    .get("/studies/kits/kits" + page)
                                    .text())
                            .as(person + " page " + page)
                            .doesNotContainPattern(KIND);
                }
            }
        }
        assertThat(bram.get(KITS).expect(200).text()).doesNotContain("\"participant\"");
        assertThat(rows("select concat(action, ' ', subject, ' ', reason, ' ', cast(changes as text))"
                        + " from audit_entries where study = 'kits'"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat((String) row[0]).doesNotContainPattern(KIND));
        for (RunningServer node : List.of(nodes.first(), nodes.second())) {
            assertThat(node.log()).doesNotContainPattern(KIND);
        }
    }

    @Test
    @Order(11)
    void noBlindedReleaseHoldsAKitNumber() {
        byte[] zip = TestTrial.dataset(trial.as(Cast.NOOR), STUDY, trial.released(STUDY, "with kits"));

        assertThat(Unzipped.texts(zip).toString())
                .contains("visits.csv", "populations.csv", "factors.csv", "deviations.csv")
                .doesNotContainPattern("KIT-[0-9]{6}");
    }

    /** Makes a batch, sends all of it to the north and receives it. */
    private void stock(String batch, int sets) {
        bram.post(KITS, Map.of("batch", batch, "expiry", EXPIRY, "sets", sets)).expect(201);
        String shipment =
                ship(bram, "all-of-" + batch, "north", sets).expect(201).field("id");
        trial.as(Cast.TOM)
                .put(KITS + "/shipments/" + shipment + "/receipt", Map.of())
                .expect(404);
        sanne.put(KITS + "/shipments/" + shipment + "/receipt", Map.of()).expect(204);
        sanne.put(KITS + "/shipments/" + shipment + "/receipt", Map.of()).expect(204);
    }

    private static Answer ship(Visitor who, String key, String site, int sets) {
        return who.with("Idempotency-Key", key).post(KITS + "/shipments", Map.of("site", site, "sets", sets));
    }

    private String onTheShelf() {
        return sanne.get(KITS).expect(200).first("state", "arrived").getString("number");
    }

    private Set<Object> kindsOf(String code) {
        return rows("select k.kind from kit_steps s join kit_kinds k on k.study = s.study and k.number = s.number"
                        + " where s.participant = '" + code + "'")
                .stream()
                .map(row -> row[0])
                .collect(Collectors.toSet());
    }

    private List<Object[]> rows(String query) {
        return nodes.database().rows(query);
    }

    private static Answer importList(Visitor who, String csv) {
        return who.with("Content-Type", "text/csv").send("POST", KITS + "/imports", BodyPublishers.ofString(csv));
    }

    private static String wrongDigit(String number) {
        char last = number.charAt(number.length() - 1);
        return number.substring(0, number.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }
}
