package org.commensal.journey;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What a server answered. */
record Answer(int status, HttpHeaders headers, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }

    JsonArray list() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readArray();
        }
    }

    /** The first of its list that has this text in this field. */
    JsonObject first(String field, String text) {
        return list().getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString(field).equals(text))
                .findFirst()
                .orElseThrow();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** This answer, which must have the expected status. */
    Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " and got " + this);
        }
        return this;
    }

    /** Its text field of this name. */
    String field(String name) {
        return json().getString(name);
    }

    @Override
    public String toString() {
        String text = text();
        return status + " " + text.substring(0, Math.min(600, text.length()));
    }
}
