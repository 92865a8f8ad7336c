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
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.allocation.simulation.Figure;
import org.commensal.allocation.simulation.Report;
import org.commensal.golive.BackgroundSimulation;
import org.commensal.golive.SimulateStudy;
import org.commensal.golive.SimulationJob;
import org.commensal.golive.SimulationReport;
import org.commensal.kernel.Text;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** The simulations of a study's allocation, for those who may know how is allocated. */
@ApplicationScoped
@Path("/api/studies/{study}/simulations")
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    SimulateStudy simulations;

    @Inject
    BackgroundSimulation background;

    /**
     * A simulation that was asked for, as a program gets it.
     *
     * @param said what its state means, and what to do where there is something to be done
     * @param report once it is done
     */
    public record Job(
            UUID id,
            String study,
            String version,
            String hash,
            int trials,
            long seed,
            Instant asked,
            String state,
            int percent,
            Text said,
            Optional<Shown> report) {

        public static Job of(SimulationJob job, List<SimulationReport> reports) {
            return new Job(
                    job.id(),
                    job.study(),
                    job.version(),
                    job.hash(),
                    job.trials(),
                    job.seed(),
                    job.asked(),
                    job.state().code(),
                    job.percent(),
                    job.said(),
                    reports.stream()
                            .filter(report -> report.id().equals(job.id()))
                            .findFirst()
                            .map(Shown::of));
        }
    }

    /** A report, as a program gets it. */
    public record Shown(
            UUID id,
            String study,
            String version,
            String hash,
            int trials,
            long seed,
            Instant made,
            String sha256,
            List<Simulated> methods) {

        public static Shown of(SimulationReport report) {
            return new Shown(
                    report.id(),
                    report.study(),
                    report.version(),
                    report.hash(),
                    report.trials(),
                    report.seed(),
                    report.made(),
                    report.sha256(),
                    report.report().methods().stream().map(Simulated::of).toList());
        }
    }

    /** One method of it. */
    public record Simulated(String method, String settings, List<Measured> figures) {

        public static Simulated of(Report.Method method) {
            return new Simulated(
                    method.name(),
                    method.settings(),
                    method.figures().stream().map(Measured::of).toList());
        }
    }

    /** One figure of it. */
    public record Measured(String name, double value, Optional<Double> error) {

        public static Measured of(Figure figure) {
            return new Measured(figure.name(), figure.value(), Optional.ofNullable(figure.error()));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response simulate(@PathParam("study") String study, JsonBody body) {
        int trials = body.integer("trials", SimulateStudy.FEWEST, SimulateStudy.MOST, SimulateStudy.USUAL);
        int seed = body.integer("seed", 0, Integer.MAX_VALUE, 1);
        body.done();
        SimulationJob job = background.begin(currentActor.actor(), study, trials, seed);
        return Response.accepted(Job.of(job, List.of()))
                .location(URI.create("/api/studies/" + study + "/simulations/" + job.id()))
                .build();
    }

    @GET
    @Path("{id}")
    public Job job(@PathParam("study") String study, @PathParam("id") String id) {
        SimulationJob job = simulations.job(currentActor.actor(), study, Ids.uuid(id));
        return Job.of(job, simulations.list(currentActor.actor(), study));
    }

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return simulations.list(currentActor.actor(), study).stream()
                .map(Shown::of)
                .toList();
    }
}
