package org.commensal.web.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.imports.ImportResults;
import org.commensal.imports.ImportResults.Confirmation;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.web.Form;
import org.commensal.web.Screens;
import org.commensal.web.UploadedFile;

/** Imports a file of results that was tried and confirmed. */
@ApplicationScoped
@Path("/studies/{study}/imports/{import}")
@Produces(MediaType.TEXT_HTML)
public class TakeResultsPage {

    private static final Text AGAIN = new Text(
            "The file did not come along. Choose it again and try it.",
            "Het bestand is niet meegekomen. Kies het opnieuw en probeer het.");

    @Inject
    CurrentActor currentActor;

    @Inject
    ImportResults imports;

    @Inject
    DryRunPage dryRun;

    @Inject
    ImportsPage list;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(
            @PathParam("study") String study,
            @PathParam("import") String code,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            byte[] sent) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (String field : List.of("tried", "confirmed", "reason")) {
            fields.add(field, UploadedFile.value(field, type, sent));
        }
        Form form = Form.of(fields);
        byte[] file;
        try {
            file = Base64.getDecoder().decode(UploadedFile.value("content", type, sent));
        } catch (IllegalArgumentException damaged) {
            return Screens.again(
                    new Refusal(Reason.INVALID, AGAIN),
                    list.page(study, code, form.refused(new Refusal(Reason.INVALID, AGAIN))));
        }
        try {
            imports.take(
                    currentActor.actor(),
                    study,
                    code,
                    file,
                    new Confirmation(form.value("tried"), form.ticked("confirmed"), form.value("reason")));
            return Screens.seeOther("/studies/" + study + "/imports");
        } catch (Refusal refusal) {
            return refused(study, code, file, form, refusal);
        }
    }

    /** What the file would do now, with what stood in the way; the list, where it cannot even be tried. */
    private Response refused(String study, String code, byte[] file, Form form, Refusal refusal) {
        boolean changed = refusal.reason() == Reason.CHANGED;
        List<String> rows = refusal.violations().stream()
                .filter(violation -> changed)
                .map(violation -> violation.pointer().replaceFirst("/rows/", ""))
                .toList();
        Form again = form.refused(changed ? new Refusal(refusal.reason(), refusal.text()) : refusal);
        try {
            return Screens.again(refusal, dryRun.page(study, code, file, again, rows));
        } catch (Refusal unreadable) {
            return Screens.again(unreadable, list.page(study, code, again));
        }
    }
}
