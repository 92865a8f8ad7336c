package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The cast at work on a production server that was empty: its studies published and active, everybody signed in. */
final class TestTrial {

    static final String NAME = "Johanna Geheim";
    static final String SCREENING = "SCR/screening";

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final List<TestStudy> STUDIES = List.of(
            TestStudy.BLOCKS,
            TestStudy.MINIMISED,
            TestStudy.OPEN,
            TestStudy.ENDING,
            TestStudy.TOLD,
            TestStudy.COMPARED,
            TestStudy.CLOSING,
            TestStudy.AMENDED,
            TestStudy.CONSENTED,
            TestStudy.WATCHED,
            TestStudy.TWICE,
            TestStudy.SOURCED,
            TestStudy.SAFETY,
            TestStudy.VERIFIED,
            TestStudy.KITS,
            TestStudy.FORCED,
            TestStudy.FOLLOWED,
            TestStudy.ENVELOPES,
            TestStudy.RESCHEMED,
            TestStudy.STORM,
            TestStudy.LEAKING,
            TestStudy.PLANTED);

    /** Those in which the cast plays: those that are open, and those that their own journeys publish. */
    private static final List<TestStudy> PLAYED = Stream.concat(
                    STUDIES.stream(),
                    Stream.of(
                            TestStudy.OPENING,
                            TestStudy.SIMULATED,
                            TestStudy.REMINDED,
                            TestStudy.REMINDED_AGAIN,
                            TestStudy.IMPORTED))
            .toList();

    private final Map<Cast, Visitor> cast = new EnumMap<>(Cast.class);
    private final Map<TestStudy, Visitor> colleagues = new HashMap<>();

    private TestTrial() {}

    static TestTrial on(URI base) {
        return on(base, STUDIES);
    }

    /** The same with these studies only. */
    static TestTrial on(URI base, List<TestStudy> studies) {
        TestTrial trial = new TestTrial();
        Visitor nobody = Visitor.at(base);
        nobody.post(
                        "/api/setup",
                        Map.of(
                                "token",
                                Settings.SET_UP_TOKEN,
                                "signIn",
                                Cast.RUBEN.signIn(),
                                "name",
                                "Ruben",
                                "password",
                                Cast.PASSWORD))
                .expect(201);
        trial.cast.put(Cast.RUBEN, nobody.withTokenOf(Cast.RUBEN.signIn(), Cast.PASSWORD));
        for (Cast person : Cast.values()) {
            trial.cast.computeIfAbsent(person, trial::invite);
        }
        studies.forEach(trial::open);
        return trial;
    }

    Visitor as(Cast person) {
        return cast.get(person);
    }

    static String path(TestStudy study) {
        return "/api/studies/" + study.id();
    }

    static String path(TestStudy study, String code) {
        return path(study) + "/participants/" + code;
    }

    String screened(TestStudy study, Cast coordinator) {
        return as(coordinator)
                .post(path(study) + "/participants", Map.of("site", coordinator.site))
                .expect(201)
                .field("code");
    }

    /** Somebody who may be randomised; answers with the code. */
    String eligible(TestStudy study, Cast coordinator, String severity) {
        String code = screened(study, coordinator);
        enrol(study, coordinator, code);
        submit(as(coordinator), study, code, UUID.randomUUID(), SCREENING, answers(severity))
                .expect(201);
        return code;
    }

    String randomised(TestStudy study, Cast coordinator) {
        String code = eligible(study, coordinator, "mild");
        randomise(as(coordinator), study, code, "key-" + code).expect(200);
        return code;
    }

    /** Records consent and enrols; answers with the token of the participant's personal link. */
    String enrol(TestStudy study, Cast coordinator, String code) {
        as(coordinator).put(path(study, code) + "/consent", consent()).expect(200);
        return token(as(coordinator)
                .post(path(study, code) + "/enrolment", identity())
                .expect(201)
                .field("link"));
    }

