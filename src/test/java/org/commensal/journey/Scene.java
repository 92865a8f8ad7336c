package org.commensal.journey;

import static org.commensal.journey.TestTrial.path;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;

/**
 * A study with somebody randomised at each site, a release, and everything else that an address can name; and a
 * well-formed request for each route, so that what answers is the permission and not the reader.
 */
final class Scene {

    private static final String NORTH = "north";
    private static final String SOUTH = "south";
    private static final String BROWSER = "text/html, */*; q=0.8";
    private static final String PROGRAM = "application/json, application/zip, text/csv";

    private final TestTrial trial;
    private final TestStudy study;
    private final Map<String, String> names = new HashMap<>();
    private final String there;
    private final String unblinded;
    private final Visitor participant;

    Scene(TestTrial trial, TestStudy study) {
        this.trial = trial;
        this.study = study;
        String here = trial.screened(study, Cast.SANNE);
        this.participant = trial.participant(trial.enrol(study, Cast.SANNE, here));
        TestTrial.submit(
                        trial.as(Cast.SANNE),
                        study,
                        here,
                        UUID.randomUUID(),
                        TestTrial.SCREENING,
                        TestTrial.answers("mild"))
                .expect(201);
        TestTrial.randomise(trial.as(Cast.SANNE), study, here, "scene-" + here).expect(200);
        this.there = trial.randomised(study, Cast.TOM);
        this.unblinded = trial.randomised(study, Cast.SANNE);
        fillIn(here);
        names.put("alert", alert(here));
        names.put("query", query(here));
        names.put("deviation", deviation());
        names.put("number", "2");
        names.put("event", "AD-1");
        names.put("report", "0");
        illness(here);
        names.put("study", study.id());
        names.put("code", here);
        names.put("version", "1");
        names.put("run", dryRun());
        names.put(
                "id:simulation", TestTrial.simulated(trial.as(Cast.NOOR), study).getString("id"));
        names.put("name", "style.css");
        names.put("token", "none-that-was-given.ics");
        names.put("format", "fhir");
        names.put("import", "no-such-import");
        names.put("language", "en");
        names.put("unblinding", unblinding(Cast.BRAM, Cast.FLEUR));
        names.put("request", name("id:any"));
        names.put("response", name("id:any"));
        names.put("entry", name("id:any"));
        names.put("resolution", name("id:any"));
        names.put("consent", name("id:any"));
        names.put("token", "no-such-link");
        names.put("kit", "KIT-482133");
        names.put("shipment", "6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10");
        release();
        somebodyToManage();
    }

    private String dryRun() {
        return trial.as(Cast.NOOR)
                .send("POST", path(study) + "/go-live/dry-runs", BodyPublishers.noBody())
                .expect(201)
                .field("id");
    }

    Visitor participant() {
        return participant;
    }

    String here() {
        return name("code");
    }

    String there() {
        return there;
    }

    /**
     * Sends a well-formed request to a route, about the participant here or at the other site; about another one here where
     * the answer would end what the participant is signed in by.
     */
    Answer ask(Visitor visitor, Route route, boolean elsewhere) {
        String code = ofAnother(route) ? unblinded : here();
        return elsewhere ? ask(visitor, route, there, SOUTH) : ask(visitor, route, code, NORTH);
    }

    /** Where that request goes. */
    String address(Route route) {
        return address(route, ofAnother(route) ? unblinded : here());
    }

    private static boolean ofAnother(Route route) {
        return route.path().contains("/code-break") || route.path().contains("/link");
    }

    /** The same about a code of the other site that nobody has. */
    Answer askAboutNobody(Visitor visitor, Route route) {
        return ask(visitor, route, nobody(), SOUTH);
    }

    String nobody() {
        return ParticipantCode.of(ParticipantCode.parse(there).sitePrefix(), 9999)
                .value();
    }

