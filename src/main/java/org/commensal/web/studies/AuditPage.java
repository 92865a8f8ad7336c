package org.commensal.web.studies;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.Role;
import org.commensal.audit.AuditTrail;
import org.commensal.pages.Templates;
import org.commensal.web.Paging;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.jspecify.annotations.Nullable;

/** Who did what in a study, newest first, for those who audit it. */
@ApplicationScoped
@Path("/studies/{study}/audit")
@Produces(MediaType.TEXT_HTML)
public class AuditPage {

    private static final int SIZE = 50;

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @GET
    public JteModel show(@PathParam("study") String study, @QueryParam("page") @Nullable String asked) {
        permission.require(currentActor.actor(), Right.READ_AUDIT, study);
        Screen screen = screens.in(study);
        int page = Paging.number(asked);
        List<AuditTrail.Entry> shown = audit.page(study, page, SIZE);
        boolean more =
                shown.size() == SIZE && !audit.page(study, (page + 1) * SIZE, 1).isEmpty();
        List<AuditList.Row> rows =
                shown.stream().map(entry -> row(entry, screen.texts())).toList();
        return pages.studiesAudit(
                screen,
                new AuditList(
                        "/studies/" + study + "/audit.csv",
                        rows,
                        new Paging(page, SIZE, -1, more, "/studies/" + study + "/audit?page=")));
    }

    private static AuditList.Row row(AuditTrail.Entry entry, Texts texts) {
        List<String> details = new ArrayList<>();
        if (!entry.reason().isEmpty()) {
            details.add(entry.reason());
        }
        entry.changes().forEach((name, value) -> details.add(name + " " + value));
        String role = Role.of(entry.role())
                .map(known -> texts.get("role." + known.code()))
                .orElse("");
        return new AuditList.Row(
                texts.moment(entry.at(), ZoneOffset.UTC),
                entry.name(),
                role,
                entry.action(),
                entry.subject(),
                String.join(" · ", details));
    }
}
