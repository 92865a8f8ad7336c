package org.commensal.randomisation;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.leakage.Finding;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;
import org.commensal.randomisation.ReleaseCheck.Found;

/** Every attempt to release a dataset, with what the arm-leak check found. */
@ApplicationScoped
public class ReleaseCheckLedger {

    private static final String SELECT =
            "select id, checkpoint, at, person_name, repeated, subjects, features, findings"
                    + " from release_checks where study = ?";

    @PersistenceContext
    EntityManager database;

    void append(ReleaseCheck check, String study, String fingerprint, UUID audit) {
        database.createNativeQuery("insert into release_checks (id, study, checkpoint, fingerprint, repeated, passed,"
                        + " subjects, features, findings, person_name, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, check.id())
                .setParameter(2, study)
                .setParameter(3, check.checkpoint())
                .setParameter(4, fingerprint)
                .setParameter(5, check.repeated())
                .setParameter(6, check.found().passed())
                .setParameter(7, check.found().subjects())
                .setParameter(8, check.found().features())
                .setParameter(9, json(check.found().findings()))
                .setParameter(10, check.by())
                .setParameter(11, Columns.write(check.at()))
                .setParameter(12, audit)
                .executeUpdate();
    }

    /** What was found of these facts before. */
    Optional<Found> find(String study, String fingerprint) {
        return rows(SELECT + " and fingerprint = ? order by position", study, fingerprint).stream()
                .map(ReleaseCheck::found)
                .findFirst();
    }

    /** The attempts of a study, newest first. */
    List<ReleaseCheck> all(String study) {
        return rows(SELECT + " order by position desc", study);
    }

    @SuppressWarnings("unchecked")
    private List<ReleaseCheck> rows(String query, String... parameters) {
        var asked = database.createNativeQuery(query);
        for (int i = 0; i < parameters.length; i++) {
            asked.setParameter(i + 1, parameters[i]);
        }
        List<Object[]> rows = asked.getResultList();
        return rows.stream()
                .map(row -> new ReleaseCheck(
                        (UUID) row[0],
                        ((Number) row[1]).longValue(),
                        Columns.instant(row[2]),
                        (String) row[3],
                        (Boolean) row[4],
                        new Found(
                                ((Number) row[5]).intValue(), ((Number) row[6]).intValue(), findings((String) row[7]))))
                .toList();
    }

    private static String json(List<Finding> findings) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        findings.forEach(finding -> array.add(JSON.createObjectBuilder()
                .add("grade", finding.grade().name())
                .add("rule", finding.rule().name())
                .add("feature", finding.feature())
                .add("statistic", finding.statistic())
                .add("p", finding.p())));
        return array.build().toString();
    }

    private static List<Finding> findings(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(found -> new Finding(
                            Grade.valueOf(found.getString("grade")),
                            Rule.valueOf(found.getString("rule")),
                            found.getString("feature"),
                            found.getJsonNumber("statistic").doubleValue(),
                            found.getJsonNumber("p").doubleValue()))
                    .toList();
        }
    }
}
