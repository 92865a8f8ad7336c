package org.commensal.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who sends requests to a server, with the headers that say who it is. */
record Visitor(URI base, Map<String, String> headers) {

    /** Turns plain values into the JSON of a request. */
    static String json(Map<String, ?> fields) {
        return Json.createObjectBuilder(Map.copyOf(fields)).build().toString();
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Nobody in particular. */
    static Visitor at(URI base) {
        return new Visitor(base, Map.of());
    }

    /** The same visitor at another node. */
    Visitor movedTo(URI other) {
        return new Visitor(other, headers);
    }

    Visitor with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Visitor(base, more);
    }

    /** The same visitor in a browser, on pages of the server itself. */
    Visitor browsing() {
        return with("Accept", "text/html").with("Origin", Settings.ORIGIN);
    }

    /** The same visitor with a token made by name and password. */
    Visitor withTokenOf(String signIn, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((signIn + ":" + password).getBytes(StandardCharsets.UTF_8));
        String token = with("Authorization", "Basic " + credentials)
                .post("/api/tokens", Map.of("label", "journey"))
                .expect(201)
                .field("token");
        return with("Authorization", "Bearer " + token);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, Map<String, ?> fields) {
        return sendJson("POST", path, json(fields));
    }

    Answer put(String path, Map<String, ?> fields) {
        return sendJson("PUT", path, json(fields));
    }

    Answer put(String path, JsonObject content) {
        return sendJson("PUT", path, content.toString());
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer sendJson(String method, String path, String content) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(content));
    }

    /** Sends a form as a browser does. */
    Answer postForm(String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(form.toString()));
    }

    Answer send(String method, String path, BodyPublisher body) {
        try {
            return answer(method, path, body, PATIENCE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends it, and hangs up if there is no answer within this time. */
    Answer answer(String method, String path, BodyPublisher body, Duration patience) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(patience).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    boolean finds(String path) {
        try {
            return answer("GET", path, BodyPublishers.noBody(), Duration.ofSeconds(10))
                            .status()
                    == 200;
        } catch (IOException notThere) {
            return false;
        }
    }
}
