package org.commensal.web.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kits.Kit;
import org.commensal.kits.KitRegister;
import org.commensal.web.ListFiles;
import org.commensal.web.Words;

/** The kits at the sites that the reader may see, as a file, never with their kind; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/kits.csv")
public class KitsCsv {

    private static final List<String> COLUMNS =
            List.of("number", "batch", "expiry", "recalled", "state", "since", "site", "shipment", "code", "visit");

    @Inject
    CurrentActor currentActor;

    @Inject
    KitRegister kits;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<Kit> all = kits.list(currentActor.actor(), study);
        return files.of(study, "kits", COLUMNS, all, KitsCsv::cells);
    }

    private static List<String> cells(Kit kit) {
        return List.of(
                kit.number(),
                kit.batch(),
                kit.expiry().toString(),
                String.valueOf(kit.recalled()),
                Words.code(kit.state()),
                kit.step(kit.state()).map(done -> done.at().toString()).orElse(""),
                kit.site().orElse(""),
                kit.step(Kit.Step.SHIPPED)
                        .flatMap(Kit.Done::shipment)
                        .map(UUID::toString)
                        .orElse(""),
                kit.participant().map(ParticipantCode::value).orElse(""),
                kit.visit());
    }
}
