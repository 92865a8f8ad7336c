package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.safety.AlertRegister;
import org.commensal.safety.RaisedAlert;
import org.commensal.safety.RaisedAlert.Step;
import org.commensal.web.ListFiles;

/** Every alert, open or resolved, as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/alerts.csv")
public class AlertsCsv {

    private static final List<String> COLUMNS = List.of(
            "code", "site", "rule", "name", "form", "task", "raised", "due", "acknowledged", "resolved", "note");

    @Inject
    CurrentActor currentActor;

    @Inject
    AlertRegister alerts;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<RaisedAlert> all = alerts.list(currentActor.actor(), study);
        return files.of(study, "alerts", COLUMNS, all, AlertsCsv::cells);
    }

    private static List<String> cells(RaisedAlert alert) {
        return List.of(
                alert.participant().value(),
                alert.site(),
                alert.rule().id(),
                alert.rule().name().en(),
                alert.form(),
                alert.task(),
                alert.raised().toString(),
                alert.due().toString(),
                at(alert, Step.ACKNOWLEDGED),
                at(alert, Step.RESOLVED),
                alert.step(Step.RESOLVED).map(RaisedAlert.Done::note).orElse(""));
    }

    private static String at(RaisedAlert alert, Step step) {
        return alert.step(step).map(RaisedAlert.Done::at).map(Instant::toString).orElse("");
    }
}
