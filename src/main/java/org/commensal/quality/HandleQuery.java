package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.quality.DataQuery.Entry;
import org.commensal.quality.DataQuery.State;
import org.commensal.quality.DataQuery.Step;

/**
 * Answers a query, closes it or opens it again.
 *
 * <p>Sites answer what is open; whoever may raise queries closes them, with a text where there is no answer to go by, and
 * opens them again with a text. The same step again with the same text changes nothing.
 */
@ApplicationScoped
public class HandleQuery {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    ParticipantRegister participants;

    @Inject
    QueryLedger queries;

    @Inject
    Clock clock;

    /**
     * @param step what is done: {@code ANSWERED}, {@code CLOSED} or {@code REOPENED}
     * @param read how many entries of the query its reader saw; with none, whatever was written since does not matter
     */
    @Transactional
    public DataQuery handle(
            Actor actor, String study, ParticipantCode code, UUID id, Step step, String text, OptionalInt read) {
        Participant participant = participants.find(study, code);
        Right right = step == Step.ANSWERED ? Right.ANSWER_QUERY : Right.RAISE_QUERY;
        ActingAs as = permission.require(actor, right, study, participant.site(), code.value());
        queries.hold(study, code);
        DataQuery query = find(study, code, id);
        String written = step == Step.CLOSED && query.state() != State.OPEN
                ? QueryWords.optional("text", text)
                : QueryWords.required("text", text);
        Entry last = query.last();
        if (last.step() == step && last.text().equals(written)) {
            return query;
        }
        if (read.isPresent() && read.getAsInt() != query.thread().size()) {
            throw new Refusal(Reason.CHANGED, QueryWords.CHANGED);
        }
        refuseOutOfTurn(query.state(), step);
        UUID entry = audit.record(
                as, "query." + step.name().toLowerCase(Locale.ROOT), code.value(), "", Map.of("query", id.toString()));
        queries.append(new QueryStepRow(id, query.thread().size() + 1, step, written, clock.instant(), entry));
        return find(study, code, id);
    }

    private static void refuseOutOfTurn(State state, Step step) {
        if (step == Step.ANSWERED && state != State.OPEN) {
            throw new Refusal(Reason.CONFLICT, QueryWords.NOT_OPEN);
        }
        if (step == Step.CLOSED && state == State.CLOSED) {
            throw new Refusal(Reason.CONFLICT, QueryWords.CLOSED);
        }
        if (step == Step.REOPENED && state == State.OPEN) {
            throw new Refusal(Reason.CONFLICT, QueryWords.OPEN);
        }
    }

    private DataQuery find(String study, ParticipantCode code, UUID id) {
        return QueryRegister.find(queries.of(study, code), id)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }
}
