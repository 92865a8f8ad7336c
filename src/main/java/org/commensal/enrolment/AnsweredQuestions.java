package org.commensal.enrolment;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** What was answered to the questions of a consent document, as it is stored: by code, in the order of the codes. */
final class AnsweredQuestions {

    private AnsweredQuestions() {}

    static String write(Map<String, Boolean> answers) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        new TreeMap<>(answers).forEach(object::add);
        return object.build().toString();
    }

    static Map<String, Boolean> read(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, Boolean> answers = new TreeMap<>();
            object.forEach((code, answer) -> answers.put(code, answer.equals(JsonValue.TRUE)));
            return answers;
        }
    }
}
