package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commensal.audit.Columns;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.jspecify.annotations.Nullable;

/** The facts up to a checkpoint, as the tables of a release need them. Reads neither the vault nor the allocations. */
@ApplicationScoped
public class SealedFacts {

    /**
     * @param days on which each stage was reached
     * @param stopped the days on which they stopped with something
     */
    record Subject(String code, String site, Map<Stage, LocalDate> days, Map<Part, LocalDate> stopped) {

        Optional<LocalDate> day(Stage stage) {
            return Optional.ofNullable(days.get(stage));
        }

        Optional<LocalDate> stopped(Part part) {
            return Optional.ofNullable(stopped.get(part));
        }

        /** As it was known of them at the end of the last day of the data. */
        Subject upTo(Specification specification) {
            Map<Stage, LocalDate> reached = new TreeMap<>(days);
            reached.values().removeIf(day -> !specification.reaches(day));
            Map<Part, LocalDate> ended = new TreeMap<>(stopped);
            ended.values().removeIf(day -> !specification.reaches(day));
            return new Subject(code, site, reached, ended);
        }

        Participant participant() {
            return new Participant(new ParticipantCode(code), site, days, stopped);
        }
    }

    /** One current response, with the version of the study that it was given on. */
    record Answered(
            String participant,
            String version,
            String event,
            String task,
            @Nullable LocalDate day,
            int revision,
            Instant filledIn,
            boolean late,
            String answers,
            String scores) {}

    @PersistenceContext
    EntityManager database;

    /** The names of the versions that were in force anywhere by then, the oldest first. */
    List<String> versions(String study, long checkpoint) {
        List<?> rows = database.createNativeQuery("select v.version from study_versions v where v.study = ? and exists"
                        + " (select 1 from audit_seals s where s.checkpoint <= ? and s.entry in"
                        + " (select e.audit from study_events e where e.study = v.study and e.version = v.version"
                        + " union all select r.audit from version_sites r"
                        + " where r.study = v.study and r.version = v.version))"
                        + " order by v.published_at, v.version")
                .setParameter(1, study)
                .setParameter(2, checkpoint)
                .getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    /**
     * The day of a checkpoint in the time of the trial: when it was sealed, or the newest act of the study in it where a
     * demonstration has lived ahead of the wall clock (0005).
     */
    LocalDate day(Study study, long checkpoint) {
        List<?> moments = database.createNativeQuery("select sealed_at from audit_checkpoints where number = ?"
                        + " union all select max(e.at) from audit_entries e join audit_seals s on s.entry = e.id"
                        + " where e.study = ? and s.checkpoint <= ?")
                .setParameter(1, checkpoint)
                .setParameter(2, study.id())
                .setParameter(3, checkpoint)
                .getResultList();
        return moments.stream()
                .filter(Objects::nonNull)
                .map(Columns::instant)
                .max(Instant::compareTo)
                .orElseThrow()
                .atZone(study.zone())
                .toLocalDate();
    }

    /** Everybody who had consented and had not stopped the use of their data, by participant code. */
    List<Subject> subjects(String study, long checkpoint) {
        return everybody(study, checkpoint).stream()
                .filter(subject -> subject.day(Stage.CONSENTED).isPresent())
                .filter(subject -> !subject.stopped().containsKey(Part.USE_OF_DATA))
                .toList();
    }

    /** Everybody who was screened, by participant code; to be counted, since some of them are in no release. */
    List<Subject> everybody(String study, long checkpoint) {
        List<?> rows = database.createNativeQuery("select p.code, p.site, f.kind, f.number, f.on_day"
                        + " from participants p join ("
                        + "select study, participant, 'stage' as kind, stage as number, on_day, audit from milestones"
                        + " union all select study, participant, 'stopped', part, on_day, audit from withdrawals"
                        + ") f on f.study = p.study and f.participant = p.code"
                        + " join audit_seals s on s.entry = f.audit"
                        + " where p.study = ? and s.checkpoint <= ? order by p.code")
                .setParameter(1, study)
                .setParameter(2, checkpoint)
                .getResultList();
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            Subject subject = subjects.computeIfAbsent(
                    (String) row[0],
                    code -> new Subject(code, (String) row[1], new TreeMap<>(), new EnumMap<>(Part.class)));
            int number = ((Number) row[3]).intValue();
            LocalDate day = ((Date) row[4]).toLocalDate();
            if (row[2].equals("stage")) {
                subject.days().put(Stage.values()[number], day);
            } else {
                subject.stopped().put(Part.values()[number], day);
            }
        }
        return List.copyOf(subjects.values());
    }