    /** What a personal link ends with. */
    static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** The participant of this link, who chose a PIN and made a token for a program. */
    Visitor participant(String link) {
        Visitor nobody = Visitor.at(as(Cast.RUBEN).base());
        nobody.post("/api/links/pin", Map.of("token", link, "pin", Cast.PIN)).expect(204);
        return nobody.withTokenOf(link, Cast.PIN);
    }

    static JsonObject consent() {
        return Json.createObjectBuilder()
                .add("documentVersion", "1")
                .add("language", "nl")
                .add("signedOn", LocalDate.now(ZONE).toString())
                .add("answers", Json.createObjectBuilder().add("take_part", true))
                .build();
    }

    static Map<String, String> identity() {
        return Map.of("name", NAME, "email", "johanna@example.org", "birthDate", "1984-05-31", "language", "nl");
    }

    static JsonObject answers(String severity) {
        return Json.createObjectBuilder()
                .add("age_years", 40)
                .add("took_part_before", false)
                .add("severity", severity)
                .build();
    }

    static Answer submit(Visitor who, TestStudy study, String code, UUID id, String task, JsonObject answers) {
        return who.put(path(study, code) + "/responses/" + id, submission(task, answers));
    }

    static JsonObject submission(String task, JsonObject answers) {
        return Json.createObjectBuilder()
                .add("task", task)
                .add("answers", answers)
                .add("language", "nl")
                .add("filledInAt", Instant.now().toString())
                .add("zone", ZONE.getId())
                .build();
    }

    /** A submission that corrects a response. */
    static JsonObject correction(String task, JsonObject answers, String corrects, String reason) {
        return Json.createObjectBuilder(submission(task, answers))
                .add("corrects", corrects)
                .add("reason", reason)
                .build();
    }

    static Answer randomise(Visitor who, TestStudy study, String code, String key) {
        return who.with("Idempotency-Key", key)
                .send("POST", path(study, code) + "/randomisation", BodyPublishers.noBody());
    }

    /** Makes a batch of kits, of every kind so many, and has it received at a site. */
    void stock(TestStudy study, String batch, Visitor receiver, String site, int sets) {
        String kits = path(study) + "/kits";
        String expiry = LocalDate.now(ZONE).plusYears(1).toString();
        as(Cast.BRAM)
                .post(kits, Map.of("batch", batch, "expiry", expiry, "sets", sets))
                .expect(201);
        String shipment = as(Cast.BRAM)
                .with("Idempotency-Key", "shipment-of-" + batch)
                .post(kits + "/shipments", Map.of("site", site, "sets", sets))
                .expect(201)
                .field("id");
        receiver.put(kits + "/shipments/" + shipment + "/receipt", Map.of()).expect(204);
    }

    /** The investigator of all sites of this study, who approves what another published. */
    Visitor coordinatingInvestigator(TestStudy study) {
        return invited("karin", "karin-" + study.id(), "investigator", study, "*");
    }

    /** A colleague of the coordinator of the north. */
    Visitor secondCoordinator(TestStudy study) {
        return colleagues.computeIfAbsent(
                study, of -> invited("pien", "pien-" + of.id(), "coordinator", of, Cast.SANNE.site));
    }

    /** Somebody new, who accepted an invitation and signs in with this mailbox at {@code trials.example}. */
    Visitor invited(String name, String mailbox, String role, TestStudy study, String site) {
        return invite(
                name,
                mailbox + "@trials.example",
                "nl",
                Json.createArrayBuilder().add(grant(role, study, site)));
    }

    private Visitor invite(Cast person) {
        JsonArrayBuilder grants = Json.createArrayBuilder();
        PLAYED.forEach(study -> grants.add(grant(person.role, study, person.site)));
        return invite(person.name(), person.signIn(), "en", grants);
    }

    private static JsonObjectBuilder grant(String role, TestStudy study, String site) {
        return Json.createObjectBuilder()
                .add("role", role)
                .add("study", study.id())
                .add("site", site);
    }

