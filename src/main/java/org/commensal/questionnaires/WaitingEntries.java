package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Freezings;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.DoubleEntry.State;
import org.commensal.questionnaires.SecondEntryLedger.Entered;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** The forms that wait for a second entry, or for a decision about what differs, as the overview lists them. */
@ApplicationScoped
public class WaitingEntries {

    /**
     * A form that waits for the actor.
     *
     * @param study the version that it was filled in on
     * @param since when it was last entered
     */
    public record Waiting(
            ParticipantCode participant, Study study, String form, String task, State state, Instant since) {}

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    FreezingLedger freezings;

    @Inject
    SecondEntryLedger ledger;

    @Inject
    DoubleEntryRegister register;

    /** Longest first; not what is frozen, nor of who stopped with the use of their data. */
    public List<Waiting> list(Actor actor, String study) {
        Map<String, Study> versions = studies.everInForce(study);
        Set<String> enters = permission.sites(actor, Right.SUBMIT_STAFF_RESPONSE, study);
        Set<String> decides = permission.sites(actor, Right.RESOLVE_DIFFERENCE, study);
        if (EntryRevisions.forms(versions).isEmpty() || enters.isEmpty() && decides.isEmpty()) {
            return List.of();
        }
        Map<String, Participant> going = participants.everybody(study).stream()
                .filter(each -> !each.withdrawn().containsKey(Part.USE_OF_DATA))
                .collect(Collectors.toMap(each -> each.code().value(), each -> each));
        Freezings frozen = freezings.of(study);
        Map<String, State> states = states(studies.inForce(study));
        return EntryRevisions.of(ledger, study, Optional.empty(), versions).entrySet().stream()
                .flatMap(entry -> {
                    EntryRevisions form = entry.getValue();
                    State state = states.getOrDefault(entry.getKey(), State.AWAITED);
                    return Stream.ofNullable(going.get(form.last().participant()))
                            .filter(each -> form.isOpen(each, frozen))
                            .filter(each -> switch (state) {
                                case AWAITED ->
                                    covers(enters, each.site()) && !form.by().contains(actor.id());
                                case DIFFERING -> covers(decides, each.site());
                                case CONFIRMED -> false;
                            })
                            .map(each -> waiting(form.last(), versions, state));
                })
                .sorted(Comparator.comparing(Waiting::since))
                .toList();
    }

    private static boolean covers(Set<String> sites, String site) {
        return sites.contains(Grant.EVERYWHERE) || sites.contains(site);
    }

    private static Waiting waiting(Entered last, Map<String, Study> versions, State state) {
        return new Waiting(
                new ParticipantCode(last.participant()),
                Objects.requireNonNull(versions.get(last.version())),
                last.form(),
                last.task(),
                state,
                last.at());
    }

    /** Of each form with a second entry, by participant and task, how far it is. */
    private Map<String, State> states(PublishedStudy published) {
        List<SecondEntryRow> rows = ledger.of(published.study().id());
        Map<UUID, Long> resolved = ledger
                .resolutions(rows.stream().map(SecondEntryRow::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ResolutionRow::entry, Collectors.counting()));
        Map<String, State> states = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        for (SecondEntryRow row : rows) {
            states.put(EntryRevisions.key(row.participant(), row.task()), State.CONFIRMED);
            if (row.differing() > resolved.getOrDefault(row.id(), 0L)) {
                doubtful.add(row.participant());
            }
        }
        doubtful.forEach(code -> register.of(published, new ParticipantCode(code)).stream()
                .filter(form -> !form.isAwaited())
                .forEach(
                        form -> states.put(EntryRevisions.key(code, form.first().task()), form.state())));
        return states;
    }
}
