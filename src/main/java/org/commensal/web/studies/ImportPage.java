package org.commensal.web.studies;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.studies.ImportStudy;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.UploadedFile;

/** Where a file from another system becomes a study folder to take away, with the list of what is not as it was. */
@ApplicationScoped
@Path("/study-import")
@Produces(MediaType.TEXT_HTML)
public class ImportPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    ImportStudy imports;

    @GET
    public JteModel show() {
        permission.require(currentActor.actor(), Right.PUBLISH_STUDY);
        return pages.studiesImported(screens.aboveStudies(), Form.empty(), ImportSheet.EMPTY);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(@HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, byte[] sent) {
        permission.require(currentActor.actor(), Right.PUBLISH_STUDY);
        Screen screen = screens.aboveStudies();
        try {
            UploadedFile file = UploadedFile.read("file", type, sent);
            ImportStudy.Imported done = imports.read(currentActor.actor(), file.name(), file.content());
            JteModel page =
                    pages.studiesImported(screen, Form.empty(), ImportSheet.of(file.name(), done, screen.texts()));
            return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                    .build();
        } catch (Refusal refusal) {
            List<String> faults = refusal.violations().stream()
                    .map(fault -> fault.pointer().substring(1) + ": " + screen.in(fault.message()))
                    .toList();
            Form form = Form.empty().refused(new Refusal(refusal.reason(), refusal.text()));
            return Screens.again(refusal, pages.studiesImported(screen, form, ImportSheet.faulty(faults)));
        }
    }
}
