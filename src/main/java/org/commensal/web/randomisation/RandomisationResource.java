package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.randomisation.RandomiseParticipant;
import org.commensal.randomisation.RandomiseParticipant.Randomised;
import org.jspecify.annotations.Nullable;

/** The randomisation of a participant: that it happened and when, never to what. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/randomisation")
@Produces(MediaType.APPLICATION_JSON)
public class RandomisationResource {

    /**
     * The same each time that the same key is sent.
     *
     * @param kit the number to hand out; absent where the study has no kits
     */
    public record Done(String code, Instant at, LocalDate day, Optional<String> kit) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    RandomiseParticipant randomise;

    @POST
    public Done randomise(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Randomised randomised = randomise.randomise(
                currentActor.actor(),
                study,
                ParticipantCode.parse(code),
                Optional.ofNullable(key).orElse(""));
        return new Done(randomised.code().value(), randomised.at(), randomised.day(), randomised.kit());
    }
}
