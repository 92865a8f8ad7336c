package org.commensal.web.export;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.leakage.Finding;
import org.commensal.leakage.Finding.Grade;
import org.commensal.pages.Templates;
import org.commensal.randomisation.ReleaseCheck;
import org.commensal.randomisation.ReleaseChecks;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Why datasets of a study were withheld, for those who are not blinded. */
@ApplicationScoped
@Path("/studies/{study}/releases/checks")
@Produces(MediaType.TEXT_HTML)
public class ReleaseChecksPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    ReleaseChecks checks;

    @GET
    public JteModel show(@PathParam("study") String study) {
        Actor actor = currentActor.actor();
        Screen screen = screens.in(study);
        List<ReleaseCheck> all = checks.list(actor, study);
        ZoneId zone = studies.get(actor, study).study().zone();
        List<ReleaseCheckList.Row> rows = all.stream()
                .map(check -> new ReleaseCheckList.Row(
                        screen.texts().moment(check.at(), zone),
                        check.by(),
                        check.checkpoint(),
                        outcome(screen, check),
                        check.found().subjects(),
                        check.found().features(),
                        check.found().findings().stream()
                                .map(finding -> sentence(screen, finding))
                                .toList()))
                .toList();
        return pages.exportChecks(screen, new ReleaseCheckList("/studies/" + study + "/releases", rows));
    }

    private static String outcome(Screen screen, ReleaseCheck check) {
        String outcome = screen.t(check.found().passed() ? "releases.checks.passed" : "releases.checks.withheld");
        return check.repeated() ? outcome + ", " + screen.t("releases.checks.repeated") : outcome;
    }

    private static String sentence(Screen screen, Finding finding) {
        String said = screen.t("releases.checks." + finding.rule().code(), finding.feature());
        boolean measured = finding.rule().isMeasured();
        String figures =
                measured ? String.format(Locale.ROOT, " (%.2f; p = %.4f)", finding.statistic(), finding.p()) : "";
        String grade = finding.grade() == Grade.BLOCK ? "" : screen.t("releases.checks.review") + ": ";
        return grade + said + figures;
    }
}
