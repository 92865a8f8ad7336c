package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.verification.FormRecord;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.Signature;
import org.commensal.web.ListFiles;
import org.commensal.web.Words;

/**
 * Every form of the participants that the list shows, with what was done to close it and the last signature over it, as a
 * file; that it was taken is recorded.
 */
@ApplicationScoped
@Path("/studies/{study}/closing.csv")
public class ClosingCsv {

    private static final List<String> COLUMNS = List.of(
            "code",
            "site",
            "event",
            "task",
            "form",
            "revision",
            "state",
            "verified",
            "signed",
            "signed_by",
            "signed_at",
            "zone",
            "meaning",
            "sha256",
            "to_verify",
            "verified_items");

    @Inject
    CurrentActor currentActor;

    @Inject
    RecordRegister records;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam ClosingAsked asked) {
        Actor actor = currentActor.actor();
        List<FormRecord> forms = asked.of(records.list(actor, study)).stream()
                .flatMap(closing -> closing.forms().stream())
                .toList();
        Map<UUID, Signature> signatures = records.signatures(actor, study);
        return files.of(
                study,
                "closing",
                COLUMNS,
                forms,
                form -> cells(form, Optional.ofNullable(signatures.get(form.response()))));
    }

    private static List<String> cells(FormRecord form, Optional<Signature> signature) {
        return List.of(
                form.scope().participant(),
                form.scope().site(),
                form.scope().event(),
                form.scope().task(),
                form.form(),
                Integer.toString(form.revision()),
                Words.code(form.state()),
                Words.code(form.verified()),
                Words.code(form.signed()),
                cell(signature, Signature::by),
                cell(signature, signed -> signed.at().toString()),
                cell(signature, signed -> signed.zone().getId()),
                cell(signature, signed -> signed.meaning().code()),
                cell(signature, Signature::sha256),
                String.join(" ", form.source().required()),
                form.source().verified().stream().sorted().collect(Collectors.joining(" ")));
    }

    private static String cell(Optional<Signature> signature, Function<Signature, String> of) {
        return signature.map(of).orElse("");
    }
}
