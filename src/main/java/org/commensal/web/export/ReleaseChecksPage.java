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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.leakage.Finding;
import org.commensal.pages.Templates;
import org.commensal.randomisation.AcceptReleaseCheck;
import org.commensal.randomisation.ReleaseCheck;
import org.commensal.randomisation.ReleaseChecks;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Pair;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Why datasets of a study were withheld, for those who are not blinded; one of whom may accept what withheld one. */
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
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ReleaseChecks checks;

    @Inject
    AcceptReleaseCheck accept;

    @Inject
    PasswordAgain again;

    @GET
    public JteModel show(@PathParam("study") String study) {
        Screen screen = screens.in(study);
        ZoneId zone = zone(study);
        List<ReleaseCheckList.Row> rows = checks.list(currentActor.actor(), study).stream()
                .map(check -> new ReleaseCheckList.Row(
                        base(study) + "/" + check.id(),
                        screen.texts().moment(check.at(), zone),
                        check.by(),
                        outcome(screen, check),
                        check.found().findings().size()))
                .toList();
        return pages.exportChecks(screen, new ReleaseCheckList("/studies/" + study + "/releases", rows));
    }

    @GET
    @Path("{check}")
    public JteModel one(@PathParam("study") String study, @PathParam("check") UUID id) {
        return page(study, id, Form.empty());
    }

    @POST
    @Path("{check}/acceptance")
    public Response accept(
            @PathParam("study") String study, @PathParam("check") UUID id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            String reason = form.required("reason");
            String password = form.secret("password");
            form.complete();
            accept.accept(currentActor.actor(), study, id, reason, again.proof(password));
            return Screens.seeOther(base(study) + "/" + id);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, id, form.refused(refusal)));
        }
    }

    private JteModel page(String study, UUID id, Form form) {
        Actor actor = currentActor.actor();
        Screen screen = screens.in(study);
        ReleaseCheck check = checks.get(actor, study, id);
        ZoneId zone = zone(study);
        List<Pair> facts = List.of(
                new Pair(screen.t("releases.checks.outcome"), outcome(screen, check)),
                new Pair(screen.t("releases.asked"), screen.texts().moment(check.at(), zone) + " · " + check.by()),
                new Pair(screen.t("releases.checkpoint"), Long.toString(check.checkpoint())),
                new Pair(
                        screen.t("releases.checks.subjects"),
                        Integer.toString(check.found().subjects())),
                new Pair(
                        screen.t("releases.checks.features"),
                        Integer.toString(check.found().features())));
        boolean accepts = check.isAcceptable() && permission.allowsSomewhere(actor, Right.ACCEPT_RELEASE_CHECK, study);
        return pages.exportCheck(
                screen,
                form,
                new ReleaseCheckSheet(
                        base(study),
                        base(study) + "/" + id,
                        facts,
                        sentences(screen, check, Finding::blocks),
                        sentences(screen, check, finding -> !finding.blocks()),
                        check.accepted()
                                .map(accepted -> new Pair(
                                        accepted.by() + " · " + screen.texts().moment(accepted.at(), zone),
                                        accepted.reason())),
                        accepts));
    }

    private ZoneId zone(String study) {
        return studies.get(currentActor.actor(), study).study().zone();
    }

    private static String base(String study) {
        return "/studies/" + study + "/releases/checks";
    }

    private static String outcome(Screen screen, ReleaseCheck check) {
        String outcome = check.passed() ? "passed" : check.accepted().isPresent() ? "accepted" : "withheld";
        String said = screen.t("releases.checks." + outcome);
        return check.repeated() ? said + ", " + screen.t("releases.checks.repeated") : said;
    }

    private static List<String> sentences(Screen screen, ReleaseCheck check, Predicate<Finding> which) {
        return check.found().findings().stream()
                .filter(which)
                .map(finding -> sentence(screen, finding))
                .toList();
    }

    private static String sentence(Screen screen, Finding finding) {
        String said = screen.t("releases.checks." + finding.rule().code(), finding.feature());
        return finding.rule().isMeasured()
                ? said + String.format(Locale.ROOT, " (%.2f; p = %.4f)", finding.statistic(), finding.p())
                : said;
    }
}