    /** The outcome of their screening that was recorded last up to the cut-off, by participant. */
    Map<String, ScreeningOutcome.Kind> screeningOutcomes(Basis basis) {
        List<?> rows = database.createNativeQuery("select o.participant, o.outcome, o.at from screening_outcomes o"
                        + " join audit_seals s on s.entry = o.audit"
                        + " where o.study = ? and s.checkpoint <= ? order by o.number")
                .setParameter(1, basis.study().id())
                .setParameter(2, basis.checkpoint())
                .getResultList();
        Map<String, ScreeningOutcome.Kind> outcomes = new HashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            LocalDate day = Columns.instant(row[2]).atZone(basis.study().zone()).toLocalDate();
            if (basis.reaches(day)) {
                outcomes.put((String) row[0], ScreeningOutcome.Kind.valueOf((String) row[1]));
            }
        }
        return outcomes;
    }

    /** How each participant was allocated who was allocated outside the streams: {@code envelope} or {@code forced}. */
    Map<String, String> allocatedOutside(String study, long checkpoint) {
        List<?> rows = database.createNativeQuery("select r.participant, r.way from allocation_requests r"
                        + " join allocation_decisions d on d.request = r.id join audit_seals s on s.entry = d.audit"
                        + " where r.study = ? and d.approved and s.checkpoint <= ?")
                .setParameter(1, study)
                .setParameter(2, checkpoint)
                .getResultList();
        Map<String, String> ways = new HashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            ways.put((String) row[0], ((String) row[1]).toLowerCase(Locale.ROOT));
        }
        return ways;
    }

    /** About how many responses each participant has by now: no fact, and told to nobody. */
    Map<String, Integer> sizes(String study) {
        List<?> rows = database.createNativeQuery("select participant, responses from response_counts where study = ?")
                .setParameter(1, study)
                .getResultList();
        return numbers(rows);
    }

    /** The numbers of the kits that each participant was ever handed, by code. */
    Map<String, Set<String>> kits(String study, long checkpoint) {
        List<?> rows = database.createNativeQuery("select k.participant, k.number from kit_steps k"
                        + " join audit_seals s on s.entry = k.audit"
                        + " where k.study = ? and k.participant is not null and s.checkpoint <= ?")
                .setParameter(1, study)
                .setParameter(2, checkpoint)
                .getResultList();
        Map<String, Set<String>> kits = new HashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            kits.computeIfAbsent((String) row[0], code -> new HashSet<>()).add((String) row[1]);
        }
        return kits;
    }

    /** About how many responses to a form each participant has by now: no fact, and told to nobody. */
    Map<String, Integer> counts(String study, String form) {
        List<?> rows = database.createNativeQuery("select participant, count(*) from responses"
                        + " where study = ? and form = ? group by participant")
                .setParameter(1, study)
                .setParameter(2, form)
                .getResultList();
        return numbers(rows);
    }

    /** Who has a response to a form, by code. */
    Set<String> answering(String study, String form, long checkpoint) {
        List<?> rows = database.createNativeQuery("select p.code from participants p where p.study = ? and exists"
                        + " (select 1 from responses r where r.study = p.study and r.participant = p.code and r.form = ?"
                        + " and " + SealedResponseRegister.SEALED + ")")
                .setParameter(1, study)
                .setParameter(2, form)
                .setParameter(3, checkpoint)
                .getResultList();
        return rows.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    private static Map<String, Integer> numbers(List<?> rows) {
        Map<String, Integer> counts = new HashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            counts.put((String) row[0], ((Number) row[1]).intValue());
        }
        return counts;
    }

    /** The current response of each of these participants to each task of a form, in no order. */
    Collection<Answered> answered(String study, String form, long checkpoint, List<String> participants) {
        String places = ", ?".repeat(participants.size()).substring(2);
        Query query = database.createNativeQuery(
                "select r.participant, r.study_version, r.event, r.task, r.on_day, r.revision, r.filled_in_at, r.late,"
                        + " cast(r.answers as varchar), cast(r.scores as varchar) from responses r"
                        + " join audit_seals s on s.entry = r.audit"
                        + " where r.study = ? and r.form = ? and s.checkpoint <= ? and r.participant in (" + places
                        + ")");
        query.setParameter(1, study).setParameter(2, form).setParameter(3, checkpoint);
        for (int i = 0; i < participants.size(); i++) {
            query.setParameter(4 + i, participants.get(i));
        }
        Map<String, Answered> current = new HashMap<>();
        for (Object found : query.getResultList()) {
            Answered answered = answered((Object[]) found);
            current.merge(
                    answered.participant() + "/" + answered.task(),
                    answered,
                    (a, b) -> a.revision() > b.revision() ? a : b);
        }
        return current.values();
    }

    private static Answered answered(Object[] row) {
        return new Answered(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                row[4] == null ? null : ((Date) row[4]).toLocalDate(),
                ((Number) row[5]).intValue(),
                Columns.instant(row[6]),
                (Boolean) row[7],
                (String) row[8],
                (String) row[9]);
    }
}
