package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.audit.Columns;
import org.commensal.audit.Locks;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;

/** Participants and the stages they have reached. Appends only. */
@ApplicationScoped
public class ParticipantLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    @Inject
    Clock clock;

    /**
     * The next free code of a site; nobody else gets it, since its prefix is locked until the transaction ends. A code
     * names one participant on the whole server, also where studies share a prefix.
     */
    ParticipantCode nextCode(Study.Site site) {
        locks.hold("screening/" + site.prefix());
        Number last = (Number)
                database.createNativeQuery("select coalesce(max(number), 0) from participants where prefix = ?")
                        .setParameter(1, site.prefix())
                        .getSingleResult();
        return ParticipantCode.of(site.prefix(), last.intValue() + 1);
    }

    void append(String study, ParticipantCode code, String site, UUID audit) {
        database.persist(new ParticipantRow(study, code.value(), site, code.sitePrefix(), code.number(), audit));
        database.flush();
    }

    void append(String study, ParticipantCode code, RecordConsent.Consent consent, String answers, UUID audit) {
        database.persist(new ConsentRow(
                study,
                code.value(),
                consent.documentVersion(),
                consent.language().code(),
                consent.signedOn(),
                answers,
                audit));
    }

    /** Records that a participant reached a stage on this day; a stage is reached once. */
    public void reach(String study, ParticipantCode code, Stage stage, LocalDate day, UUID audit) {
        database.persist(new MilestoneRow(study, code.value(), stage.ordinal(), day, clock.instant(), audit));
    }

    /** Holds this participant until the transaction ends, so that two people take turns. */
    public void hold(String study, ParticipantCode code) {
        locks.hold("participant/" + study + "/" + code);
    }

    Optional<Participant> find(String study, ParticipantCode code) {
        return participants(
                        "select p.code, p.site, m.stage, m.on_day from participants p join milestones m"
                                + " on m.study = p.study and m.participant = p.code where p.study = ? and p.code = ?",
                        study,
                        code.value())
                .stream()
                .findFirst();
    }

    /** Every participant of a study, by code. */
    List<Participant> all(String study) {
        return participants(
                "select p.code, p.site, m.stage, m.on_day from participants p join milestones m"
                        + " on m.study = p.study and m.participant = p.code where p.study = ? order by p.code",
                study);
    }

    /** When each participant of a study reached their newest stage. */
    @SuppressWarnings("unchecked")
    Map<ParticipantCode, Instant> since(String study) {
        List<Object[]> rows = database.createNativeQuery(
                        "select participant, max(at) from milestones where study = ? group by participant")
                .setParameter(1, study)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> new ParticipantCode((String) row[0]), row -> Columns.instant(row[1])));
    }

    private List<Participant> participants(String query, String... parameters) {
        var prepared = database.createNativeQuery(query);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setParameter(i + 1, parameters[i]);
        }
        Map<String, String> sites = new LinkedHashMap<>();
        Map<String, Map<Stage, LocalDate>> milestones = new LinkedHashMap<>();
        for (Object found : prepared.getResultList()) {
            Object[] row = (Object[]) found;
            String code = (String) row[0];
            sites.put(code, (String) row[1]);
            milestones
                    .computeIfAbsent(code, first -> new EnumMap<>(Stage.class))
                    .put(Stage.values()[((Number) row[2]).intValue()], ((Date) row[3]).toLocalDate());
        }
        List<Participant> participants = new ArrayList<>();
        sites.forEach((code, site) ->
                participants.add(new Participant(new ParticipantCode(code), site, Map.copyOf(milestones.get(code)))));
        return participants;
    }
}
