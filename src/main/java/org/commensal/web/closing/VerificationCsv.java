package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commensal.access.CurrentActor;
import org.commensal.access.ExportList;
import org.commensal.kernel.Actor;
import org.commensal.verification.FormRecord;
import org.commensal.verification.RecordRegister;
import org.commensal.web.Downloads;
import org.commensal.web.closing.ClosingSheet.Share;

/** How much was verified against its source, by site and form, as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/verification.csv")
public class VerificationCsv {

    private static final List<String> COLUMNS = List.of(
            "site",
            "form",
            "filled_in",
            "verified",
            "changed_since",
            "left",
            "percent",
            "to_verify",
            "to_verify_verified");

    @Inject
    CurrentActor currentActor;

    @Inject
    RecordRegister records;

    @Inject
    ExportList export;

    @GET
    public Response download(@PathParam("study") String study) {
        Actor actor = currentActor.actor();
        Map<String, Map<String, List<FormRecord>>> forms = records.list(actor, study).stream()
                .flatMap(closing -> closing.forms().stream())
                .collect(Collectors.groupingBy(
                        form -> form.scope().site(),
                        TreeMap::new,
                        Collectors.groupingBy(FormRecord::form, TreeMap::new, Collectors.toList())));
        List<List<String>> rows = forms.entrySet().stream()
                .flatMap(site -> site.getValue().entrySet().stream()
                        .map(form -> cells(site.getKey(), form.getKey(), form.getValue())))
                .toList();
        export.record(actor, study, "verification", rows.size());
        return Downloads.csv(study + "-verification.csv", COLUMNS, rows);
    }

    private static List<String> cells(String site, String form, List<FormRecord> forms) {
        Share share = ClosingReading.verified(forms);
        Share required = ClosingReading.required(forms);
        return List.of(
                site,
                form,
                Integer.toString(share.of()),
                Integer.toString(share.some()),
                Integer.toString(share.changed()),
                Integer.toString(share.of() - share.some()),
                Integer.toString(share.percent()),
                Integer.toString(required.of()),
                Integer.toString(required.some()));
    }
}
