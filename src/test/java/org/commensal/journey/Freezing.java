package org.commensal.journey;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** What is asked when data are frozen, thawed, locked or unlocked. */
final class Freezing {

    private Freezing() {}

    /** One step with a part of the data of a participant; an empty part is all of them. */
    static Answer step(Visitor who, TestStudy study, String step, String code, String part, Map<String, String> more) {
        JsonObjectBuilder scope = Json.createObjectBuilder().add("participant", code);
        JsonObjectBuilder asked = Json.createObjectBuilder()
                .add("step", step)
                .add("scopes", Json.createArrayBuilder().add(part.isEmpty() ? scope : scope.add("part", part)));
        more.forEach(asked::add);
        return who.sendJson(
                "POST", TestTrial.path(study) + "/freezings", asked.build().toString());
    }
}