    private Visitor invite(String name, String signIn, String language, JsonArrayBuilder grants) {
        JsonObject invitee = Json.createObjectBuilder()
                .add("signIn", signIn)
                .add("name", name)
                .add("language", language)
                .add("grants", grants)
                .build();
        String invitation = as(Cast.RUBEN)
                .sendJson("POST", "/api/people", invitee.toString())
                .expect(201)
                .field("invitation");
        Visitor nobody = Visitor.at(as(Cast.RUBEN).base());
        nobody.post("/api/invitations", Map.of("token", invitation, "password", Cast.PASSWORD))
                .expect(200);
        return nobody.withTokenOf(signIn, Cast.PASSWORD);
    }

    private void open(TestStudy study) {
        as(Cast.RUBEN)
                .with("Content-Type", "application/zip")
                .send("POST", "/api/studies", BodyPublishers.ofByteArray(study.zip()))
                .expect(201);
        prepare(study);
        if (!study.equals(TestStudy.VERIFIED)) {
            activate(study);
        }
    }

    /** All that must be on file before a study is activated. */
    void prepare(TestStudy study) {
        simulated(as(Cast.NOOR), study);
        as(Cast.NOOR)
                .send("POST", path(study) + "/go-live/dry-runs", BodyPublishers.noBody())
                .expect(201);
        for (Cast approver : List.of(Cast.NOOR, Cast.BRAM)) {
            as(approver)
                    .post(path(study) + "/go-live/approvals", Map.of("reference", "a test"))
                    .expect(200);
        }
    }

    /** A small simulation of the version in force, as it is once it is done. */
    static JsonObject simulated(Visitor statistician, TestStudy study) {
        Answer asked = statistician
                .sendJson("POST", path(study) + "/simulations", "{\"trials\": 100}")
                .expect(202);
        return ended(statistician, asked.header("Location"), "done");
    }

    /** Long work, looked at until it is no longer being done, in the state that it must have then. */
    static JsonObject ended(Visitor statistician, String location, String state) {
        JsonObject job = ended(statistician, location);
        assertThat(job.getString("state")).as(job.toString()).isEqualTo(state);
        return job;
    }

    private static JsonObject ended(Visitor statistician, String location) {
        String path = URI.create(location).getPath();
        for (int look = 0; look < 1_200; look++) {
            JsonObject job = statistician.get(path).expect(200).json();
            if (!Set.of("queued", "running").contains(job.getString("state"))) {
                return job;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("it was at work for two minutes: " + path);
    }

    /** A release of all facts up to now, once it is made. */
    String released(TestStudy study, String name) {
        return released(as(Cast.NOOR), study, Map.of("name", name)).getString("id");
    }

    /** A release as it was asked for, once it is made. What chance withholds, one honest time of fifty, is accepted. */
    static JsonObject released(Visitor statistician, TestStudy study, Map<String, Object> asked) {
        String path = path(study) + "/releases";
        String location = statistician.post(path, asked).expect(202).header("Location");
        JsonObject release = ended(statistician, location);
        if (release.getString("state").equals("refused")) {
            Visitor custodian = Visitor.at(statistician.base()).withTokenOf(Cast.BRAM.signIn(), Cast.PASSWORD);
            JsonObject check =
                    custodian.get(path + "/checks").expect(200).list().getJsonObject(0);
            assertThat(check.toString()).doesNotContain("\"rule\":\"wholesale\"");
            custodian
                    .post(
                            path + "/checks/" + check.getString("id") + "/acceptance",
                            Map.of("reason", "chance", "password", Cast.PASSWORD))
                    .expect(200);
            statistician
                    .send("POST", URI.create(location).getPath() + "/attempts", BodyPublishers.noBody())
                    .expect(202);
        }
        return ended(statistician, location, "done");
    }

    /** What is in a release, as it is downloaded. */
    static byte[] dataset(Visitor statistician, TestStudy study, String release) {
        return statistician
                .get(path(study) + "/releases/" + release + "/dataset.zip")
                .expect(200)
                .body();
    }

    private void activate(TestStudy study) {
        as(Cast.RUBEN)
                .send("POST", path(study) + "/activation", BodyPublishers.noBody())
                .expect(200);
    }
}
