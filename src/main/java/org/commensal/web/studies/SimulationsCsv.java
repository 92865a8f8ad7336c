package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.golive.SimulateStudy;
import org.commensal.golive.SimulationReport;
import org.commensal.web.ListAsked;
import org.commensal.web.ListColumns;
import org.commensal.web.ListFiles;
import org.commensal.web.Sorting;

/** Every figure of the simulations on file, a line each; that they were taken along is recorded. */
@ApplicationScoped
@Path("/studies/{study}/simulations.csv")
public class SimulationsCsv {

    /** What a simulation can be narrowed to is the version that it simulates. */
    static final ListColumns<SimulationReport> LIST = new ListColumns<>(
            SimulationReport::version,
            report -> "",
            Map.of(
                    "made", Comparator.comparing(SimulationReport::made),
                    "version", Comparator.comparing(SimulationReport::version),
                    "trials", Comparator.comparing(SimulationReport::trials)),
            new Sorting("made", true));

    private static final List<String> COLUMNS = List.of(
            "simulation",
            "made",
            "version",
            "trials",
            "seed",
            "sha256",
            "method",
            "settings",
            "figure",
            "value",
            "error");

    @Inject
    CurrentActor currentActor;

    @Inject
    SimulateStudy simulations;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam ListAsked asked) {
        List<SimulationReport> found = LIST.of(simulations.list(currentActor.actor(), study), asked);
        return files.ofSeveral(study, "simulations", COLUMNS, found, SimulationsCsv::lines);
    }

    private static Stream<List<String>> lines(SimulationReport report) {
        return report.report().methods().stream().flatMap(method -> method.figures().stream()
                .map(figure -> List.of(
                        report.id().toString(),
                        report.made().toString(),
                        report.version(),
                        Integer.toString(report.trials()),
                        Long.toString(report.seed()),
                        report.sha256(),
                        method.name(),
                        method.settings(),
                        figure.name(),
                        Double.toString(figure.value()),
                        Objects.toString(figure.error(), ""))));
    }
}
