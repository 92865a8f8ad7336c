package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.commensal.freezing.Scope;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.DoubleEntry.State;
import org.commensal.questionnaires.SecondEntryLedger.Entered;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * How far the forms are that two people enter. Whether a form is one of them is said by the version of the study that it
 * was filled in on.
 */
@ApplicationScoped
public class DoubleEntryRegister {

    /**
     * A form that waits for the actor: for a second entry, or for a decision.
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
    ResponseLedger responses;

    @Inject
    SecondEntryLedger ledger;

    @Inject
    FreezingLedger freezings;

    /** Those of one participant that are filled in, with the values of those that are entered twice. */
    public List<DoubleEntry> list(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SEE_RESPONSES, study, participant.site(), code.value());
        return of(studies.inForce(study), code);
    }

    /** The tasks that this person may still enter for the second time, and hence is not shown. */
    public Set<String> toEnter(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        return permission.allows(actor, Right.SUBMIT_STAFF_RESPONSE, study, participant.site())
                ? of(studies.inForce(study), code).stream()
                        .filter(DoubleEntry::isAwaited)
                        .filter(form -> !form.enteredBy().contains(actor.id()))
                        .map(form -> form.first().task())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Refuses to show a form to somebody who may still enter it for the second time. */
    public void refuseIfBlind(Actor actor, String study, ParticipantCode code, String task) {
        if (toEnter(actor, study, code).contains(task)) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, SubmissionTexts.BLIND.with(task));
        }
    }

    /** What waits for the actor, longest first; not what is frozen, nor of who stopped with the use of their data. */
    public List<Waiting> waiting(Actor actor, String study) {
        Map<String, Study> versions = studies.everInForce(study);
        Set<String> enters = permission.sites(actor, Right.SUBMIT_STAFF_RESPONSE, study);
        Set<String> decides = permission.sites(actor, Right.RESOLVE_DIFFERENCE, study);
        if (forms(versions).isEmpty() || enters.isEmpty() && decides.isEmpty()) {
            return List.of();
        }
        Map<String, Participant> going = participants.everybody(study).stream()
                .filter(each -> !each.withdrawn().containsKey(Part.USE_OF_DATA))
                .collect(Collectors.toMap(each -> each.code().value(), each -> each));
        Freezings frozen = freezings.of(study);
        Map<String, State> states = states(studies.inForce(study), versions);
        return revisions(study, Optional.empty(), versions).values().stream()
                .map(Revisions::new)
                .flatMap(form -> Stream.ofNullable(going.get(form.last().participant()))
                        .filter(each -> form.isOpen(each, frozen))
                        .filter(each -> switch (form.state(states)) {
                            case AWAITED ->
                                covers(enters, each.site()) && !form.by().contains(actor.id());
                            case DIFFERING -> covers(decides, each.site());
                            case CONFIRMED -> false;
                        })
                        .map(each -> form.waiting(versions, form.state(states))))
                .sorted(Comparator.comparing(Waiting::since))
                .toList();
    }

    /** Of each form with a second entry, by participant and task, how far it is. */
    private Map<String, State> states(PublishedStudy published, Map<String, Study> versions) {
        List<SecondEntryRow> rows = ledger.of(published.study().id());
        Map<UUID, Long> resolved = ledger
                .resolutions(rows.stream().map(SecondEntryRow::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ResolutionRow::entry, Collectors.counting()));
        Map<String, State> states = new LinkedHashMap<>();
        Set<String> doubtful = new HashSet<>();
        for (SecondEntryRow row : rows) {
            states.put(key(row.participant(), row.task()), State.CONFIRMED);
            if (row.differing() > resolved.getOrDefault(row.id(), 0L)) {
                doubtful.add(row.participant());
            }
        }
        doubtful.forEach(code -> of(published, new ParticipantCode(code)).stream()
                .filter(form -> !form.isAwaited())
                .forEach(form -> states.put(key(code, form.first().task()), form.state())));
        return states;
    }

    /** Those of one participant, for a use case that checks its own right. */
    List<DoubleEntry> of(PublishedStudy published, ParticipantCode code) {
        Map<String, Study> versions = published.versions();
        Map<String, List<Entered>> revisions = revisions(published.study().id(), Optional.of(code), versions);
        if (revisions.isEmpty()) {
            return List.of();
        }
        Map<String, SecondEntryRow> seconds = ledger.of(published.study().id(), code).stream()
                .collect(Collectors.toMap(SecondEntryRow::task, row -> row));
        List<ResolutionRow> resolved = ledger.resolutions(
                seconds.values().stream().map(SecondEntryRow::id).toList());
        List<DoubleEntry> forms = new ArrayList<>();
        for (Response first : responses.current(published, code)) {
            List<Entered> own = revisions.getOrDefault(key(code.value(), first.task()), List.of());
            if (!own.isEmpty()) {
                forms.add(form(published, first, own, Optional.ofNullable(seconds.get(first.task())), resolved));
            }
        }
        return forms;
    }

    private DoubleEntry form(
            PublishedStudy published,
            Response first,
            List<Entered> revisions,
            Optional<SecondEntryRow> row,
            List<ResolutionRow> resolved) {
        Set<UUID> by = new Revisions(revisions).by();
        if (row.isEmpty()) {
            return new DoubleEntry(first, by, Optional.empty(), new Answers(Map.of()), List.of());
        }
        UUID entry = row.get().id();
        Questionnaire questionnaire = Objects.requireNonNull(
                        published.versions().get(first.version()))
                .questionnaire(first.form());
        Answers second = row.get().answers(questionnaire);
        Set<String> decided = resolved.stream()
                .filter(each -> each.entry().equals(entry))
                .map(ResolutionRow::item)
                .collect(Collectors.toSet());
        List<String> differing =
                DoubleEntry.compare(
                                questionnaire,
                                compared(published, first, row.get()).answers(),
                                second)
                        .stream()
                        .filter(item -> !decided.contains(item))
                        .filter(item -> !DoubleEntry.alike(first.answers().get(item), second.get(item)))
                        .toList();
        return new DoubleEntry(first, by, Optional.of(entry), second, differing);
    }

    /** The response that a second entry was compared with, which may have been corrected since. */
    private Response compared(PublishedStudy published, Response first, SecondEntryRow row) {
        return row.response().equals(first.id()) ? first : responses.get(published, row.response());
    }

    /** The revisions of each form that two people enter, by participant and task. */
    private Map<String, List<Entered>> revisions(
            String study, Optional<ParticipantCode> code, Map<String, Study> versions) {
        Set<String> forms = forms(versions);
        return forms.isEmpty()
                ? Map.of()
                : ledger.entered(study, code, forms).stream()
                        .filter(entered -> isTwice(versions, entered.version(), entered.form()))
                        .collect(Collectors.groupingBy(
                                entered -> key(entered.participant(), entered.task()),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static Set<String> forms(Map<String, Study> versions) {
        return versions.values().stream()
                .flatMap(study -> study.conduct().doubleEntry().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isTwice(Map<String, Study> versions, String version, String form) {
        return Optional.ofNullable(versions.get(version))
                .filter(study -> study.conduct().doubleEntry().contains(form))
                .isPresent();
    }

    private static String key(String participant, String task) {
        return participant + "/" + task;
    }

    private static boolean covers(Collection<String> sites, String site) {
        return sites.contains(Grant.EVERYWHERE) || sites.contains(site);
    }

    /** Every revision of one form. */
    private record Revisions(List<Entered> all) {

        Entered last() {
            return all.get(all.size() - 1);
        }

        State state(Map<String, State> entered) {
            return entered.getOrDefault(key(last().participant(), last().task()), State.AWAITED);
        }

        Set<UUID> by() {
            return all.stream().map(Entered::by).collect(Collectors.toSet());
        }

        boolean isOpen(Participant participant, Freezings frozen) {
            return frozen.state(Scope.form(participant, last().event(), last().task()))
                    .isOpen();
        }

        Waiting waiting(Map<String, Study> versions, State state) {
            return new Waiting(
                    new ParticipantCode(last().participant()),
                    Objects.requireNonNull(versions.get(last().version())),
                    last().form(),
                    last().task(),
                    state,
                    last().at());
        }
    }
}
