package org.commensal.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Conduct.Alert;
import org.commensal.protocol.Study;
import org.commensal.safety.RaisedAlert.Done;
import org.commensal.safety.RaisedAlert.Step;
import org.commensal.studies.StudyRegister;

/** Every alert that was ever raised, and what staff did about each. Appends only. */
@ApplicationScoped
public class AlertLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    StudyRegister studies;

    void append(AlertRow row) {
        database.persist(row);
        database.flush();
    }

    void append(AlertStepRow row) {
        database.persist(row);
        database.flush();
    }

    /** The alerts of a study, in the order in which they are due. */
    List<RaisedAlert> of(String study) {
        return find("a.study = ?", study);
    }

    /** The alerts of one participant, in the order in which they are due. */
    List<RaisedAlert> of(String study, ParticipantCode code) {
        return find("a.study = ? and a.participant = ?", study, code.value());
    }

    /** The alerts that one response of a participant set off. */
    List<RaisedAlert> of(String study, ParticipantCode code, UUID response) {
        return find("a.study = ? and a.participant = ? and a.response = ?", study, code.value(), response);
    }

    private List<RaisedAlert> find(String where, Object... parameters) {
        List<?> rows = query(
                        "select a.id, a.participant, p.site, a.study, a.study_version, a.rule, a.response,"
                                + " r.form, r.event, r.task, a.raised_at, a.due_at from alerts a"
                                + " join participants p on p.study = a.study and p.code = a.participant"
                                + " join responses r on r.id = a.response where " + where + " order by a.due_at, a.id",
                        parameters)
                .getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Done>> done = done(where, parameters);
        Map<String, Study> versions = new HashMap<>();
        List<RaisedAlert> alerts = new ArrayList<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            String version = (String) row[4];
            Study study = versions.computeIfAbsent(
                    version, v -> studies.version((String) row[3], v).study());
            alerts.add(alert(row, rule(study, (String) row[5]), done));
        }
        return alerts;
    }

    private static RaisedAlert alert(Object[] row, Alert rule, Map<UUID, List<Done>> done) {
        UUID id = (UUID) row[0];
        return new RaisedAlert(
                id,
                new ParticipantCode((String) row[1]),
                (String) row[2],
                rule,
                (UUID) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9],
                Columns.instant(row[10]),
                Columns.instant(row[11]),
                done.getOrDefault(id, List.of()));
    }

    private static Alert rule(Study study, String id) {
        return study.conduct().safety().alerts().stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Map<UUID, List<Done>> done(String where, Object... parameters) {
        Map<UUID, List<Done>> done = new HashMap<>();
        for (Object found : query(
                        "select s.alert, s.step, s.note, e.person_name, s.at from alert_steps s"
                                + " join alerts a on a.id = s.alert join audit_entries e on e.id = s.audit where "
                                + where + " order by s.at",
                        parameters)
                .getResultList()) {
            Object[] row = (Object[]) found;
            done.computeIfAbsent((UUID) row[0], first -> new ArrayList<>())
                    .add(new Done(
                            Step.valueOf((String) row[1]), (String) row[2], (String) row[3], Columns.instant(row[4])));
        }
        return done;
    }

    private Query query(String select, Object... parameters) {
        Query query = database.createNativeQuery(select);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
