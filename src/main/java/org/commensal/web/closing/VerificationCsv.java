package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commensal.access.CurrentActor;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.Tally;
import org.commensal.web.ListFiles;
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
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        SortedMap<String, SortedMap<String, Tally>> sites = new TreeMap<>();
        records.list(currentActor.actor(), study)
                .forEach(closing -> closing.byForm().forEach((form, tally) -> sites.computeIfAbsent(
                                closing.participant().site(), site -> new TreeMap<>())
                        .merge(form, tally, Tally::plus)));
        List<List<String>> rows = new ArrayList<>();
        sites.forEach((site, forms) -> forms.forEach((form, tally) -> rows.add(cells(site, form, tally))));
        return files.of(study, "verification", COLUMNS, rows, row -> row);
    }

    private static List<String> cells(String site, String form, Tally tally) {
        Share share = ClosingReading.share(tally.verified());
        return List.of(
                site,
                form,
                Integer.toString(share.of()),
                Integer.toString(share.some()),
                Integer.toString(share.changed()),
                Integer.toString(share.of() - share.some()),
                Integer.toString(share.percent()),
                Integer.toString(tally.required().of()),
                Integer.toString(tally.required().verified()));
    }
}
