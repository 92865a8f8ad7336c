package org.commensal.web.export;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.commensal.export.ReadRelease;
import org.commensal.export.Release;
import org.commensal.export.redcap.Answer;
import org.commensal.export.redcap.Wanted;
import org.commensal.kernel.Refusal;
import org.commensal.web.ClientAddress;
import org.commensal.web.Languages;

/**
 * Answers clients of REDCap, such as REDCapR and PyCap: a token of a release and what is wanted come as a form, and every
 * refusal goes back in the form and with the status that REDCap gives it.
 */
@ApplicationScoped
@Path("/api/")
public class RedcapResource {

    @Inject
    ReadRelease reading;

    @Inject
    ClientAddress address;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(MultivaluedMap<String, String> sent) {
        try {
            String token = Optional.ofNullable(sent.getFirst("token")).orElse("");
            Release release = reading.open(token, address.of(request));
            Answer answer = reading.answer(release, Wanted.of(sent));
            StreamingOutput content = out -> reading.write(answer, out);
            return Response.ok(content).type(answer.type()).build();
        } catch (Refusal refusal) {
            return RedcapErrors.answer(
                    RedcapErrors.status(refusal.reason()), refusal.text().in(Languages.of(headers)), asCsv(sent));
        }
    }

    private static boolean asCsv(MultivaluedMap<String, String> sent) {
        String data = Optional.ofNullable(sent.getFirst("format")).orElse("");
        return Optional.ofNullable(sent.getFirst("returnFormat")).orElse(data).equals("csv");
    }
}
