package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.access.CurrentActor;
import org.commensal.access.ReadAudit;
import org.commensal.audit.AuditTrail;
import org.commensal.web.ListFiles;

/** The newest part of the audit trail of a study as a file; that it was taken is recorded, as its next entry. */
@ApplicationScoped
@Path("/studies/{study}/audit.csv")
public class AuditCsv {

    /** Whoever needs more takes the pages of the API, which has no limit. */
    private static final int MOST = 50_000;

    private static final List<String> COLUMNS =
            List.of("at", "name", "role", "site", "action", "subject", "reason", "changes");

    @Inject
    CurrentActor currentActor;

    @Inject
    ReadAudit audit;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<AuditTrail.Entry> entries =
                audit.page(currentActor.actor(), study, 0, MOST).entries();
        return files.of(study, "audit", COLUMNS, entries, AuditCsv::cells);
    }

    private static List<String> cells(AuditTrail.Entry entry) {
        return List.of(
                entry.at().toString(),
                entry.name(),
                entry.role(),
                entry.site(),
                entry.action(),
                entry.subject(),
                entry.reason(),
                entry.changes().entrySet().stream()
                        .map(change -> change.getKey() + "=" + change.getValue())
                        .collect(Collectors.joining("; ")));
    }
}
