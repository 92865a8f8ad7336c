package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.randomisation.ActivateStudy;
import org.commensal.studies.ChangeStudyState;
import org.commensal.studies.PublishStudy;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.StudyArchive;
import org.commensal.studies.StudyRegister;
import org.commensal.web.JsonBody;
import org.commensal.web.Words;

/** The studies of this server: their protocol as everybody in them may know it, and where they are in their life. */
@ApplicationScoped
@Path("/api/studies")
@Produces(MediaType.APPLICATION_JSON)
public class StudyResource {

    /** A study as it is sent; never its allocation settings. */
    public record Shown(
            String id,
            String version,
            String hash,
            String state,
            Instant publishedAt,
            Optional<String> commitment,
            Text title,
            Text summary,
            Optional<Text> notice,
            String timeZone,
            int target,
            List<Study.Site> sites,
            List<Study.ArmDescription> arms,
            Study.ConsentDocument consent,
            List<String> forms) {

        public static Shown of(PublishedStudy published) {
            Study study = published.study();
            return new Shown(
                    study.id(),
                    study.version(),
                    published.hash(),
                    Words.code(published.state()),
                    published.publishedAt(),
                    published.commitment(),
                    study.title(),
                    study.summary(),
                    study.notice(),
                    study.zone().getId(),
                    study.target(),
                    study.sites(),
                    study.arms(),
                    study.consent(),
                    List.copyOf(study.questionnaires().keySet()));
        }
    }

    private static final Text NO_STATE =
            new Text("Write paused, active, closed or locked.", "Schrijf paused, active, closed of locked.");

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    PublishStudy publish;

    @Inject
    ActivateStudy activate;

    @Inject
    ChangeStudyState changeState;

    @POST
    @Consumes("application/zip")
    public Response publish(byte[] folder) {
        PublishedStudy published = publish.publish(currentActor.actor(), StudyArchive.unpack(folder));
        return Response.created(URI.create("/api/studies/" + published.study().id()))
                .entity(Shown.of(published))
                .build();
    }

    @GET
    public List<Shown> list() {
        return studies.list(currentActor.actor()).stream().map(Shown::of).toList();
    }

    @GET
    @Path("{study}")
    public Shown one(@PathParam("study") String study) {
        return Shown.of(studies.get(currentActor.actor(), study));
    }

    @POST
    @Path("{study}/activation")
    public Shown activate(@PathParam("study") String study) {
        activate.activate(currentActor.actor(), study);
        return one(study);
    }

    @POST
    @Path("{study}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown change(@PathParam("study") String study, JsonBody body) {
        State state = state(body);
        String reason = body.string("reason", 1, 2000);
        body.done();
        return Shown.of(changeState.change(currentActor.actor(), study, state, reason));
    }

    private static State state(JsonBody body) {
        String word = body.string("state", 1, 20);
        return Stream.of(State.values())
                .filter(state -> Words.code(state).equals(word))
                .findFirst()
                .orElseGet(() -> {
                    body.violation("state", NO_STATE);
                    return State.PUBLISHED;
                });
    }
}
