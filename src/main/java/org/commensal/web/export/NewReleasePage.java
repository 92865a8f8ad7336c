package org.commensal.web.export;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.export.BackgroundReleases;
import org.commensal.export.OfferedTables;
import org.commensal.export.PreviewRelease;
import org.commensal.export.PreviewRelease.Preview;
import org.commensal.export.Release;
import org.commensal.export.disclosure.DisclosureReport;
import org.commensal.export.format.Formats;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Anonymity;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Specification.Kind;
import org.commensal.export.release.Specification.Population;
import org.commensal.export.release.Table;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.export.NewRelease.Offered;
import org.commensal.web.export.NewRelease.Risk;
import org.commensal.web.export.NewRelease.Tick;

/** Builds a specification by choosing, and asks for the dataset. */
@ApplicationScoped
@Path("/studies/{study}/releases/new")
@Produces(MediaType.TEXT_HTML)
public class NewReleasePage {

    private static final Text DAY = new Text(
            "Write the day as year-month-day, such as 2026-11-30.",
            "Schrijf de dag als jaar-maand-dag, zoals 2026-11-30.");

    private static final Text K =
            new Text("Write a whole number from 2 to 100.", "Schrijf een heel getal van 2 tot en met 100.");
    private static final Text PERCENT =
            new Text("Write a whole number from 0 to 100.", "Schrijf een heel getal van 0 tot en met 100.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    OfferedTables offered;

    @Inject
    PreviewRelease previews;

    @Inject
    BackgroundReleases background;

    @GET
    public JteModel show(@PathParam("study") String study) {
        return page(study, Form.empty());
    }

    @POST
    public Response release(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            String name = form.required("name");
            Specification specification = specification(study, form);
            form.complete();
            Release release = background.begin(currentActor.actor(), study, name, specification);
            return Screens.seeOther("/studies/" + study + "/releases/" + release.id());
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    /** Shows what it would hold and its risk, and makes nothing. */
    @POST
    @Path("preview")
    public Response preview(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            Specification specification = specification(study, form);
            form.complete();
            Preview preview = previews.preview(currentActor.actor(), study, specification);
            return Response.ok(page(study, form, Optional.of(preview))).build();
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    /** What is ticked is in it; a table of which everything is ticked is whole, also when it grows. */
    private Specification specification(String study, Form form) {
        List<Table> tables = offered.of(currentActor.actor(), study);
        Set<String> chosen = Set.copyOf(form.values("table"));
        Set<String> leftOut = new HashSet<>();
        Set<String> columns = Set.copyOf(form.values("column"));
        tables.stream()
                .filter(table -> chosen.isEmpty() || chosen.contains(table.name()))
                .forEach(table -> table.columns().stream()
                        .map(column -> table.name() + "." + column.name())
                        .filter(column -> !columns.isEmpty() && !columns.contains(column))
                        .forEach(leftOut::add));
        boolean all = chosen.size() == tables.size();
        return new Specification(
                Specification.NEWEST,
                Kind.of(form.value("kind")).orElse(Kind.DRAFT),
                Population.of(form.value("population")).orElse(Population.CONSENTED),
                cutOff(form),
                all ? Set.of() : chosen,
                leftOut,
                form.ticked("history"),
                Arms.of(form.value("arms")).orElse(Arms.NONE),
                anonymity(form),
                form.values("format"));
    }

    private static Optional<Anonymity> anonymity(Form form) {
        String written = form.value("k").strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int k = whole(written, Anonymity.MOST_K);
        int percent = form.value("suppressed").isBlank()
                ? Anonymity.USUAL_PERCENT
                : whole(form.value("suppressed").strip(), 100);
        if (k < Anonymity.LEAST_K) {
            form.fault("k", K);
        }
        if (percent < 0) {
            form.fault("suppressed", PERCENT);
        }
        return Optional.of(new Anonymity(k, percent));
    }

    /** Negative for what is no whole number from 0 to the most. */
    private static int whole(String written, int most) {
        return written.matches("[0-9]{1,3}") && Integer.parseInt(written) <= most ? Integer.parseInt(written) : -1;
    }

    private static Optional<LocalDate> cutOff(Form form) {
        String written = form.value("cutOff").strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (!written.matches("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")) {
            form.fault("cutOff", DAY);
            return Optional.empty();
        }
        return Optional.of(form.day("cutOff"));
    }

    private JteModel page(String study, Form form) {
        return page(study, form, Optional.empty());
    }

    private JteModel page(String study, Form form, Optional<Preview> preview) {
        Screen screen = screens.in(study);
        List<Offered> tables = offered.of(currentActor.actor(), study).stream()
                .map(table -> new Offered(
                        table.name(),
                        screen.in(table.label()),
                        table.columns().stream()
                                .map(column -> new Tick(
                                        table.name() + "." + column.name(), column.name(), screen.in(column.label())))
                                .toList()))
                .toList();
        NewRelease choices = new NewRelease(
                "/studies/" + study + "/releases",
                choices(screen, Kind.values(), Kind::code, Kind::label),
                choices(screen, Population.values(), Population::code, Population::label),
                choices(screen, Arms.values(), Arms::code, Arms::label),
                Formats.names().stream()
                        .filter(format -> !format.equals(Formats.CSV))
                        .map(format -> new Tick(format, format, screen.t("releases.format." + format)))
                        .toList(),
                tables,
                preview.map(seen -> risk(screen, seen)));
        return pages.exportNewRelease(screen, form, choices);
    }

    private static Risk risk(Screen screen, Preview preview) {
        DisclosureReport report = preview.risk();
        List<Pair> columns = report.quasiIdentifiers().stream()
                .map(column -> new Pair(
                        column,
                        Optional.ofNullable(report.done().get(column))
                                .map(screen::in)
                                .orElse(screen.t("releases.risk.as-is"))))
                .toList();
        List<Pair> sizes = preview.tables().stream()
                .map(size -> new Pair(size.name(), Long.toString(size.rows())))
                .toList();
        return new Risk(
                screen.t(report.anonymised() ? "releases.risk.anonymised" : "releases.risk.pseudonymised"),
                report.risk().rows(),
                report.risk().smallest(),
                percent(report.risk().highest()),
                percent(report.risk().average()),
                report.suppressed(),
                columns,
                sizes);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    private static <T> List<Tick> choices(Screen screen, T[] all, Function<T, String> code, Function<T, Text> label) {
        return Stream.of(all)
                .map(one -> new Tick(code.apply(one), code.apply(one), screen.in(label.apply(one))))
                .toList();
    }
}
