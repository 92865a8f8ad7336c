package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.WithdrawParticipant;
import org.commensal.enrolment.Withdrawal;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.web.JsonBody;
import org.commensal.web.Words;

/** What a participant stops with: said by themselves, or recorded by staff. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/withdrawals")
@Produces(MediaType.APPLICATION_JSON)
public class WithdrawalResource {

    private static final Text NO_PART = new Text(
            "Write one or more of intervention, follow-up and use-of-data.",
            "Schrijf een of meer van intervention, follow-up en use-of-data.");

    @Inject
    CurrentActor currentActor;

    @Inject
    WithdrawParticipant withdrawals;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ParticipantResource.Shown withdraw(
            @PathParam("study") String study, @PathParam("code") String code, JsonBody body) {
        Withdrawal withdrawal = new Withdrawal(
                parts(body),
                body.date("day"),
                body.optionalString("note", 0, 2000).orElse(""));
        body.done();
        return ParticipantResource.Shown.of(
                withdrawals.withdraw(currentActor.actor(), study, ParticipantCode.parse(code), withdrawal));
    }

    private static Set<Part> parts(JsonBody body) {
        List<String> words = body.strings("parts");
        Set<Part> parts = Stream.of(Part.values())
                .filter(part -> words.contains(Words.code(part)))
                .collect(Collectors.toSet());
        if (parts.size() != Set.copyOf(words).size()) {
            body.violation("parts", NO_PART);
        }
        return parts;
    }
}
