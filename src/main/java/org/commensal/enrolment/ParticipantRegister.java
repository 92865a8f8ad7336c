package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;

/** The participants of a study, as far as their site may be seen. */
@ApplicationScoped
public class ParticipantRegister {

    /** What a list is narrowed by; empty takes everything. */
    public record Filter(Optional<String> search, Optional<Stage> stage, Optional<String> site) {

        public static Filter everything() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty());
        }

        private boolean takes(Participant participant) {
            return search.map(text -> participant
                                    .code()
                                    .value()
                                    .contains(text.strip().toUpperCase(Locale.ROOT)))
                            .orElse(true)
                    && stage.map(participant.stage()::equals).orElse(true)
                    && site.map(participant.site()::equals).orElse(true);
        }
    }

    /** @param total how many there are over all pages */
    public record Page(List<Participant> participants, int total) {}

    @Inject
    ParticipantLedger ledger;

    @Inject
    Permission permission;

    /** The participants of the sites that the actor may see, by code; page 0 first. */
    public Page list(Actor actor, String study, Filter filter, int page, int size) {
        List<Participant> seen =
                visible(actor, study).stream().filter(filter::takes).toList();
        return new Page(seen.stream().skip((long) page * size).limit(size).toList(), seen.size());
    }

    /** How many of those are at each stage. */
    public Map<Stage, Integer> counts(Actor actor, String study) {
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        for (Participant participant : visible(actor, study)) {
            counts.merge(participant.stage(), 1, Integer::sum);
        }
        return counts;
    }

    private List<Participant> visible(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_PARTICIPANTS, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_PARTICIPANTS, study);
        }
        return ledger.all(study).stream()
                .filter(participant -> sites.contains(Grant.EVERYWHERE) || sites.contains(participant.site()))
                .toList();
    }

    /** Every participant of a study by code, for a use case that checks its own right. */
    public List<Participant> everybody(String study) {
        return ledger.all(study);
    }

    /** When each participant of a study reached their newest stage, for a use case that checks its own right. */
    public Map<ParticipantCode, Instant> since(String study) {
        return ledger.since(study);
    }

    /** One participant; for somebody who may not see their site there is none. */
    public Participant find(Actor actor, String study, ParticipantCode code) {
        return find(actor, Right.SEE_PARTICIPANTS, study, code);
    }

    /** One participant, for somebody who holds this right over them. */
    public Participant find(Actor actor, Right right, String study, ParticipantCode code) {
        Participant participant = find(study, code);
        permission.require(actor, right, study, participant.site(), code.value());
        return participant;
    }

    /** One participant, for a use case that checks its own right. */
    public Participant find(String study, ParticipantCode code) {
        return ledger.find(study, code).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND));
    }
}
