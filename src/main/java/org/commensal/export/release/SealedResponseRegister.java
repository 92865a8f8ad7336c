package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.audit.Columns;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.AnswersJson;
import org.commensal.questionnaires.Response;

/**
 * The responses up to a checkpoint, in every revision.
 *
 * <p>A correction changes what was answered and not when: the moment and whether it was late are those of the first
 * revision.
 */
@ApplicationScoped
public class SealedResponseRegister {

    /** One revision as it is stored. */
    record Stored(UUID id, String form, Answered revision) {

        String task() {
            return revision.participant() + "/" + revision.task();
        }

        Stored filledInWith(Stored first) {
            if (first == this) {
                return this;
            }
            return new Stored(
                    id,
                    form,
                    SealedResponseRegister.filledIn(revision, first.revision.filledIn(), first.revision.late()));
        }

        Response response(Study version) {
            return new Response(
                    id,
                    revision.version(),
                    form,
                    revision.event(),
                    revision.task(),
                    Optional.ofNullable(revision.day()),
                    revision.revision(),
                    NOT_READ,
                    revision.filledIn(),
                    revision.filledIn(),
                    revision.late(),
                    AnswersJson.read(version.questionnaire(form), revision.answers()),
                    AnswersJson.readScores(revision.scores()));
        }
    }

    /**
     * Whether a response was sealed by a checkpoint. Asked for each row: a few of many are read at a time, and a join would
     * go through all seals each time.
     */
    static final String SEALED = "(select s.checkpoint from audit_seals s where s.entry = r.audit) <= ?";

    private static final String COLUMNS =
            "r.participant, r.study_version, r.event, r.task, cast(r.on_day as varchar(10)), r.revision,"
                    + " r.filled_in_at, r.late, cast(r.answers as varchar), cast(r.scores as varchar), r.id, r.form";

    private static final Comparator<Stored> BY_REVISION =
            Comparator.comparingInt(one -> one.revision().revision());

    /** Why something was corrected is free text, and is in no release. */
    private static final String NOT_READ = "";

    @PersistenceContext
    EntityManager database;

    @Inject
    SortedResponseRegister sorted;

    /** The current response of each of these participants to each task of these forms, by participant, in their order. */
    Map<String, List<Response>> current(Basis basis, Collection<String> forms, Collection<String> participants) {
        Map<String, List<Response>> current = new HashMap<>();
        standing(basis, forms, participants)
                .forEach(stored -> basis.version(stored.revision().version())
                        .ifPresent(version -> current.computeIfAbsent(
                                        stored.revision().participant(), first -> new ArrayList<>())
                                .add(stored.response(version))));
        return current;
    }

    /** The same without the answers that are in no release, so that nothing that is told can follow from them. */
    Map<String, List<Response>> released(Basis basis, Collection<String> forms, Collection<String> participants) {
        Map<String, Set<String>> leftOut = new HashMap<>();
        forms.forEach(
                form -> leftOut.put(form, AmendedForm.of(form, basis.versions()).leftOut()));
        Map<String, List<Response>> released = new HashMap<>();
        current(basis, forms, participants)
                .forEach((code, own) -> released.put(
                        code,
                        own.stream()
                                .map(response -> without(response, leftOut.getOrDefault(response.form(), Set.of())))
                                .toList()));
        return released;
    }

    private static Response without(Response response, Set<String> leftOut) {
        Map<String, Value> answers = new LinkedHashMap<>(response.answers().values());
        answers.keySet().removeAll(leftOut);
        return new Response(
                response.id(),
                response.version(),
                response.form(),
                response.event(),
                response.task(),
                response.day(),
                response.revision(),
                response.reason(),
                response.filledIn(),
                response.received(),
                response.late(),
                new Answers(answers),
                response.scores());
    }

    /**
     * The current responses to one form, as they are stored: of one participant after another in the order of these, and of
     * each in no order. They come in portions that hold all of the participants in them, so that any number needs the same
     * memory.
     */
    void standing(Basis basis, String form, List<String> participants, Consumer<List<Answered>> portion) {
        List<Stored> some = new ArrayList<>();
        each(basis, form, participants, own -> {
            some.addAll(own);
            if (some.size() >= Portions.ANSWERS) {
                portion.accept(newest(basis, some));
                some.clear();
            }
        });
        if (!some.isEmpty()) {
            portion.accept(newest(basis, some));
        }
    }

