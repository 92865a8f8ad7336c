package org.commensal.web.randomisation;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Envelope.State;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.randomisation.EnvelopeRegister;
import org.commensal.randomisation.IssueEnvelopes;
import org.commensal.randomisation.IssuedEnvelope;
import org.commensal.randomisation.SpoilEnvelope;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.ListAsked;
import org.commensal.web.ListSheet;
import org.commensal.web.Pair;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.SiteChoice;
import org.commensal.web.Texts;
import org.commensal.web.unblinding.UnblindingForm;

/** The sealed envelopes of each site; where they are issued, printed, or recorded as not used. */
@ApplicationScoped
@Path("/studies/{study}/envelopes")
@Produces(MediaType.TEXT_HTML)
public class EnvelopesPage {

    /** The fields of the form about an envelope that is not used, of which other forms on the page have their own. */
    private static final Map<String, String> SPOILED = Map.of("site", "where", "password", "again");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    EnvelopeRegister register;

    @Inject
    IssueEnvelopes issue;

    @Inject
    SpoilEnvelope spoil;

    @GET
    public JteModel show(@PathParam("study") String study, @BeanParam ListAsked asked) {
        return page(study, Form.empty(), asked);
    }

    @POST
    public Response issue(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        permission.require(actor, Right.ISSUE_ENVELOPES, study);
        Form form = Form.of(sent, Map.of("last", "count"));
        try {
            String site = form.required("site");
            int count = form.whole("count");
            form.complete();
            int first = (int) register.list(actor, study).stream()
                            .filter(each -> each.envelope().site().equals(site))
                            .count()
                    + 1;
            issue.issue(actor, study, site, first, first + count - 1);
            return Screens.seeOther("/studies/" + study + "/envelopes");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    @POST
    @Path("sheets")
    public Response print(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        permission.require(actor, Right.ISSUE_ENVELOPES, study);
        Form form = Form.of(sent);
        try {
            String site = form.required("site");
            String password = form.secret("password");
            form.complete();
            AskAgain.Proof proof = again.proof(password);
            List<IssueEnvelopes.Sheet> sheets = issue.print(actor, study, site, proof);
            Study of = studies.get(actor, study).study();
            return Screens.shown(pages.randomisationSheets(
                    screens.in(study), of.site(site).name(), "/studies/" + study + "/envelopes", sheets));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    @POST
    @Path("spoiled")
    public Response spoil(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        permission.requireSomewhere(actor, Right.SPOIL_ENVELOPE, study);
        Form form = Form.of(sent, SPOILED);
        try {
            String site = form.required("where");
            int number = form.whole("number");
            String reason = form.required("reason");
            String password = form.secret("again");
            form.complete();
            AskAgain.Proof proof = again.proof(password);
            spoil.spoil(actor, study, site, number, reason, proof);
            return Screens.seeOther("/studies/" + study + "/envelopes");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    private JteModel page(String id, Form form) {
        return page(id, form, new ListAsked());
    }

    private JteModel page(String id, Form form, ListAsked asked) {
        Actor actor = currentActor.actor();
        List<IssuedEnvelope> all = register.list(actor, id);
        Study study = studies.get(actor, id).study();
        Screen screen = screens.in(id);
        List<EnvelopesSheet.SiteLine> sites = study.sites().stream()
                .filter(site -> permission.allows(actor, Right.SEE_ALLOCATION_REQUESTS, id, site.code()))
                .map(site -> line(site, all, study, screen.texts()))
                .toList();
        boolean offered = EnvelopeRegister.offered(study);
        return pages.randomisationEnvelopes(
                screen,
                form,
                new EnvelopesSheet(
                        "/studies/" + id + "/envelopes",
                        sites,
                        list(actor, study, asked, screen),
                        EnvelopesCsv.LIST.of(all, asked).stream()
                                .map(issued -> line(issued, study, screen.texts()))
                                .toList(),
                        offered ? sites(actor, Right.ISSUE_ENVELOPES, study) : List.of(),
                        all.isEmpty() ? List.of() : sites(actor, Right.SPOIL_ENVELOPE, study)));
    }

    private ListSheet list(Actor actor, Study study, ListAsked asked, Screen screen) {
        List<Pair> headings = List.of(
                new Pair("site", screen.t("site")),
                new Pair("number", screen.t("envelope.number")),
                new Pair("state", screen.t("list.state")),
                new Pair("issued", screen.t("envelopes.issued")),
                new Pair("reason", screen.t("envelopes.spoil.reason")));
        return asked.sheet(
                "/studies/" + study.id() + "/envelopes",
                EnvelopesCsv.LIST,
                headings,
                Stream.of(State.values())
                        .map(state -> new Pair(state.code(), screen.t("envelope.state." + state.code())))
                        .toList(),
                SiteChoice.among(study, permission.sites(actor, Right.SEE_ALLOCATION_REQUESTS, study.id())),
                permission.allowsSomewhere(actor, Right.EXPORT_LISTS, study.id()));
    }

    private static EnvelopesSheet.Line line(IssuedEnvelope issued, Study study, Texts texts) {
        return new EnvelopesSheet.Line(
                study.site(issued.envelope().site()).name(),
                issued.envelope().number(),
                texts.get("envelope.state." + issued.envelope().state().code()),
                texts.shortMoment(issued.issued(), study.zone()),
                issued.reason());
    }

    private List<UnblindingForm.Option> sites(Actor actor, Right right, Study study) {
        return study.sites().stream()
                .filter(site -> permission.allows(actor, right, study.id(), site.code()))
                .map(site -> new UnblindingForm.Option(site.code(), site.name(), ""))
                .toList();
    }

    private static EnvelopesSheet.SiteLine line(Study.Site site, List<IssuedEnvelope> all, Study study, Texts texts) {
        List<IssuedEnvelope> own = all.stream()
                .filter(each -> each.envelope().site().equals(site.code()))
                .toList();
        return new EnvelopesSheet.SiteLine(
                site.name(),
                own.size(),
                of(own, State.USED).size(),
                of(own, State.UNUSED).stream()
                        .map(each -> String.valueOf(each.envelope().number()))
                        .collect(Collectors.joining(", ")),
                of(own, State.SPOILED).stream()
                        .map(each -> each.envelope().number() + ": " + each.reason())
                        .toList(),
                own.stream()
                        .map(IssuedEnvelope::issued)
                        .reduce((first, last) -> last)
                        .map(at -> texts.shortMoment(at, study.zone())));
    }

    private static List<IssuedEnvelope> of(List<IssuedEnvelope> envelopes, State state) {
        return envelopes.stream()
                .filter(each -> each.envelope().state() == state)
                .toList();
    }
}
