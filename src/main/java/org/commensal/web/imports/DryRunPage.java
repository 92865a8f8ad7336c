package org.commensal.web.imports;

import gg.jte.models.runtime.JteModel;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.imports.DryRun;
import org.commensal.imports.ImportResults;
import org.commensal.imports.ResultImportRegister;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.UploadedFile;

/** Tries a file of results and shows what it would do; nothing is kept. */
@ApplicationScoped
@Path("/studies/{study}/imports/{import}/dry-run")
@Produces(MediaType.TEXT_HTML)
public class DryRunPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ImportResults imports;

    @Inject
    ResultImportRegister register;

    @Inject
    ImportsPage list;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response tryOut(
            @PathParam("study") String study,
            @PathParam("import") String code,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            byte[] sent) {
        try {
            byte[] file = UploadedFile.read("file", type, sent).content();
            return Screens.shown(page(study, code, file, Form.empty(), List.of()));
        } catch (Refusal refusal) {
            return Screens.again(refusal, list.page(study, code, Form.empty().refused(refusal)));
        }
    }

    /** @param changed the rows that would do something else than was shown before */
    JteModel page(String study, String code, byte[] file, Form form, List<String> changed) {
        DryRun run = imports.dryRun(currentActor.actor(), study, code, file);
        Screen screen = screens.in(study).at("/studies/" + study + "/imports");
        String name = ImportsReading.name(code, register.offered(currentActor.actor(), study), screen.texts());
        return pages.importsDryRun(screen, form, DryRunSheet.of(study, name, run, changed, file, screen.texts()));
    }
}
