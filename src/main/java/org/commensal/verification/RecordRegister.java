package org.commensal.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.Kept;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Freezings;
import org.commensal.freezing.Scope;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.SourceVerification;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.verification.RecordLedger.Current;
import org.commensal.verification.RecordLedger.Marked;

/**
 * How far the data of a study are from being final, for those who may see answers. Of who stopped with the use of
 * their data nothing is to be closed: nothing of them is released.
 */
@ApplicationScoped
public class RecordRegister {

    /** How much is not final yet; numbers alone. */
    public record Unfinished(int forms, int unsigned, int unfrozen) {

        public boolean isAnything() {
            return unsigned > 0 || unfrozen > 0;
        }
    }

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    FreezingLedger freezings;

    @Inject
    RecordLedger ledger;

    @Inject
    Kept kept;

    /** Every participant at the sites whose answers the actor may see, by code. */
    public List<ParticipantClosing> list(Actor actor, String study) {
        Set<String> sites = sites(actor, study);
        return kept
                .of(
                        "closing",
                        study,
                        RecordLedger.FACTS,
                        "",
                        () -> closings(study, Scope.ALL, participants.everybody(study)))
                .stream()
                .filter(each -> covers(sites, each.participant().site()))
                .toList();
    }

    /** One participant. */
    public ParticipantClosing get(Actor actor, String study, ParticipantCode code) {
        return of(study, seen(actor, study, code));
    }

    /** The last signature over each revision at the sites whose answers the actor may see, as if it stood. */
    public Map<UUID, Signature> signatures(Actor actor, String study) {
        Set<String> sites = sites(actor, study);
        Map<UUID, Signature> last = new HashMap<>();
        ledger.signatures(study, Scope.ALL).stream()
                .filter(signature -> covers(sites, signature.scope().site()))
                .forEach(signature -> signature.responses().forEach(response -> last.put(response, signature)));
        return last;
    }

