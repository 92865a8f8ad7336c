package org.commensal.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a well-formed request says: the fields of a form, and the content that a route takes. */
record WellFormed(Scene scene) {

    /** Every field that any form has, filled in well; what a form does not ask for it leaves alone. */
    static Map<String, String> form(String path, String site) {
        Map<String, String> form = new HashMap<>(TestTrial.identity());
        form.computeIfPresent("name", (field, name) -> path.contains("/releases") ? "asked for on a page" : name);
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
    JsonObject content(Route route, String site) {
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
                Json.createObjectBuilder(object(Map.of("response", scene.name("id:any"), "reason", "asked for")))
                        .add("second", Json.createArrayBuilder().add("attacks"))
                        .build();
            case "POST approval", "POST approvals" ->
                route.path().contains("/unblindings/")
                        ? decision()
                        : route.path().contains("/releases/")
                                ? object(Map.of("password", Cast.PASSWORD))
                                : object(Map.of("reference", "asked for"));
            case "POST acceptance" -> object(Map.of("reason", "asked for", "password", Cast.PASSWORD));
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
            case "POST forced-allocation" -> object(Map.of("follows", scene.nobody(), "reason", "asked for"));
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
                object(Map.of("codeBreak", scene.name("id:any"), "decision", "justified", "note", "asked for"));
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
                object(Map.of("response", scene.name("id:illness"), "causality", "possible", "expected", false));
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
            case "POST grants" ->
                object(Map.of("role", "monitor", "study", scene.study().id()));
            default -> JsonObject.EMPTY_JSON_OBJECT;
        };
    }

    private static JsonObject codeBreak() {
        return object(Map.of("category", "medical-care", "reason", "asked for", "password", Cast.PASSWORD));
    }

    private static JsonObject decision() {
        return object(Map.of("decision", "approved", "note", "asked for", "password", Cast.PASSWORD));
    }

    JsonObject unblinding(Cast isTold) {
        return Json.createObjectBuilder()
                .add("participants", Json.createArrayBuilder().add(scene.unblinded()))
                .add("shownTo", Json.createArrayBuilder().add(isTold.signIn()))
                .add("category", "other")
                .add("reason", "asked for")
                .build();
    }

    static JsonObject deviation(String site) {
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

    JsonObject invitee(String signIn) {
        return Json.createObjectBuilder()
                .add("signIn", signIn)
                .add("name", "Extra")
                .add("language", "nl")
                .add(
                        "grants",
                        Json.createArrayBuilder()
                                .add(object(Map.of(
                                        "role",
                                        "monitor",
                                        "study",
                                        scene.study().id()))))
                .build();
    }

    static JsonObject object(Map<String, ?> fields) {
        return Json.createObjectBuilder(Map.copyOf(fields)).build();
    }
}
