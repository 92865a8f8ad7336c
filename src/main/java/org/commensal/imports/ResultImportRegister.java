package org.commensal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.ResultImport;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** Which files of results a study takes, and which were imported, for those who may see answers. */
@ApplicationScoped
public class ResultImportRegister {

    private static final Text NO_IMPORT = new Text(
            "The study has no import \"%s\". Look at the list of imports.",
            "De studie heeft geen import \"%s\". Kijk in de lijst.");

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ResultImportLedger ledger;

    /** The imports that the study in force knows. */
    public List<ResultImport> offered(Actor actor, String study) {
        permission.requireSomewhere(actor, Right.SEE_RESPONSES, study);
        return studies.inForce(study).study().conduct().imports();
    }

    /** What was imported at the sites of the actor and for all sites, the newest first. */
    public List<ResultImported> list(Actor actor, String study) {
        permission.requireSomewhere(actor, Right.SEE_RESPONSES, study);
        Set<String> sites = permission.sites(actor, Right.SEE_RESPONSES, study);
        return ledger.of(study).stream()
                .filter(done -> sites.contains(Grant.EVERYWHERE)
                        || done.site().equals(Grant.EVERYWHERE)
                        || sites.contains(done.site()))
                .toList();
    }

    static ResultImport find(Study study, String code) {
        return study.conduct().imports().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, NO_IMPORT.with(Text.shorten(code))));
    }
}
