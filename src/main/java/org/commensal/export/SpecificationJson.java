package org.commensal.export;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Anonymity;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Specification.Kind;
import org.commensal.export.release.Specification.Population;

/** A specification as it is stored, and as a manifest has it. */
final class SpecificationJson {

    private SpecificationJson() {}

    static JsonObject write(Specification specification) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("edition", specification.edition())
                .add("kind", specification.kind().code())
                .add("population", specification.population().code())
                .add("arms", specification.arms().code())
                .add("tables", array(specification.tables()))
                .add("left-out", array(specification.leftOut()))
                .add("history", specification.history())
                .add("formats", array(specification.formats()));
        specification.cutOff().ifPresent(day -> json.add("cut-off", day.toString()));
        specification.anonymity().ifPresent(asked -> json.add("k", asked.k())
                .add("suppressed-percent", asked.suppressedPercent()));
        return json.build();
    }

    static Specification read(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new Specification(
                    json.getInt("edition"),
                    Kind.of(json.getString("kind")).orElseThrow(),
                    Population.of(json.getString("population")).orElseThrow(),
                    Optional.ofNullable(json.getString("cut-off", null)).map(LocalDate::parse),
                    Set.copyOf(list(json, "tables")),
                    Set.copyOf(list(json, "left-out")),
                    json.getBoolean("history", false),
                    Arms.of(json.getString("arms")).orElseThrow(),
                    json.containsKey("k")
                            ? Optional.of(new Anonymity(json.getInt("k"), json.getInt("suppressed-percent")))
                            : Optional.empty(),
                    list(json, "formats"));
        }
    }

    private static JsonArrayBuilder array(Collection<String> words) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        words.forEach(array::add);
        return array;
    }

    private static List<String> list(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
