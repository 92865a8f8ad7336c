package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.SubmitResponse.Receipt;

/**
 * What is done with answers that were filled in without a network and cannot be the response: where the task was answered
 * before, the same answers are the response that stands, and other answers are kept beside it; where its data are frozen,
 * they are kept with none that stands, until somebody takes them in. Runs within {@link AppendResponse}, which asked
 * for the right.
 */
@ApplicationScoped
class KeepSecondAnswer {

    @Inject
    SecondAnswerLedger ledger;

    @Inject
    AuditTrail audit;

    /** What was said when the submission of this id came before; empty where it is new. */
    Optional<Receipt> before(UUID id, ParticipantCode code, String content) {
        return ledger.find(id).map(row -> {
            if (!row.digest().isOf(content) || !row.participant().equals(code.value())) {
                throw new Refusal(Reason.CONFLICT, SubmissionTexts.OTHER_CONTENT);
            }
            return new Receipt(id, row.task(), row.received(), Map.of(), true, row.stands());
        });
    }

    /**
     * @param task its key, or the code of an event of which no occurrence was taken in yet
     * @param alike every response to the task, by revision
     * @param json the answers as they are stored
     */
    Receipt keep(
            ActingAs as,
            Study study,
            ParticipantCode code,
            String task,
            String form,
            Submission submission,
            List<ResponseRow> alike,
            String json,
            Instant received) {
        String content = task + json;
        Optional<ResponseRow> same =
                alike.stream().filter(row -> row.digest().isOf(content)).findFirst();
        if (same.isPresent()) {
            ResponseRow row = same.get();
            return new Receipt(row.id(), row.task(), row.received(), Map.of(), true, Optional.empty());
        }
        Optional<UUID> stands = alike.stream().map(ResponseRow::id).reduce((earlier, later) -> later);
        Digest digest = Digest.of(content);
        UUID entry = audit.record(
                as,
                "response.kept-beside",
                code.value(),
                "",
                Map.of(
                        "task", task,
                        "response", submission.id().toString(),
                        "stands", stands.map(UUID::toString).orElse("none"),
                        "sha256", digest.hex()));
        ledger.append(new SecondAnswerRow(study, code.value(), task, form, submission, stands)
                .when(submission.filledIn(received), received)
                .what(json, digest)
                .auditedBy(entry));
        return new Receipt(submission.id(), task, received, Map.of(), false, stands);
    }
}
