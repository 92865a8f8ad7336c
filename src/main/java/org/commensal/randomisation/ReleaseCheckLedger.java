package org.commensal.randomisation;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.leakage.Finding;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;
import org.commensal.randomisation.ReleaseCheck.Acceptance;
import org.commensal.randomisation.ReleaseCheck.Found;

/** Every attempt to release a dataset, with what the arm-leak check found and who accepted it. */
@ApplicationScoped
public class ReleaseCheckLedger {

    private static final String SELECT =
            "select c.id, c.checkpoint, c.at, c.person_name, c.repeated, c.passed, c.subjects, c.features, c.findings,"
                    + " e.person_name, a.at, a.reason from release_checks c left join release_check_acceptances a"
                    + " on a.release_check = c.id left join audit_entries e on e.id = a.audit where c.study = ?";

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
                .setParameter(6, check.passed())
                .setParameter(7, check.found().subjects())
                .setParameter(8, check.found().features())
                .setParameter(9, json(check.found().findings()))
                .setParameter(10, check.by())
                .setParameter(11, Columns.write(check.at()))
                .setParameter(12, audit)
                .executeUpdate();
    }

    void accept(ReleaseCheck check, String reason, Instant at, UUID audit) {
        database.createNativeQuery(
                        "insert into release_check_acceptances (release_check, reason, at, audit) values (?, ?, ?, ?)")
                .setParameter(1, check.id())
                .setParameter(2, reason)
                .setParameter(3, Columns.write(at))
                .setParameter(4, audit)
                .executeUpdate();
    }

    Optional<ReleaseCheck> find(String study, UUID id) {
        return all(study).stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** What was found of these facts before. */
    Optional<Found> find(String study, String fingerprint) {
        return rows(SELECT + " and c.fingerprint = ? order by c.position", study, fingerprint).stream()
                .map(ReleaseCheck::found)
                .findFirst();
    }

    /** The attempts of a study, newest first. */
    List<ReleaseCheck> all(String study) {
        return rows(SELECT + " order by c.position desc", study);
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
                        (Boolean) row[5],
                        new Found(
                                ((Number) row[6]).intValue(), ((Number) row[7]).intValue(), findings((String) row[8])),
                        Optional.ofNullable(row[11])
                                .map(reason ->
                                        new Acceptance((String) row[9], Columns.instant(row[10]), (String) reason))))
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
