package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.safety.medication.Happened;
import org.commensal.safety.medication.MedicationRegister;
import org.commensal.web.ListFiles;

/** The intercurrent events of a study as a file, by study day; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/intercurrent-events.csv")
public class IntercurrentEventsCsv {

    private static final List<String> COLUMNS =
            List.of("code", "site", "estimand", "id", "strategy", "study_day", "task");

    @Inject
    CurrentActor currentActor;

    @Inject
    MedicationRegister medication;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<Happened> all = medication.happened(currentActor.actor(), study);
        return files.of(study, "intercurrent-events", COLUMNS, all, IntercurrentEventsCsv::cells);
    }

    private static List<String> cells(Happened happened) {
        return List.of(
                happened.participant().code().value(),
                happened.participant().site(),
                happened.estimand(),
                happened.event().id(),
                happened.event().strategy(),
                happened.studyDay().map(day -> Long.toString(day)).orElse(""),
                happened.task());
    }
}
