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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.audit.Columns;
import org.commensal.audit.Kept;
import org.commensal.audit.Locks;
import org.commensal.audit.OneReading;
import org.commensal.enrolment.ParticipantRegister.Listed;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.jspecify.annotations.Nullable;

/** Participants and the stages they have reached. Appends only. */
@ApplicationScoped
public class ParticipantLedger {

    /** A row for each participant, with the stages that were reached and the parts that were stopped with in one column. */
    private static final String FACTS = "select p.code, p.site,"
            + " string_agg(f.kind || ' ' || f.number || ' ' || cast(f.on_day as varchar(10)), ',') from participants p join ("
            + "select study, participant, 'stage' as kind, stage as number, on_day from milestones"
            + " union all select study, participant, 'stopped', part, on_day from withdrawals"
            + ") f on f.study = p.study and f.participant = p.code";

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    @Inject
    OneReading reading;

    @Inject
    Kept kept;

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

    /** Records that a participant reached a stage on this day; a stage is reached once. */
    public void reach(String study, ParticipantCode code, Stage stage, LocalDate day, UUID audit) {
        database.persist(new MilestoneRow(study, code.value(), stage.ordinal(), day, clock.instant(), audit));
    }

    void append(String study, ParticipantCode code, Withdrawal.Part part, Withdrawal withdrawal, UUID audit) {
        database.persist(new WithdrawalRow(study, code.value(), part, withdrawal, clock.instant(), audit));
    }

    /** The name of the lock of which those hold a part who allocate a participant, or end that they can be. */
    public static String allocating(String study) {
        return "scheme/" + study;
    }

    /** Waits for who allocates this participant, and lets nobody allocate them until the transaction ends. */
    public void holdAllocation(String study, ParticipantCode code) {
        locks.holdPart(allocating(study), code.value());
    }

    /** Holds this participant until the transaction ends, so that two people take turns. */
    public void hold(String study, ParticipantCode code) {
        locks.hold("participant/" + study + "/" + code);
    }

    Optional<Participant> find(String study, ParticipantCode code) {
        return reading.once(
                List.of("participant", study, code),
                () -> participants(" where p.study = ? and p.code = ?", List.of(study, code.value())).stream()
                        .findFirst());
    }

    List<Participant> find(String study, List<ParticipantCode> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<String> values = Stream.concat(Stream.of(study), codes.stream().map(ParticipantCode::value))
                .toList();
        return participants(" where p.study = ? and p.code in (" + "?, ".repeat(codes.size() - 1) + "?)", values);
    }

    /** Every participant of a study, by code. */
    List<Participant> all(String study) {
        return kept.of(
                "participants",
                study,
                ParticipantRegister.FACTS,
                "",
                () -> participants(" where p.study = ?", List.of(study)));
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
        Map<String, Map<Withdrawal.Part, LocalDate>> withdrawn = withdrawn(select.study());
        for (Object found : rows(select.page(order, from, size), select.values())) {
            Object[] row = (Object[]) found;
            Map<Stage, LocalDate> milestones = new EnumMap<>(Stage.class);
            for (Stage stage : Stage.values()) {
                day(row[2 + stage.ordinal()]).ifPresent(day -> milestones.put(stage, day));
            }
            page.add(new Listed(
                    new Participant(
                            new ParticipantCode((String) row[0]),
                            (String) row[1],
                            Map.copyOf(milestones),
                            withdrawn.getOrDefault((String) row[0], Map.of())),
                    day(row[row.length - 1])));
        }
        return page;
    }

    /** What participants of a study stopped with, by code; most stop with nothing. */
    private Map<String, Map<Withdrawal.Part, LocalDate>> withdrawn(String study) {
        Map<String, Map<Withdrawal.Part, LocalDate>> withdrawn = new HashMap<>();
        for (Object found : rows("select participant, part, on_day from withdrawals where study = ?", List.of(study))) {
            Object[] row = (Object[]) found;
            withdrawn
                    .computeIfAbsent((String) row[0], code -> new EnumMap<>(Withdrawal.Part.class))
                    .put(Withdrawal.Part.values()[((Number) row[1]).intValue()], ((Date) row[2]).toLocalDate());
        }
        return withdrawn;
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

    Optional<Instant> since(String study, ParticipantCode code) {
        return rows("select max(at) from milestones where study = ? and participant = ?", List.of(study, code.value()))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Columns::instant);
    }

    /** @param condition of which participants, that leaves a place for each of the values */
    private List<Participant> participants(String condition, List<String> values) {
        return rows(FACTS + condition + " group by p.code, p.site order by p.code", values).stream()
                .map(Object[].class::cast)
                .map(ParticipantLedger::participant)
                .toList();
    }

    private static Participant participant(Object[] row) {
        Map<Stage, LocalDate> milestones = new EnumMap<>(Stage.class);
        Map<Withdrawal.Part, LocalDate> withdrawn = new EnumMap<>(Withdrawal.Part.class);
        for (String fact : ((String) row[2]).split(",")) {
            String[] parts = fact.split(" ");
            int number = Integer.parseInt(parts[1]);
            if (parts[0].equals("stage")) {
                milestones.put(Stage.values()[number], Columns.day(parts[2]));
            } else {
                withdrawn.put(Withdrawal.Part.values()[number], Columns.day(parts[2]));
            }
        }
        return new Participant(new ParticipantCode((String) row[0]), (String) row[1], milestones, withdrawn);
    }
}
