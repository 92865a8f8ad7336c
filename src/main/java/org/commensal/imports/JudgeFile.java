package org.commensal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.protocol.ResultImport;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** Reads a file of results and judges it by the facts of this moment. */
@ApplicationScoped
class JudgeFile {

    /** @param rows in the order of the file */
    record Judged(PublishedStudy published, List<JudgedRow> rows, DryRun dryRun) {}

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseLedger responses;

    @Inject
    Clock clock;

    Judged judge(Actor actor, String study, String code, byte[] content) {
        permission.requireSomewhere(actor, Right.IMPORT_RESULTS, study);
        PublishedStudy published = studies.inForce(study);
        published.collecting();
        ResultImport definition = ResultImportRegister.find(published.study(), code);
        ResultFile file = ResultFile.read(content, definition.header());
        Judge judge = new Judge(
                definition,
                new Facts(
                        mine(actor, study),
                        studies.atSites(study),
                        published.versions(),
                        responses.current(published, definition.event(), definition.form()),
                        LocalDate.now(clock.withZone(published.study().zone()))));
        List<JudgedRow> rows = judge.judge(file);
        return new Judged(published, rows, DryRun.of(code, content, rows, judge));
    }

    /** Those for whom the actor may import; nobody else is there, so that a code of another site looks like no code. */
    private Map<String, Participant> mine(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.IMPORT_RESULTS, study);
        Map<String, Participant> mine = new LinkedHashMap<>();
        participants.everybody(study).stream()
                .filter(each -> sites.contains(Grant.EVERYWHERE) || sites.contains(each.site()))
                .forEach(each -> mine.put(each.code().value(), each));
        return mine;
    }
}
