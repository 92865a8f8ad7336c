package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.Facts;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;

/** The participants of a study, as far as their site may be seen. */
@ApplicationScoped
public class ParticipantRegister {

    /** What makes participants what they are: a stage that was reached, a part that was stopped with. */
    public static final Facts FACTS =
            Facts.of("count(*) from milestones where study = ?", "count(*) from withdrawals where study = ?");

    /**
     * What a list is narrowed by; empty takes everything.
     *
     * @param search a part of the code
     * @param stage the last one that was reached
     */
    public record Filter(Optional<String> search, Optional<Stage> stage, Optional<String> site) {

        public static Filter everything() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** @param lastDay the last day of the diary that was filled in */
    public record Listed(Participant participant, Optional<LocalDate> lastDay) {}

    /** @param total how many there are over all pages */
    public record Page(List<Listed> listed, int total) {

        public List<Participant> participants() {
            return listed.stream().map(Listed::participant).toList();
        }
    }

    @Inject
    ParticipantLedger ledger;

    @Inject
    Permission permission;

    /** The participants of the sites that the actor may see, by code; page 0 first. */
    public Page list(Actor actor, String study, Filter filter, int page, int size) {
        return list(actor, study, filter, ParticipantOrder.CODE, page, size);
    }

    /** The same in another order. */
    public Page list(Actor actor, String study, Filter filter, ParticipantOrder order, int page, int size) {
        ParticipantSelect select = new ParticipantSelect(study, visible(actor, study), filter);
        return new Page(ledger.page(select, order, (long) page * size, size), ledger.count(select));
    }

    /** A part of the same list, for who knows from {@link #counts} how many there are. */
    public List<Listed> part(Actor actor, String study, Filter filter, ParticipantOrder order, int page, int size) {
        ParticipantSelect select = new ParticipantSelect(study, visible(actor, study), filter);
        return ledger.page(select, order, (long) page * size, size);
    }

    /** How many of those that a filter takes, whatever their stage, are at each stage. */
    public Map<Stage, Integer> counts(Actor actor, String study, Filter filter) {
        Filter wide = new Filter(filter.search(), Optional.empty(), filter.site());
        Map<Stage, Integer> reached = ledger.reached(new ParticipantSelect(study, visible(actor, study), wide));
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        int after = 0;
        for (int i = Stage.values().length - 1; i >= 0; i--) {
            int those = reached.getOrDefault(Stage.values()[i], 0);
            counts.put(Stage.values()[i], those - after);
            after = those;
        }
        return counts;
    }

    /** The sites whose participants the actor may see, {@code *} among them where it is all sites; never none. */
    public Set<String> visible(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_PARTICIPANTS, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_PARTICIPANTS, study);
            throw new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND);
        }
        return sites;
    }

    /** Every participant of a study by code, for a use case that checks its own right. */
    public List<Participant> everybody(String study) {
        return ledger.all(study);
    }

    /** Several participants, by code, for a use case that checks its own right; who is not there is left out. */
    public List<Participant> find(String study, List<ParticipantCode> codes) {
        return ledger.find(study, codes);
    }

    /** When each participant of a study reached their newest stage, for a use case that checks its own right. */
    public Map<ParticipantCode, Instant> since(String study) {
        return ledger.since(study);
    }

    /** When a participant reached their newest stage, for a use case that checks its own right. */
    public Optional<Instant> since(String study, ParticipantCode code) {
        return ledger.since(study, code);
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
