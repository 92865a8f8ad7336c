package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.safety.medication.MedicationRegister;
import org.commensal.safety.medication.Medicine;
import org.commensal.web.ListFiles;

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
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<Medicine> all = medication.list(currentActor.actor(), study);
        return files.of(study, "medication", COLUMNS, all, MedicineLine::cells);
    }
}
