package org.commensal.web.randomisation;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.CommitmentText.Moment;
import org.commensal.allocation.Contribution;
import org.commensal.allocation.LedgerArchive.Verified;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.randomisation.ApproveReveal;
import org.commensal.randomisation.Commitments;
import org.commensal.randomisation.Commitments.Standing;
import org.commensal.randomisation.ContributeToSeed;
import org.commensal.randomisation.DrawSeed;
import org.commensal.randomisation.RevealedLedger;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;

/** To what the seed of a study is bound; where others contribute to it, and where it is revealed and verified. */
@ApplicationScoped
@Path("/studies/{study}/allocation")
@Produces(MediaType.TEXT_HTML)
public class CommitmentPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    Commitments commitments;

    @Inject
    DrawSeed draw;

    @Inject
    ContributeToSeed contribute;

    @Inject
    ApproveReveal approve;

    @Inject
    RevealedLedger ledger;

    @GET
    public JteModel show(@PathParam("study") String study) {
        return page(study, Form.empty());
    }

    @POST
    @Path("seed")
    public Response draw(@PathParam("study") String study) {
        return done(study, Form.empty(), () -> draw.draw(currentActor.actor(), study));
    }

    @POST
    @Path("contributions")
    public Response contribute(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        return done(study, form, () -> {
            String content = form.required("content");
            form.complete();
            contribute.contribute(currentActor.actor(), study, content);
        });
    }

    @POST
    @Path("approvals")
    public Response approve(@PathParam("study") String study) {
        return done(study, Form.empty(), () -> approve.approve(currentActor.actor(), study));
    }

    @GET
    @Path("verification")
    public JteModel verification(@PathParam("study") String study) {
        List<Verified> verified = ledger.verify(currentActor.actor(), study);
        return pages.randomisationVerification(screens.in(study), verified);
    }

    private Response done(String study, Form form, Runnable act) {
        try {
            act.run();
            return Screens.seeOther(base(study));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    private JteModel page(String study, Form form) {
        Standing standing = commitments.standing(currentActor.actor(), study);
        Screen screen = screens.in(study);
        return pages.randomisationCommitment(screen, form, sheet(study, standing, screen.texts()));
    }

    private CommitmentSheet sheet(String study, Standing standing, Texts texts) {
        String api = "/api/studies/" + study + "/allocation/";
        return new CommitmentSheet(
                base(study),
                api + "commitment.txt",
                standing.version(),
                schemes(standing, texts),
                standing.server().map(moment -> shown(moment, texts)),
                standing.contributions().stream()
                        .map(given -> given(given, texts))
                        .toList(),
                standing.binding().map(moment -> shown(moment, texts)),
                standing.approvals().stream()
                        .map(role -> texts.get("role." + role))
                        .toList(),
                !standing.schemes().isEmpty(),
                standing.revealed(),
                may(study, standing),
                only(standing.revealed() && may(Right.DOWNLOAD_LEDGER, study), api + "ledger.zip"),
                only(standing.revealed() && may(Right.VERIFY_ALLOCATIONS, study), base(study) + "/verification"));
    }

    /** None where the study has one scheme, of which the page speaks already. */
    private static List<CommitmentSheet.Scheme> schemes(Standing standing, Texts texts) {
        boolean one = standing.schemes().size() == 1 && standing.binding().isPresent();
        return one
                ? List.of()
                : standing.schemes().stream()
                        .map(scheme -> scheme(scheme, texts))
                        .toList();
    }

    private static CommitmentSheet.Scheme scheme(Commitments.Scheme scheme, Texts texts) {
        return new CommitmentSheet.Scheme(
                scheme.version(),
                shown(scheme.binding(), texts),
                scheme.closing()
                        .map(closing -> new CommitmentSheet.Closed(
                                texts.moment(closing.at(), ZoneOffset.UTC),
                                closing.end().allocations(),
                                closing.end().hash())));
    }

    private CommitmentSheet.May may(String study, Standing standing) {
        boolean open = standing.binding().isEmpty();
        boolean drawn = standing.server().isPresent();
        Commitments.Mine mine = standing.mine();
        return new CommitmentSheet.May(
                open && !drawn && may(Right.ACTIVATE_STUDY, study),
                open && drawn && !mine.drew() && !mine.contributed() && may(Right.CONTRIBUTE_TO_SEED, study),
                standing.locked() && !standing.revealed() && !mine.approved() && may(Right.APPROVE_REVEAL, study));
    }

    private boolean may(Right right, String study) {
        return permission.allows(currentActor.actor(), right, study, "*");
    }

    private static Optional<String> only(boolean shown, String address) {
        return shown ? Optional.of(address) : Optional.empty();
    }

    private static CommitmentSheet.Shown shown(Moment moment, Texts texts) {
        return new CommitmentSheet.Shown(moment.commitment(), texts.moment(moment.at(), ZoneOffset.UTC));
    }

    private static CommitmentSheet.Given given(Contribution given, Texts texts) {
        return new CommitmentSheet.Given(
                given.number(),
                texts.get("role." + given.role()),
                texts.moment(given.at(), ZoneOffset.UTC),
                given.content());
    }

    private static String base(String study) {
        return "/studies/" + study + "/allocation";
    }
}