    private Answer ask(Visitor visitor, Route route, String code, String site) {
        String path = address(route, code);
        if (route.method().equals("GET")) {
            return visitor.with("Accept", route.isPage() ? BROWSER : PROGRAM).get(path);
        }
        if (route.isPage()) {
            Visitor browser = visitor.with("Accept", BROWSER).with("Origin", Settings.ORIGIN);
            if (path.equals("/study-import") || path.endsWith("/kits/imports") || path.contains("/imports/")) {
                return Upload.to(path, browser, "slaap.json", Upload.QUESTIONNAIRE);
            }
            return browser.postForm(path, form(path, site));
        }
        if (route.method().equals("DELETE")) {
            return visitor.delete(path);
        }
        if (route.path().equals("/api/studies")) {
            return visitor.with("Content-Type", "application/zip")
                    .send(route.method(), path, BodyPublishers.ofByteArray(study.zip()));
        }
        if (route.path().equals("/api/study-imports")) {
            return visitor.with("Content-Type", "application/octet-stream")
                    .send(route.method(), path, BodyPublishers.ofByteArray(Upload.QUESTIONNAIRE));
        }
        if (route.path().endsWith("/imports/{import}")) {
            return Upload.to(path, visitor, "results.csv", "participant\n".getBytes(StandardCharsets.UTF_8));
        }
        if (route.path().endsWith("/kits/imports") || route.path().endsWith("/{import}/dry-run")) {
            return visitor.with("Content-Type", "text/csv")
                    .send(route.method(), path, BodyPublishers.ofString("number,kind,batch,expiry\n"));
        }
        return visitor.with("Idempotency-Key", "asked-" + UUID.randomUUID())
                .sendJson(route.method(), path, content(route, site).toString());
    }

    private String address(Route route, String code) {
        String path = route.path().replace("{code}", code);
        path = path.replace("{task}", path.startsWith("/today") ? "M1/mood" : "C2/check");
        path = path.replace("{id}", name(route.path().startsWith("/api/people") ? "person" : "id:" + kind(route)));
        for (Map.Entry<String, String> known : names.entrySet()) {
            path = path.replace("{" + known.getKey() + "}", known.getValue());
        }
        return path;
    }

    private static String kind(Route route) {
        String path = route.path();
        return path.contains("/releases") ? "release" : path.contains("/simulations") ? "simulation" : "any";
    }

    private String name(String of) {
        return names.getOrDefault(of, "6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10");
    }

    /** Every field that any form has, filled in well; what a form does not ask for it leaves alone. */
    private static Map<String, String> form(String path, String site) {
        Map<String, String> form = new HashMap<>(TestTrial.identity());
        form.computeIfPresent("name", (field, name) -> path.endsWith("/releases") ? "asked for on a page" : name);
        form.put("birth-date", "1984-05-31");
        form.put("signed-on", TestTrial.consent().getString("signedOn"));
        form.put("take_part", "true");
        form.put("site", site);
        form.put("code", path.replaceAll(".*/participants/([^/]*).*", "$1"));
        form.put("key", "asked-" + UUID.randomUUID());
        form.put("state", "active");
        form.put("reason", "asked for");
        form.put("reference", "asked for");
        form.put("attacks", "2");
        form.put("mood", "6");
        form.put("note", "asked for");
        form.put("content", "asked for");
        form.put("category", path.contains("/deviation") ? "other" : "medical-care");
        form.put("day", TestTrial.consent().getString("signedOn"));
        form.put("important", "false");
        form.put("description", "asked for");
        form.put("action", "asked for");
        form.put("number", "2");
        form.put("text", "asked for");
        form.put("kind", "withdrawn-before-start");
        form.put("outcome", "declined");
        if (path.startsWith("/studies/")) {
            form.put("password", Cast.PASSWORD);
        }
        return form;
    }