    private static List<Answered> newest(Basis basis, List<Stored> some) {
        some.sort(BY_REVISION);
        return newest(tasks(basis, some)).map(Stored::revision).toList();
    }

    private Stream<Stored> standing(Basis basis, Collection<String> forms, Collection<String> participants) {
        return newest(tasks(basis, forms, participants))
                .sorted(Comparator.comparing(
                                (Stored stored) -> stored.revision().filledIn())
                        .thenComparing(Stored::task));
    }

    private static Stream<Stored> newest(Collection<List<Stored>> tasks) {
        return tasks.stream()
                .map(revisions -> revisions.get(revisions.size() - 1).filledInWith(revisions.get(0)));
    }

    /** Every revision, from the first on, of each task of a form that was corrected. */
    List<List<Answered>> corrected(Basis basis, String form, Collection<String> participants) {
        return tasks(basis, List.of(form), participants).stream()
                .filter(revisions -> revisions.size() > 1)
                .map(revisions -> revisions.stream().map(Stored::revision).toList())
                .toList();
    }

    /** The revisions of each task, the first first. */
    private Collection<List<Stored>> tasks(Basis basis, Collection<String> forms, Collection<String> participants) {
        return tasks(basis, forms.isEmpty() || participants.isEmpty() ? List.of() : stored(basis, forms, participants));
    }

    private static Collection<List<Stored>> tasks(Basis basis, List<Stored> stored) {
        Collection<List<Stored>> tasks =
                stored.stream().allMatch(one -> one.revision().revision() == 1)
                        ? stored.stream().map(List::of).collect(Collectors.toCollection(ArrayList::new))
                        : byTask(stored);
        tasks.removeIf(revisions -> !basis.reaches(revisions.get(0).revision()));
        return tasks;
    }

    private static Collection<List<Stored>> byTask(List<Stored> stored) {
        Map<String, List<Stored>> tasks = new LinkedHashMap<>();
        stored.forEach(one ->
                tasks.computeIfAbsent(one.task(), first -> new ArrayList<>()).add(one));
        return tasks.values();
    }

    /** Every revision of one form by each of these participants, in their order. */
    void each(Basis basis, String form, List<String> participants, Consumer<List<Stored>> own) {
        sorted.each(
                COLUMNS,
                basis,
                Optional.of(form),
                participants,
                SealedResponseRegister::stored,
                (code, revisions) -> own.accept(revisions));
    }

    /** Every revision of each task, the first before the second. */
    List<Stored> stored(Basis basis, Collection<String> forms, Collection<String> participants) {
        Query query =
                database.createNativeQuery("select " + COLUMNS + " from responses r where r.study = ? and " + SEALED
                        + " and r.form in (" + places(forms) + ") and r.participant in (" + places(participants) + ")");
        List<Object> values = new ArrayList<>(List.of(basis.study().id(), basis.checkpoint()));
        values.addAll(forms);
        values.addAll(participants);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<Stored> stored = new ArrayList<>();
        for (Object found : query.getResultList()) {
            stored.add(stored((Object[]) found));
        }
        stored.sort(BY_REVISION);
        return stored;
    }

    static String places(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static Stored stored(Object[] row) {
        Answered revision = new Answered(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                row[4] == null ? null : Columns.day(row[4]),
                ((Number) row[5]).intValue(),
                Columns.instant(row[6]),
                (Boolean) row[7],
                (String) row[8],
                (String) row[9]);
        return new Stored((UUID) row[10], (String) row[11], revision);
    }

    private static Answered filledIn(Answered revision, Instant moment, boolean late) {
        return new Answered(
                revision.participant(),
                revision.version(),
                revision.event(),
                revision.task(),
                revision.day(),
                revision.revision(),
                moment,
                late,
                revision.answers(),
                revision.scores());
    }
}
