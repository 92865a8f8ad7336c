package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.freezing.FreezeStep;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Freezings;
import org.commensal.freezing.Scope;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Words;

/** Where a data manager freezes, thaws, locks and unlocks: all that is named, or nothing. */
@ApplicationScoped
@Path("/api/studies/{study}/freezings")
@Produces(MediaType.APPLICATION_JSON)
public class FreezingResource {

    /** A scope, and what it is now as a part of those around it. */
    public record Shown(String site, String participant, String event, String task, String state) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    Permission permission;

    @Inject
    Scopes scopes;

    @Inject
    FreezingLedger freezings;

    @Inject
    TakeFreezeStep steps;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Shown> take(@PathParam("study") String study, JsonBody body) {
        Actor actor = currentActor.actor();
        permission.requireSomewhere(actor, Right.FREEZE_DATA, study);
        Map<String, FreezeStep> known = new LinkedHashMap<>();
        for (FreezeStep step : FreezeStep.values()) {
            known.put(step.code(), step);
        }
        FreezeStep step = body.oneOf("step", known);
        String reason = body.optionalString("reason", 0, 2000).orElse("");
        Optional<String> password = body.optionalString("password", 1, 1000);
        List<JsonBody> named = body.objects("scopes");
        List<Named> typed = named.stream().map(Named::of).toList();
        body.done();
        List<Scope> chosen =
                typed.stream().map(each -> each.scope(scopes, actor, study)).toList();
        steps.take(actor, study, step, chosen, reason, () -> again.proof(password.orElse("")));
        Freezings now = freezings.of(study);
        return chosen.stream()
                .map(scope -> new Shown(
                        scope.site(), scope.participant(), scope.event(), scope.task(), Words.code(now.state(scope))))
                .toList();
    }

    /** A participant or a part of one, a site, or with none of them the study. */
    private record Named(Optional<String> site, Optional<String> participant, String part) {

        static Named of(JsonBody body) {
            return new Named(
                    body.optionalString("site", 1, 40),
                    body.optionalString("participant", 1, 20),
                    body.optionalString("part", 1, 120).orElse(""));
        }

        Scope scope(Scopes scopes, Actor actor, String study) {
            return participant
                    .map(code -> scopes.part(actor, study, ParticipantCode.parse(code), part))
                    .or(() -> site.map(code -> scopes.site(actor, study, code)))
                    .orElseGet(Scope::study);
        }
    }
}
