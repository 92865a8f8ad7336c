package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Freezings;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.ResponseLedger.FilledIn;
import org.commensal.studies.StudyRegister;
import org.jspecify.annotations.Nullable;

/**
 * How far every participant of a study is, for those who follow them.
 *
 * <p>A node keeps what it worked out. Facts are only ever added, so that it still holds as long as their number is the
 * same: each request counts them, and only those of whom there is more are read again. What is kept is thus never older
 * than the facts.
 */
@ApplicationScoped
public class ProgressRegister {

    /** So many participants are read one by one; more are read at once. */
    private static final int FEW = 20;

    @PersistenceContext
    EntityManager database;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    FreezingLedger freezings;

    @Inject
    ResponseLedger responses;

    @Inject
    Tasks tasks;

    @Inject
    Clock clock;

    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** The facts on which something was worked out, by their numbers. */
    private record Mark(long participants, long responses, long steps) {}

    /** What it was worked out for: the day, the version that each site works with, and what is frozen. */
    private record Setting(LocalDate today, Map<String, String> versions, long freezings) {}

    private record Known(Participant participant, long responses) {}

    private record Person(Known known, ParticipantProgress progress) {}

    private record Held(Mark mark, Setting setting, Map<String, Person> people) {}

    /** The participants at the sites that the actor may see, by code; empty for those whose tasks are hidden. */
    public List<ParticipantProgress> of(Actor actor, String study) {
        Set<String> sites = participants.visible(actor, study);
        Set<String> tasked = permission.sites(actor, Right.SEE_TASKS, study);
        return of(study).stream()
                .filter(progress -> covers(sites, progress) && covers(tasked, progress))
                .toList();
    }

    /** Every participant, by code, for a use case that checks its own right. */
    public List<ParticipantProgress> of(String study) {
        Map<String, Study> atSites = studies.atSites(study);
        LocalDate today =
                LocalDate.now(clock.withZone(atSites.values().iterator().next().zone()));
        Map<String, String> versions = new TreeMap<>();
        atSites.forEach((site, version) -> versions.put(site, version.version()));
        Setting setting = new Setting(today, versions, freezings.count(study));
        return Objects.requireNonNull(held.compute(study, (id, before) -> follow(id, before, setting, atSites)))
                .people()
                .values()
                .stream()
                .map(Person::progress)
                .toList();
    }

    private static boolean covers(Set<String> sites, ParticipantProgress progress) {
        return sites.contains(Grant.EVERYWHERE)
                || sites.contains(progress.participant().site());
    }

    /** The facts are counted before they are read: what comes in between is read twice, and never missed. */
    private Held follow(String study, @Nullable Held before, Setting setting, Map<String, Study> atSites) {
        Mark mark = mark(study);
        if (before != null && before.mark().equals(mark) && before.setting().equals(setting)) {
            return before;
        }
        Map<String, Person> kept = before != null && before.setting().equals(setting) ? before.people() : Map.of();
        return new Held(mark, setting, people(study, kept, setting.today(), atSites));
    }

    /** Those of whom nothing new came in are as they were kept. */
    private Map<String, Person> people(
            String study, Map<String, Person> kept, LocalDate today, Map<String, Study> atSites) {
        Map<String, Known> now = known(study);
        Set<Known> before = kept.values().stream().map(Person::known).collect(Collectors.toSet());
        boolean many =
                now.values().stream().filter(known -> !before.contains(known)).count() > FEW;
        Map<String, Map<String, FilledIn>> all = many ? responses.filledIn(study) : Map.of();
        Map<String, Study> versions = studies.everInForce(study);
        Freezings frozen = freezings.of(study);
        Map<String, Person> people = new LinkedHashMap<>();
        now.forEach((code, known) -> people.put(
                code,
                before.contains(known)
                        ? Objects.requireNonNull(kept.get(code))
                        : new Person(
                                known,
                                progress(
                                        at(study, known.participant().site(), atSites),
                                        versions,
                                        known.participant(),
                                        many
                                                ? all.getOrDefault(code, Map.of())
                                                : responses.filledIn(
                                                        study,
                                                        known.participant().code()),
                                        frozen,
                                        today))));
        return people;
    }

    private Study at(String study, String site, Map<String, Study> atSites) {
        return Optional.ofNullable(atSites.get(site))
                .orElseGet(() -> studies.at(study, site).study());
    }

    /** A form that was begun and not sent is asked by the version that the site works with. */
    private ParticipantProgress progress(
            Study inForce,
            Map<String, Study> versions,
            Participant participant,
            Map<String, FilledIn> filledIn,
            Freezings frozen,
            LocalDate today) {
        return ParticipantProgress.of(
                participant,
                tasks.states(inForce, versions, participant, filledIn, Map.of(), frozen, inForce.zone()),
                today);
    }

    private Mark mark(String study) {
        Object[] row = (Object[]) database.createNativeQuery("select count(*), coalesce(sum(c.responses), 0),"
                        + " (select count(*) from milestones m where m.study = ?)"
                        + " + (select count(*) from withdrawals w where w.study = ?)"
                        + " from response_counts c where c.study = ?")
                .setParameter(1, study)
                .setParameter(2, study)
                .setParameter(3, study)
                .getSingleResult();
        return new Mark(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
    }

    private Map<String, Known> known(String study) {
        List<?> rows = database.createNativeQuery("select participant, responses from response_counts where study = ?")
                .setParameter(1, study)
                .getResultList();
        Map<String, Long> counts = new HashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            counts.put((String) row[0], ((Number) row[1]).longValue());
        }
        Map<String, Known> known = new LinkedHashMap<>();
        for (Participant participant : participants.everybody(study)) {
            String code = participant.code().value();
            known.put(code, new Known(participant, counts.getOrDefault(code, 0L)));
        }
        return known;
    }
}
