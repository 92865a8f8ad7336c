package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.audit.JsonColumn;

/**
 * By which levels of the factors each participant was randomised.
 *
 * <p>Reads two columns of the allocations and no other: neither arm nor stream, order, weights or moment.
 */
@ApplicationScoped
public class FactorRegister {

    @PersistenceContext
    EntityManager database;

    /** The level of each factor as it was used, by participant. */
    Map<String, Map<String, String>> levels(String study, long checkpoint) {
        Map<String, Map<String, String>> levels = new HashMap<>();
        for (Object found : database.createNativeQuery("select a.participant, cast(a.levels as varchar)"
                        + " from allocations a join audit_seals s on s.entry = a.audit"
                        + " where a.study = ? and s.checkpoint <= ?")
                .setParameter(1, study)
                .setParameter(2, checkpoint)
                .getResultList()) {
            Object[] row = (Object[]) found;
            levels.put((String) row[0], read((String) row[1]));
        }
        return levels;
    }

    private static Map<String, String> read(String json) {
        try (var reader = JsonColumn.JSON.createReader(new StringReader(json))) {
            return reader.readObject().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, level -> ((JsonString) level.getValue()).getString()));
        }
    }
}
