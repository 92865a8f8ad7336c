package org.commensal.web.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.imports.ResultImportRegister;
import org.commensal.imports.ResultImported;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Text;

/** The files of results that a study takes, and those that were imported. */
@ApplicationScoped
@Path("/api/studies/{study}/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportListResource {

    public record Shown(List<Offered> offered, List<ResultImported> imported) {}

    /** @param columns that a file must have */
    public record Offered(String code, Text name, String event, String form, List<String> columns) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    ResultImportRegister imports;

    @GET
    public Shown list(@PathParam("study") String study) {
        Actor actor = currentActor.actor();
        return new Shown(
                imports.offered(actor, study).stream()
                        .map(each -> new Offered(each.code(), each.name(), each.event(), each.form(), each.header()))
                        .toList(),
                imports.list(actor, study));
    }
}