    /** The content that this route takes, by the last word of its address. */
    private JsonObject content(Route route, String site) {
        String last = route.path().replaceAll("/\\{[^}]*}$", "").replaceAll(".*/", "");
        return switch (route.method() + " " + last) {
            case "POST participants" -> object(Map.of("site", site));
            case "PUT consent" -> TestTrial.consent();
            case "POST enrolment" -> object(TestTrial.identity());
            case "PUT responses" -> TestTrial.submission("C1/check", object(Map.of("attacks", 2)));
            case "POST items" ->
                Json.createObjectBuilder()
                        .add("items", Json.createArrayBuilder().add("attacks"))
                        .build();
            case "POST retraction" -> object(Map.of("reason", "asked for"));
            case "PUT second-entries" ->
                Json.createObjectBuilder()
                        .add("task", "C2/check")
                        .add("answers", object(Map.of("attacks", 2)))
                        .build();
            case "PUT resolutions" ->
                Json.createObjectBuilder(object(Map.of("response", name("id:any"), "reason", "asked for")))
                        .add("second", Json.createArrayBuilder().add("attacks"))
                        .build();
            case "POST approval", "POST approvals" ->
                route.path().contains("/unblindings/") ? decision() : object(Map.of("reference", "asked for"));
            case "POST sites" -> object(Map.of("site", site));
            case "PUT acknowledgement", "PUT resolution" -> object(Map.of("note", "asked for"));
            case "PUT queries", "PUT answer", "PUT closure", "PUT reopening" -> object(Map.of("text", "asked for"));
            case "PUT deviations" -> deviation(site);
            case "PUT entries" ->
                Json.createObjectBuilder(account()).add("reason", "asked for").build();
            case "PUT confirmation" -> object(Map.of("entry", 1));
            case "POST allocation-events" ->
                object(Map.of("kind", "withdrawn-before-start", "reason", "asked for", "password", Cast.PASSWORD));
            case "POST withdrawals" ->
                Json.createObjectBuilder()
                        .add("parts", Json.createArrayBuilder())
                        .add("day", TestTrial.consent().getString("signedOn"))
                        .build();
            case "POST screening-outcome" -> object(Map.of("outcome", "declined"));
            case "POST forced-allocation" -> object(Map.of("follows", nobody(), "reason", "asked for"));
            case "POST envelope" ->
                object(Map.of("envelope", 1, "openedAt", "2026-11-26T09:00:00Z", "reason", "asked for"));
            case "POST envelopes" -> object(Map.of("site", site, "first", 1, "last", 2));
            case "POST sheets" -> object(Map.of("site", site, "password", Cast.PASSWORD));
            case "POST spoiled" ->
                object(Map.of("site", site, "number", 1, "reason", "asked for", "password", Cast.PASSWORD));
            case "POST decision" ->
                object(Map.of("decision", "approved", "note", "asked for", "password", Cast.PASSWORD));
            case "POST freezings" ->
                Json.createObjectBuilder()
                        .add("step", "freeze")
                        .add("scopes", Json.createArrayBuilder())
                        .build();
            case "POST signatures" ->
                object(Map.of("meaning", "reviewed", "content", "asked for", "password", Cast.PASSWORD));
            case "POST code-break" -> codeBreak();
            case "POST review" ->
                object(Map.of("codeBreak", name("id:any"), "decision", "justified", "note", "asked for"));
            case "POST unblindings" -> unblinding(Cast.LOTTE);
            case "POST contributions" -> object(Map.of("content", "asked for"));
            case "POST kits" ->
                object(
                        route.path().contains("{code}")
                                ? Map.of("visit", "C1")
                                : Map.of("batch", "asked-for", "expiry", "2099-12-31"));
            case "POST shipments" -> object(Map.of("site", site));
            case "POST recalls" -> object(Map.of("batch", "asked-for", "reason", "asked for"));
            case "PUT judgement" ->
                object(Map.of("response", name("id:illness"), "causality", "possible", "expected", false));
            case "POST reports" -> object(Map.of("number", 0, "password", Cast.PASSWORD));
            case "PUT write-off" -> object(Map.of("what", "lost", "reason", "asked for"));
            case "PUT return" -> object(Map.of("units", 1));
            case "POST state" -> object(Map.of("state", "active", "reason", "asked for"));
            case "POST simulations" -> object(Map.of("trials", 100));
            case "POST releases" -> object(Map.of("name", "asked for"));
            case "POST tokens" -> object(Map.of("label", "asked for"));
            case "POST session" ->
                object(
                        route.path().contains("/links/")
                                ? Map.of("token", "no-such-link", "pin", Cast.PIN)
                                : Map.of("signIn", Cast.SANNE.signIn(), "password", Cast.PASSWORD));
            case "POST invitations" -> object(Map.of("token", "no-such-invitation", "password", Cast.PASSWORD));
            case "POST another-pin" -> object(Map.of("token", "no-such-link", "pin", Cast.PIN, "wanted", Cast.PIN));
            case "POST pin" -> object(Map.of("token", "no-such-link", "pin", Cast.PIN));
            case "POST setup" ->
                object(Map.of(
                        "token", Settings.SET_UP_TOKEN, "signIn", "x@y.example", "name", "X", "password", "x y z"));
            case "POST people" -> invitee(Cast.SANNE.signIn());
            case "POST grants" -> object(Map.of("role", "monitor", "study", study.id()));
            default -> JsonObject.EMPTY_JSON_OBJECT;
        };
    }

    private static JsonObject codeBreak() {
        return object(Map.of("category", "medical-care", "reason", "asked for", "password", Cast.PASSWORD));
    }

