package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.commensal.audit.Columns;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.enrolment.Stage;
import org.commensal.export.release.SealedFacts.Subject;
import org.jspecify.annotations.Nullable;

/** What was filled in up to a checkpoint, what was said of what was not, and whose screening was ended; no answer. */
@ApplicationScoped
public class CompletenessRegister {

    /**
     * That a task was filled in.
     *
     * @param version of the study on which the newest revision was filled in
     * @param at when the first one was
     * @param late whether that was after its window
     */
    record FilledIn(
            String version,
            String event,
            String form,
            String task,
            @Nullable LocalDate day,
            Instant at,
            boolean late) {}

    /** @param number of the revision */
    private record Revision(int number, FilledIn filledIn) {}

    private static final String COLUMNS = "r.participant, r.study_version, r.event, r.form, r.task,"
            + " cast(r.on_day as varchar(10)), r.filled_in_at, r.late, r.revision";

    @PersistenceContext
    EntityManager database;

    @Inject
    SortedResponseRegister sorted;

    /** What became of every form and diary day of each subject, in the order of their ids, a few subjects at a time. */
    void portions(Basis basis, Consumer<Map<String, Progress>> several) {
        List<String> ids = List.copyOf(basis.subjects().keySet());
        Iterator<String> next = ids.iterator();
        Several some = new Several(basis, explained(basis), screeningEnded(basis), several);
        each(basis, basis.codes(ids), (code, filledIn) -> {
            String id = next.next();
            while (!basis.subject(id).code().equals(code)) {
                some.add(id, List.of());
                id = next.next();
            }
            some.add(id, reached(basis, filledIn));
        });
        next.forEachRemaining(id -> some.add(id, List.of()));
        some.take();
    }

    /** Subjects one after another, taken whenever enough was filled in by them. */
    private static final class Several {

        private final Basis basis;
        private final Map<String, Set<String>> explained;
        private final Map<String, LocalDate> ended;
        private final Consumer<Map<String, Progress>> taker;
        private Map<String, Progress> portion = new LinkedHashMap<>();
        private int tasks;

        Several(
                Basis basis,
                Map<String, Set<String>> explained,
                Map<String, LocalDate> ended,
                Consumer<Map<String, Progress>> taker) {
            this.basis = basis;
            this.explained = explained;
            this.ended = ended;
            this.taker = taker;
        }

        void add(String id, List<FilledIn> filledIn) {
            Subject subject = basis.subject(id);
            Set<String> said = explained.getOrDefault(subject.code(), Set.of());
            Optional<LocalDate> end = Optional.ofNullable(ended.get(subject.code()));
            portion.put(id, new Progress(basis, subject, filledIn, said, end));
            tasks += Math.max(1, filledIn.size());
            if (tasks >= Portions.KEYS) {
                take();
            }
        }

        void take() {
            Map<String, Progress> taken = portion;
            portion = new LinkedHashMap<>();
            tasks = 0;
            if (!taken.isEmpty()) {
                taker.accept(taken);
            }
        }
    }

    private static List<FilledIn> reached(Basis basis, Collection<FilledIn> filledIn) {
        return filledIn.stream()
                .filter(one -> basis.specification().cutOff().isEmpty()
                        || basis.reaches(Optional.ofNullable(one.day()).orElseGet(() -> day(basis, one.at()))))
                .toList();
    }

    /** Each task that was filled in, of one participant after another in the order of these; nothing of who filled in none. */
    void each(Basis basis, List<String> participants, BiConsumer<String, Collection<FilledIn>> own) {
        sorted.each(
                COLUMNS,
                basis,
                Optional.empty(),
                participants,
                row -> new Revision(((Number) Objects.requireNonNull(row[8])).intValue(), filledIn(row)),
                (code, revisions) -> own.accept(code, newest(revisions)));
    }

    private static Collection<FilledIn> newest(List<Revision> revisions) {
        revisions.sort(Comparator.comparingInt(Revision::number));
        Map<String, FilledIn> tasks = new HashMap<>();
        revisions.forEach(one -> tasks.merge(one.filledIn().task(), one.filledIn(), CompletenessRegister::corrected));
        return tasks.values();
    }

    private static FilledIn filledIn(@Nullable Object[] row) {
        return new FilledIn(
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                row[5] == null ? null : Columns.day(row[5]),
                Columns.instant(row[6]),
                (Boolean) row[7]);
    }

    private static FilledIn corrected(FilledIn first, FilledIn by) {
        return new FilledIn(
                by.version(), first.event(), first.form(), first.task(), first.day(), first.at(), first.late());
    }

    /** The forms that were not filled in when somebody asked about them and was answered, by participant. */
    Map<String, Set<String>> explained(Basis basis) {
        Map<String, Set<String>> explained = new HashMap<>();
        read(
                "select distinct q.participant, q.task from queries q join query_steps a on a.query = q.id"
                        + " and a.step = 'ANSWERED' join audit_seals s on s.entry = a.audit"
                        + " where q.study = ? and q.revision = 0 and s.checkpoint <= ?",
                List.of(basis.study().id(), basis.checkpoint()),
                row -> explained
                        .computeIfAbsent((String) row[0], first -> new HashSet<>())
                        .add((String) row[1]));
        return explained;
    }

    /** The day on which the screening of those who were not randomised was ended, by participant. */
    Map<String, LocalDate> screeningEnded(Basis basis) {
        Map<String, LocalDate> ended = new HashMap<>();
        read(
                "select o.participant, o.outcome, o.at from screening_outcomes o join audit_seals s on s.entry = o.audit"
                        + " where o.study = ? and s.checkpoint <= ? order by o.number",
                List.of(basis.study().id(), basis.checkpoint()),
                row -> {
                    LocalDate day = day(basis, Columns.instant(row[2]));
                    if (!basis.reaches(day)) {
                        return;
                    }
                    if (ScreeningOutcome.Kind.valueOf((String) row[1]).ends()) {
                        ended.put((String) row[0], day);
                    } else {
                        ended.remove((String) row[0]);
                    }
                });
        basis.subjects().values().stream()
                .filter(subject -> subject.day(Stage.RANDOMISED).isPresent())
                .forEach(subject -> ended.remove(subject.code()));
        return ended;
    }

    private static LocalDate day(Basis basis, Instant at) {
        return at.atZone(basis.study().zone()).toLocalDate();
    }

    private void read(String statement, List<?> values, Consumer<@Nullable Object[]> row) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        for (Object found : query.getResultList()) {
            row.accept((@Nullable Object[]) found);
        }
    }
}
