package org.commensal.web.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.imports.ResultImportRegister;
import org.commensal.imports.ResultImported;
import org.commensal.kernel.Actor;
import org.commensal.protocol.ResultImport;
import org.commensal.protocol.ResultImport.Dates;
import org.commensal.protocol.ResultImport.Decimals;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Labels;
import org.commensal.web.Texts;

/** Reads what the page of imports shows. */
@ApplicationScoped
class ImportsReading {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ResultImportRegister imports;

    ImportsSheet read(Actor actor, String id, Texts texts) {
        Study study = studies.get(actor, id).study();
        List<ResultImport> known = imports.offered(actor, id);
        boolean may = permission.allowsSomewhere(actor, Right.IMPORT_RESULTS, id);
        List<ImportsSheet.Offered> offered =
                may ? known.stream().map(each -> offered(study, each, texts)).toList() : List.of();
        List<ImportsSheet.Line> lines = imports.list(actor, id).stream()
                .map(done -> line(done, known, study.zone(), texts))
                .toList();
        boolean export = !lines.isEmpty() && permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id);
        return new ImportsSheet(
                offered, lines, export ? Optional.of("/studies/" + id + "/imports.csv") : Optional.empty());
    }

    private static ImportsSheet.Offered offered(Study study, ResultImport each, Texts texts) {
        return new ImportsSheet.Offered(
                each.code(),
                texts.in(each.name()),
                "/studies/" + study.id() + "/imports/" + each.code() + "/dry-run",
                texts.get(
                        "imports.fills",
                        texts.in(study.questionnaire(each.form()).title()),
                        texts.in(Labels.event(study, each.event(), each.event()))),
                String.join(", ", each.header()),
                texts.get(
                        "imports.written",
                        each.dates() == Dates.DAY_MONTH_YEAR ? "30-11-2026" : "2026-11-30",
                        each.decimals() == Decimals.COMMA ? "3,5" : "3.5"));
    }

    private static ImportsSheet.Line line(ResultImported done, List<ResultImport> known, ZoneId zone, Texts texts) {
        return new ImportsSheet.Line(
                texts.moment(done.at(), zone),
                done.by(),
                name(done.code(), known, texts),
                done.rows(),
                done.added(),
                done.corrected(),
                done.unchanged(),
                done.reason(),
                done.sha256());
    }

    /** The name of an import; its code, where the study no longer has it. */
    static String name(String code, List<ResultImport> known, Texts texts) {
        return known.stream()
                .filter(each -> each.code().equals(code))
                .map(each -> texts.in(each.name()))
                .findFirst()
                .orElse(code);
    }
}
