package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.access.ExportList;
import org.commensal.kernel.Actor;
import org.commensal.safety.medication.MedicationRegister;
import org.commensal.safety.medication.Medicine;
import org.commensal.web.Downloads;

/** The medicines of a study as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/medication.csv")
public class MedicationCsv {

    private static final List<String> COLUMNS =
            List.of("code", "site", "product", "atc", "group", "group_name", "dose", "started", "stopped", "changes");

    @Inject
    CurrentActor currentActor;

    @Inject
    MedicationRegister medication;

    @Inject
    ExportList export;

    @GET
    public Response download(@PathParam("study") String study) {
        Actor actor = currentActor.actor();
        List<Medicine> all = medication.list(actor, study);
        export.record(actor, study, "medication", all.size());
        return Downloads.csv(
                study + "-medication.csv",
                COLUMNS,
                all.stream().map(MedicineLine::cells).toList());
    }
}
