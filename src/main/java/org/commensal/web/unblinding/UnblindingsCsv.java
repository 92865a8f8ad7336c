package org.commensal.web.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.access.CurrentActor;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Decision;
import org.commensal.unblinding.Unblinding.Somebody;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.ListFiles;
import org.commensal.web.Words;

/** The register of code breaks and unblindings as a file, never with an arm; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/unblindings.csv")
public class UnblindingsCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "state",
            "category",
            "participants",
            "by",
            "at",
            "shown to",
            "reason",
            "decision",
            "decided by",
            "decided at",
            "note");

    @Inject
    CurrentActor currentActor;

    @Inject
    UnblindingRegister register;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<Unblinding> all = register.list(currentActor.actor(), study);
        return files.of(study, "unblindings", COLUMNS, all, this::cells);
    }

    private List<String> cells(Unblinding each) {
        return List.of(
                each.id().toString(),
                Words.code(each.kind()),
                Words.code(register.state(each)),
                each.category().code(),
                UnblindingLine.codes(each),
                each.by().name(),
                each.at().toString(),
                each.shownTo().stream().map(Somebody::name).collect(Collectors.joining(", ")),
                each.reason(),
                each.decided().map(made -> made.outcome().code()).orElse(""),
                each.decided().map(made -> made.by().name()).orElse(""),
                each.decided().map(made -> made.at().toString()).orElse(""),
                each.decided().map(Decision::note).orElse(""));
    }
}