    private Set<String> sites(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_RESPONSES, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_RESPONSES, study);
        }
        return sites;
    }

    private static boolean covers(Set<String> sites, String site) {
        return sites.contains(Grant.EVERYWHERE) || sites.contains(site);
    }

    /** What was signed of one participant, the last first. */
    public List<Signature> signatures(Actor actor, String study, ParticipantCode code) {
        Participant participant = seen(actor, study, code);
        return signatures(study, participant);
    }

    /** What a signature over this scope would be bound to, as its data are now. */
    public String content(Actor actor, String study, ParticipantCode code, Scope scope) {
        return SignedContent.sha256(within(scope, get(actor, study, code).forms()));
    }

    private Participant seen(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SEE_RESPONSES, study, participant.site(), code.value());
        return participant;
    }

    /** For a use case that checks its own right. */
    ParticipantClosing of(String study, Participant participant) {
        return closings(study, participant.code().value(), List.of(participant)).get(0);
    }

    /** The forms that lie in a scope, for a use case that checks its own right. */
    List<FormRecord> of(String study, Scope scope) {
        List<Participant> some = scope.participant().equals(Scope.ALL)
                ? participants.everybody(study)
                : List.of(participants.find(study, new ParticipantCode(scope.participant())));
        return within(
                scope,
                closings(study, scope.participant(), some).stream()
                        .flatMap(closing -> closing.forms().stream())
                        .toList());
    }

    /** How much of a study is not final yet, for a use case that checks its own right. */
    public Unfinished unfinished(String study) {
        List<FormRecord> all = of(study, Scope.study());
        return new Unfinished(
                all.size(), (int) all.stream().filter(form -> !form.isSigned()).count(), (int)
                        all.stream().filter(form -> !form.isFrozen()).count());
    }

    /** For a use case that checks its own right; the last first. */
    List<Signature> signatures(String study, Participant participant) {
        Freezings frozen = freezings.of(study, participant.code());
        Map<UUID, FormRecord> standing =
                of(study, participant).forms().stream().collect(Collectors.toMap(FormRecord::response, form -> form));
        List<Signature> signatures = new ArrayList<>();
        ledger.signatures(study, participant.code().value())
                .forEach(signature -> signatures.add(0, signature.with(standing(signature, standing, frozen))));
        return signatures;
    }

    private static Standing standing(Signature signature, Map<UUID, FormRecord> standing, Freezings frozen) {
        List<FormRecord> left = signature.responses().stream()
                .filter(standing::containsKey)
                .map(standing::get)
                .toList();
        if (left.size() < signature.responses().size()) {
            return Standing.CHANGED;
        }
        boolean unlocked = left.stream().anyMatch(form -> frozen.unlockedSince(form.scope(), signature.at())
                .isPresent());
        return unlocked ? Standing.VOID : Standing.STANDS;
    }

    static List<FormRecord> within(Scope scope, Collection<FormRecord> records) {
        return records.stream().filter(form -> scope.contains(form.scope())).toList();
    }

    /** @param code of the only one of them, or {@code *} */
    private List<ParticipantClosing> closings(String study, String code, List<Participant> some) {
        Reading reading = new Reading(
                code.equals(Scope.ALL) ? freezings.of(study) : freezings.of(study, new ParticipantCode(code)),
                new VerificationMarks(ledger.verified(study, code)),
                new Marks(ledger.signed(study, code)),
                studies.everInForce(study),
                studies.atSites(study));
        Map<String, List<Current>> standing =
                ledger.standing(study, code).stream().collect(Collectors.groupingBy(Current::participant));
        return some.stream()
                .map(each -> reading.of(
                        each,
                        each.withdrawn().containsKey(Part.USE_OF_DATA)
                                ? List.of()
                                : standing.getOrDefault(each.code().value(), List.of())))
                .toList();
    }

    /**
     * What was done to close data.
     *
     * @param versions of the study, by which responses are read
     * @param atSites the version that each site works with, which says what is compared with its source
     */
    private record Reading(
            Freezings frozen,
            VerificationMarks verified,
            Marks signed,
            Map<String, Study> versions,
            Map<String, Study> atSites) {

        ParticipantClosing of(Participant participant, List<Current> standing) {
            Study study = Objects.requireNonNull(atSites.get(participant.site()));
            Optional<SourceVerification> plan = study.conduct().sourceVerification();
            boolean selected = plan.filter(known ->
                            known.selects(study.id(), participant.code().value()))
                    .isPresent();
            return ParticipantClosing.of(
                    participant,
                    frozen.state(Scope.of(participant)),
                    selected,
                    standing.stream()
                            .map(current -> record(participant, current, plan, selected))
                            .toList());
        }

        private FormRecord record(
                Participant participant, Current current, Optional<SourceVerification> plan, boolean selected) {
            Scope scope = Scope.form(participant, current.event(), current.task());
            Questionnaire form =
                    Objects.requireNonNull(versions.get(current.version())).questionnaire(current.form());
            SourceCheck check = verified.check(
                    current,
                    SourceVerification.questions(form),
                    plan.map(known -> known.required(form, selected)).orElse(List.of()));
            return new FormRecord(
                    scope,
                    current.form(),
                    current.response(),
                    current.revision(),
                    current.digest(),
                    frozen.state(scope),
                    verified.standing(current, check),
                    signed.of(current, scope, frozen),
                    check);
        }
    }

    /** When each revision was last signed, and of which forms any revision was. */
    private static final class Marks {

        private final Map<UUID, Instant> revisions = new HashMap<>();
        private final Set<String> forms = new HashSet<>();

        Marks(List<Marked> marks) {
            for (Marked mark : marks) {
                revisions.merge(mark.response(), mark.at(), (one, other) -> one.isBefore(other) ? other : one);
                forms.add(key(mark.participant(), mark.task()));
            }
        }

        private Standing of(Current current) {
            if (revisions.containsKey(current.response())) {
                return Standing.STANDS;
            }
            return forms.contains(key(current.participant(), current.task())) ? Standing.CHANGED : Standing.NONE;
        }

        /** A mark of before the data were unlocked is void. */
        Standing of(Current current, Scope scope, Freezings frozen) {
            Instant marked = revisions.get(current.response());
            boolean unlocked =
                    marked != null && frozen.unlockedSince(scope, marked).isPresent();
            return unlocked ? Standing.VOID : of(current);
        }

        private static String key(String participant, String task) {
            return participant + "/" + task;
        }
    }
}