    private static JsonObject decision() {
        return object(Map.of("decision", "approved", "note", "asked for", "password", Cast.PASSWORD));
    }

    /** Asks for an unblinding; answers with its id. */
    private String unblinding(Cast asks, Cast isTold) {
        return trial.as(asks)
                .with("Idempotency-Key", "scene-" + unblinded)
                .sendJson(
                        "POST", path(study) + "/unblindings", unblinding(isTold).toString())
                .expect(201)
                .field("id");
    }

    private JsonObject unblinding(Cast isTold) {
        return Json.createObjectBuilder()
                .add("participants", Json.createArrayBuilder().add(unblinded))
                .add("shownTo", Json.createArrayBuilder().add(isTold.signIn()))
                .add("category", "other")
                .add("reason", "asked for")
                .build();
    }

    private void fillIn(String code) {
        TestTrial.submit(participant, study, code, UUID.randomUUID(), "M1/mood", object(Map.of("mood", 6)))
                .expect(201);
    }

    /** Sets a rule off; answers with the id of the alert. */
    private String alert(String code) {
        Visitor sanne = trial.as(Cast.SANNE);
        TestTrial.submit(sanne, study, code, UUID.randomUUID(), "C8/check", object(Map.of("attacks", 90)))
                .expect(201);
        return sanne.get(path(study, code) + "/alerts")
                .expect(200)
                .list()
                .getJsonObject(0)
                .getString("id");
    }

    private String query(String code) {
        String id = UUID.randomUUID().toString();
        trial.as(Cast.EVA)
                .put(path(study, code) + "/queries/" + id, Map.of("text", "asked for"))
                .expect(200);
        return id;
    }

    private String deviation() {
        String id = UUID.randomUUID().toString();
        trial.as(Cast.SANNE)
                .put(path(study) + "/deviations/" + id, deviation(NORTH))
                .expect(200);
        return id;
    }

    private static JsonObject deviation(String site) {
        return Json.createObjectBuilder(account()).add("site", site).build();
    }

    private static JsonObject account() {
        return Json.createObjectBuilder()
                .add("day", TestTrial.consent().getString("signedOn"))
                .add("category", "other")
                .add("important", false)
                .add("description", "asked for")
                .add("action", "asked for")
                .build();
    }

    /** Reports a serious adverse event. */
    private void illness(String code) {
        UUID id = UUID.randomUUID();
        String today = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
        JsonObject answers = Json.createObjectBuilder(object(Map.of(
                        "ad_term",
                        "asked for",
                        "ad_kind",
                        "other",
                        "ad_start",
                        today,
                        "ad_ongoing",
                        true,
                        "ad_grade",
                        4,
                        "ad_serious",
                        true,
                        "ad_outcome",
                        "recovering")))
                .add("ad_criteria", Json.createArrayBuilder().add("life_threatening"))
                .build();
        TestTrial.submit(trial.as(Cast.SANNE), study, code, id, "AD", answers).expect(201);
        names.put("id:illness", id.toString());
    }

    private void release() {
        String id = trial.as(Cast.NOOR)
                .post(path(study) + "/releases", Map.of("name", "the scene " + here()))
                .expect(201)
                .field("id");
        names.put("id:release", id);
        names.put("release", id);
    }

    private void somebodyToManage() {
        String signIn = "extra-" + here() + "@trials.example";
        trial.as(Cast.RUBEN)
                .sendJson("POST", "/api/people", invitee(signIn).toString())
                .expect(201);
        JsonObject extra =
                trial.as(Cast.RUBEN).get("/api/people").expect(200).list().getValuesAs(JsonObject.class).stream()
                        .filter(person -> person.getString("signIn").equalsIgnoreCase(signIn))
                        .findFirst()
                        .orElseThrow();
        names.put("person", extra.getString("id"));
        names.put("grant", extra.getJsonArray("grants").getJsonObject(0).getString("id"));
    }

    private JsonObject invitee(String signIn) {
        return Json.createObjectBuilder()
                .add("signIn", signIn)
                .add("name", "Extra")
                .add("language", "nl")
                .add("grants", Json.createArrayBuilder().add(object(Map.of("role", "monitor", "study", study.id()))))
                .build();
    }

    private static JsonObject object(Map<String, ?> fields) {
        return Json.createObjectBuilder(Map.copyOf(fields)).build();
    }
}
