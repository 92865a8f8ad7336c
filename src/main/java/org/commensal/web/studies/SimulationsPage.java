package org.commensal.web.studies;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.golive.BackgroundSimulation;
import org.commensal.golive.SimulateStudy;
import org.commensal.golive.SimulationJob;
import org.commensal.golive.SimulationReport;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.ListAsked;
import org.commensal.web.ListSheet;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Simulates how a study allocates, says how far that is, shows the newest report, and lists what is on file. */
@ApplicationScoped
@Path("/studies/{study}/simulations")
@Produces(MediaType.TEXT_HTML)
public class SimulationsPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    SimulateStudy simulations;

    @Inject
    BackgroundSimulation background;

    @GET
    public JteModel show(@PathParam("study") String study, @BeanParam ListAsked asked) {
        return page(study, Form.empty(), asked);
    }

    @POST
    public Response simulate(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            background.begin(
                    currentActor.actor(), study, whole(form, "trials", SimulateStudy.USUAL), whole(form, "seed", 1));
            return Screens.seeOther("/studies/" + study + "/simulations");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal), new ListAsked()));
        }
    }

    /** What is no whole number counts as 0, which no simulation takes for its trials. */
    private static int whole(Form form, String field, int otherwise) {
        String written = form.value(field).strip();
        return written.isEmpty() ? otherwise : written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : 0;
    }

    private static SimulationList.Job job(Screen screen, ZoneId zone, SimulationJob job) {
        return new SimulationList.Job(
                job.said().in(screen.texts().language()),
                job.isActive(),
                job.percent(),
                screen.texts().moment(job.asked(), zone),
                job.version(),
                job.trials(),
                job.seed());
    }

    private JteModel page(String id, Form form, ListAsked asked) {
        Screen screen = screens.in(id);
        ZoneId zone = studies.get(currentActor.actor(), id).study().zone();
        List<SimulationReport> all = simulations.list(currentActor.actor(), id);
        List<SimulationList.Row> rows = SimulationsCsv.LIST.of(all, asked).stream()
                .map(report -> new SimulationList.Row(
                        screen.texts().moment(report.made(), zone),
                        report.version(),
                        report.trials(),
                        report.seed(),
                        report.sha256()))
                .toList();
        return pages.studiesSimulations(
                screen,
                form,
                new SimulationList(
                        list(id, asked, all, screen),
                        simulations.newest(currentActor.actor(), id).map(job -> job(screen, zone, job)),
                        all.stream().findFirst().map(report -> report.report()
                                .fragment(screen.texts().language())),
                        rows));
    }

    private ListSheet list(String id, ListAsked asked, List<SimulationReport> all, Screen screen) {
        List<Pair> headings = List.of(
                new Pair("made", screen.t("simulations.made")),
                new Pair("version", screen.t("simulations.version")),
                new Pair("trials", screen.t("simulations.trials")),
                new Pair("seed", "Seed"),
                new Pair("sha256", "SHA-256"));
        List<Pair> versions = all.stream()
                .map(SimulationReport::version)
                .distinct()
                .map(version -> new Pair(version, screen.t("version", version)))
                .toList();
        return asked.sheet(
                "/studies/" + id + "/simulations",
                SimulationsCsv.LIST,
                headings,
                versions.size() > 1 ? versions : List.of(),
                List.of(),
                permission.allowsSomewhere(currentActor.actor(), Right.EXPORT_LISTS, id));
    }
}
