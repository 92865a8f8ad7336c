package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Locks;
import org.commensal.enrolment.ParticipantRegister.Listed;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.jspecify.annotations.Nullable;

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
        database.createNativeQuery("insert into response_counts (study, participant, responses) values (?, ?, 0)")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .executeUpdate();
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

    /** How many participants are selected. */
    int count(ParticipantSelect select) {
        return ((Number) rows(select.count(), select.values()).get(0)).intValue();
    }

    /** How many of those that are selected have reached each stage. */
    Map<Stage, Integer> reached(ParticipantSelect select) {
        Map<Stage, Integer> reached = new EnumMap<>(Stage.class);
        for (Object found : rows(select.reached(), select.values())) {
            Object[] row = (Object[]) found;
            reached.put(Stage.values()[((Number) row[0]).intValue()], ((Number) row[1]).intValue());
        }
        return reached;
    }

    /** A part of those that are selected, each with the last day of the diary that was filled in. */
    List<Listed> page(ParticipantSelect select, ParticipantOrder order, long from, int size) {
        List<Listed> page = new ArrayList<>();
        for (Object found : rows(select.page(order, from, size), select.values())) {
            Object[] row = (Object[]) found;
            Map<Stage, LocalDate> milestones = new EnumMap<>(Stage.class);
            for (Stage stage : Stage.values()) {
                day(row[2 + stage.ordinal()]).ifPresent(day -> milestones.put(stage, day));
            }
            page.add(new Listed(
                    new Participant(new ParticipantCode((String) row[0]), (String) row[1], Map.copyOf(milestones)),
                    day(row[row.length - 1])));
        }
        return page;
    }

    private static Optional<LocalDate> day(@Nullable Object column) {
        return Optional.ofNullable((Date) column).map(Date::toLocalDate);
    }

    private List<?> rows(String query, List<?> values) {
        var prepared = database.createNativeQuery(query);
        for (int i = 0; i < values.size(); i++) {
            prepared.setParameter(i + 1, values.get(i));
        }
        return prepared.getResultList();
    }

    private List<Participant> participants(String query, String... parameters) {
        Map<String, String> sites = new LinkedHashMap<>();
        Map<String, Map<Stage, LocalDate>> milestones = new LinkedHashMap<>();
        for (Object found : rows(query, List.of(parameters))) {
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
