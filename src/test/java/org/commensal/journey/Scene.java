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
 * {@linkplain WellFormed well-formed} request for each route, so that what answers is the permission and not the reader.
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
        names.put("releaseToken", name("id:any"));
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

    TestStudy study() {
        return study;
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

    /** Another one here, about whom an unblinding is asked. */
    String unblinded() {
        return unblinded;
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
            return browser.postForm(path, WellFormed.form(path, site));
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
                .sendJson(
                        route.method(),
                        path,
                        new WellFormed(this).content(route, site).toString());
    }

    private String address(Route route, String code) {
        String path = route.path().replace("{code}", code);
        path = path.replace("{task}", path.startsWith("/today") ? "M1/mood" : "C2/check");
        path = path.replace("{id}", name(route.path().startsWith("/api/people") ? "person" : "id:" + kind(route)));
        for (Map.Entry<String, String> known : names.entrySet()) {
            path = path.replace("{" + known.getKey() + "}", known.getValue());
        }
        boolean compares = path.matches(".*/releases/.*/compar[^/]*");
        return compares ? path + "?with=" + name("release before") : path;
    }

    private static String kind(Route route) {
        String path = route.path();
        return path.contains("/releases") ? "release" : path.contains("/simulations") ? "simulation" : "any";
    }

    String name(String of) {
        return names.getOrDefault(of, "6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10");
    }

    /** Asks for an unblinding; answers with its id. */
    private String unblinding(Cast asks, Cast isTold) {
        return trial.as(asks)
                .with("Idempotency-Key", "scene-" + unblinded)
                .sendJson(
                        "POST",
                        path(study) + "/unblindings",
                        new WellFormed(this).unblinding(isTold).toString())
                .expect(201)
                .field("id");
    }

    private void fillIn(String code) {
        TestTrial.submit(participant, study, code, UUID.randomUUID(), "M1/mood", WellFormed.object(Map.of("mood", 6)))
                .expect(201);
    }

    /** Sets a rule off; answers with the id of the alert. */
    private String alert(String code) {
        Visitor sanne = trial.as(Cast.SANNE);
        TestTrial.submit(sanne, study, code, UUID.randomUUID(), "C8/check", WellFormed.object(Map.of("attacks", 90)))
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
                .put(path(study) + "/deviations/" + id, WellFormed.deviation(NORTH))
                .expect(200);
        return id;
    }

    /** Reports a serious adverse event. */
    private void illness(String code) {
        UUID id = UUID.randomUUID();
        String today = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
        JsonObject answers = Json.createObjectBuilder(WellFormed.object(Map.of(
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
        names.put("release before", trial.released(study, "before the scene " + here()));
        String id = trial.released(study, "the scene " + here());
        names.put("id:release", id);
        names.put("release", id);
        names.put(
                "check",
                trial.as(Cast.BRAM)
                        .get(path(study) + "/releases/checks")
                        .expect(200)
                        .list()
                        .getJsonObject(0)
                        .getString("id"));
    }

    private void somebodyToManage() {
        String signIn = "extra-" + here() + "@trials.example";
        trial.as(Cast.RUBEN)
                .sendJson(
                        "POST",
                        "/api/people",
                        new WellFormed(this).invitee(signIn).toString())
                .expect(201);
        JsonObject extra =
                trial.as(Cast.RUBEN).get("/api/people").expect(200).list().getValuesAs(JsonObject.class).stream()
                        .filter(person -> person.getString("signIn").equalsIgnoreCase(signIn))
                        .findFirst()
                        .orElseThrow();
        names.put("person", extra.getString("id"));
        names.put("grant", extra.getJsonArray("grants").getJsonObject(0).getString("id"));
    }
}
