package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.quality.DataQuery.Step;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Asks the site about data that may not be right or are not there.
 *
 * <p>The same query again, by its id, changes nothing. Its text stays with the query: the audit trail records that there
 * is one.
 */
@ApplicationScoped
public class RaiseQuery {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    Tasks tasks;

    @Inject
    ResponseLedger responses;

    @Inject
    QueryLedger queries;

    @Inject
    Clock clock;

    /** What there is to ask about, and the version of the study that says what it is. */
    private record Found(Datum datum, Study study) {}

    /**
     * @param id that the query will have, so that sending it twice raises it once
     * @param about the key of a task, the code of a visit, or empty for the participant as a whole
     * @param item of that task; empty for the whole form
     */
    @Transactional
    public DataQuery raise(
            Actor actor, String study, ParticipantCode code, UUID id, String about, String item, String text) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.RAISE_QUERY, study, participant.site(), code.value());
        PublishedStudy published = studies.at(study, participant.site());
        published.collecting();
        String question = QueryWords.required("text", text);
        Found found = find(actor, published.study(), code, about, item);
        queries.hold(study, code);
        Optional<DataQuery> before = QueryRegister.find(queries.of(study, code), id);
        if (before.isPresent()) {
            return same(before.get(), found.datum(), question);
        }
        if (queries.has(id)) {
            throw new Refusal(Reason.CONFLICT, QueryWords.OTHER_CONTENT);
        }
        UUID entry = audit.record(as, "query.raised", code.value(), "", Map.of("query", id.toString()));
        queries.append(
                new QueryRow(id, found.study(), code, found.datum(), revision(study, code, found.datum()), "", entry),
                new QueryStepRow(id, 1, Step.RAISED, question, clock.instant(), entry));
        return QueryRegister.find(queries.of(study, code), id).orElseThrow();
    }

    private static DataQuery same(DataQuery before, Datum about, String question) {
        if (!before.about().equals(about) || !before.thread().get(0).text().equals(question)) {
            throw new Refusal(Reason.CONFLICT, QueryWords.OTHER_CONTENT);
        }
        return before;
    }

    private Found find(Actor actor, Study study, ParticipantCode code, String about, String item) {
        if (about.isEmpty()) {
            return new Found(Datum.PARTICIPANT, study);
        }
        Optional<TaskState> task = about.contains("/") ? tasks.find(actor, study.id(), code, about) : Optional.empty();
        if (task.isPresent()) {
            return new Found(datum(task.get(), item), task.get().study());
        }
        if (events(study).noneMatch(about::equals)) {
            throw QueryWords.invalid("about", QueryWords.NO_SUCH_DATUM.with(Text.shorten(about)));
        }
        return new Found(Datum.visit(about), study);
    }

    private static Datum datum(TaskState task, String item) {
        Questionnaire form = task.form();
        boolean known = item.isEmpty()
                || form.items().stream().anyMatch(each -> each.code().equals(item))
                || form.scores().stream().anyMatch(each -> each.code().equals(item));
        if (!known) {
            throw QueryWords.invalid("item", QueryWords.NO_SUCH_ITEM.with(Text.shorten(item)));
        }
        return new Datum(task.task().event(), task.task().key(), form.id(), item);
    }

    private static Stream<String> events(Study study) {
        return Stream.of(
                        study.schedule().visits().stream().map(visit -> visit.code()),
                        study.schedule().blocks().stream().map(block -> block.code()),
                        study.schedule().events().stream().map(event -> event.code()))
                .flatMap(each -> each);
    }

    private int revision(String study, ParticipantCode code, Datum about) {
        List<Response> history = about.task().isEmpty() ? List.of() : responses.history(study, code, about.task());
        return history.isEmpty() ? 0 : history.get(history.size() - 1).revision();
    }
}
