package org.commensal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.imports.ImportResults.Confirmation;
import org.commensal.imports.JudgeFile.Judged;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.questionnaires.Submission;
import org.commensal.questionnaires.SubmitResponse;

/** Takes in a file of results in one transaction, judged again while every participant in it is held. */
@ApplicationScoped
class KeepImport {

    private static final int LONGEST_REASON = 2000;
    private static final int MOST_VIOLATIONS = 100;
    private static final Text OTHER_FILE = new Text(
            "This is not the file that was tried. Try this file first.",
            "Dit is niet het bestand dat is geprobeerd. Probeer eerst dit bestand.");
    private static final Text CHANGED = new Text(
            "Something changed since the file was tried. Look at what it would do now.",
            "Er is iets veranderd sinds het bestand is geprobeerd. Bekijk wat het nu zou doen.");
    private static final Text OTHERWISE = new Text(
            "This row would do something else than it did when the file was tried.",
            "Deze rij zou iets anders doen dan toen het bestand werd geprobeerd.");
    private static final Text FAULTY = new Text(
            "Nothing was imported: rows of the file have faults. Have them corrected and try the file again.",
            "Er is niets ingelezen: er staan fouten in rijen van het bestand. Laat ze verbeteren en probeer het opnieuw.");
    private static final Text NOTHING = new Text(
            "There is nothing to import: all of this is on file.",
            "Er is niets in te lezen: dit staat er allemaal al.");
    private static final Text WHY = new Text(
            "Say why answers on file are corrected, in at most 2000 characters.",
            "Geef aan waarom ingevulde antwoorden verbeterd worden, in hoogstens 2000 tekens.");
    private static final Text CONFIRM = new Text(
            "Some values are unusual. Confirm that they are right, or have them corrected.",
            "Sommige waarden zijn ongewoon. Bevestig dat ze kloppen, of laat ze verbeteren.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    JudgeFile files;

    @Inject
    ParticipantLedger participants;

    @Inject
    SubmitResponse submit;

    @Inject
    ResultImportLedger ledger;

    @Inject
    Clock clock;

    @Transactional
    public ResultImported keep(Actor actor, String study, String code, byte[] file, Confirmation confirmation) {
        ActingAs as = permission.requireSomewhere(actor, Right.IMPORT_RESULTS, study);
        files.judge(actor, study, code, file).rows().stream()
                .map(JudgedRow::participant)
                .filter(known -> !known.isEmpty())
                .distinct()
                .sorted()
                .forEach(known -> participants.hold(study, new ParticipantCode(known)));
        Judged judged = files.judge(actor, study, code, file);
        DryRun now = judged.dryRun();
        if (now.faults().isEmpty() && !now.importable()) {
            return before(study, now);
        }
        refuseUnless(confirmation, judged);
        UUID id = UUID.randomUUID();
        String reason = now.corrected() > 0 ? confirmation.reason().strip() : "";
        UUID entry = audit.record(
                as,
                "results.imported",
                code,
                reason,
                Map.of(
                        "import", id.toString(),
                        "sha256", now.sha256(),
                        "rows", String.valueOf(now.rows()),
                        "added", String.valueOf(now.added()),
                        "corrected", String.valueOf(now.corrected())));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ledger.append(new ResultImportRow(id, as, judged.published().study(), now).done(at, reason, entry));
        judged.rows().stream().filter(JudgedRow::isKept).forEach(row -> keep(actor, study, row, reason, id));
        return new ResultImported(
                id,
                code,
                as.site(),
                now.sha256(),
                now.rows(),
                now.added(),
                now.corrected(),
                now.unchanged(),
                actor.name(),
                at,
                reason);
    }

    private void keep(Actor actor, String study, JudgedRow row, String reason, UUID imported) {
        UUID response = UUID.randomUUID();
        Submission submission = new Submission(
                response,
                row.task(),
                Optional.of(row.version()),
                row.given(),
                row.unusual(),
                Language.EN,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                row.correction(reason));
        submit.submitImported(actor, study, row.code(), submission, imported);
        ledger.append(imported, response, row.number());
    }

    /** The import that brought all of this, where it was this file: its confirmation was sent twice. */
    private ResultImported before(String study, DryRun now) {
        return ledger.of(study).stream()
                .filter(done -> done.code().equals(now.code()) && done.sha256().equals(now.sha256()))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.CONFLICT, NOTHING));
    }

    private static void refuseUnless(Confirmation confirmation, Judged judged) {
        Tried then = Tried.parse(confirmation.tried());
        Tried now = Tried.parse(judged.dryRun().tried());
        if (!then.sha256().equals(now.sha256())) {
            throw new Refusal(Reason.INVALID, OTHER_FILE, List.of(new Violation("/tried", OTHER_FILE)));
        }
        List<Integer> differing = then.differing(now);
        if (!differing.isEmpty()) {
            throw new Refusal(
                    Reason.CHANGED,
                    CHANGED,
                    differing.stream()
                            .filter(place -> place < judged.rows().size())
                            .limit(MOST_VIOLATIONS)
                            .map(place -> new Violation(
                                    "/rows/" + judged.rows().get(place).number(), OTHERWISE))
                            .toList());
        }
        if (!judged.dryRun().faults().isEmpty()) {
            throw new Refusal(Reason.INVALID, FAULTY);
        }
        String reason = confirmation.reason().strip();
        if (judged.dryRun().corrected() > 0 && (reason.isEmpty() || reason.length() > LONGEST_REASON)) {
            throw new Refusal(Reason.INVALID, WHY, List.of(new Violation("/reason", WHY)));
        }
        if (!judged.dryRun().doubts().isEmpty() && !confirmation.confirmed()) {
            throw new Refusal(Reason.INVALID, CONFIRM, List.of(new Violation("/confirmed", CONFIRM)));
        }
    }
}
