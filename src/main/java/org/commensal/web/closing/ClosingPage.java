package org.commensal.web.closing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.freezing.FreezeStep;
import org.commensal.freezing.Scope;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.ProgressRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.verification.ParticipantClosing;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.Tally;
import org.commensal.web.Form;
import org.commensal.web.Paging;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.SiteChoice;
import org.commensal.web.Sorting;
import org.commensal.web.Sorting.Heading;
import org.commensal.web.Words;
import org.commensal.web.closing.ClosingSheet.Choice;
import org.commensal.web.closing.ClosingSheet.Row;
import org.jspecify.annotations.Nullable;

/** How far the data of a study are closed; here a data manager freezes, thaws, locks and unlocks many at once. */
@ApplicationScoped
@Path("/studies/{study}/closing")
@Produces(MediaType.TEXT_HTML)
public class ClosingPage {

    static final Text CHOOSE = new Text("Choose one.", "Kies er een.");
    private static final Text NOBODY = new Text("Choose at least one participant.", "Kies minstens één deelnemer.");
    private static final int SIZE = 50;
    private static final String CHOSEN = "chosen";
    private static final String STUDY = "study";

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
    RecordRegister records;

    @Inject
    ProgressRegister progress;

    @Inject
    Scopes scopes;

    @Inject
    TakeFreezeStep steps;

    @GET
    public JteModel show(
            @PathParam("study") String study,
            @BeanParam ClosingAsked asked,
            @QueryParam("page") @Nullable String numbered) {
        return page(study, asked, numbered, Form.empty());
    }

    @POST
    public Response change(
            @PathParam("study") String study,
            @BeanParam ClosingAsked asked,
            @QueryParam("page") @Nullable String numbered,
            MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        permission.requireSomewhere(actor, Right.FREEZE_DATA, study);
        Form form = Form.of(sent, Map.of("scopes", "of"));
        try {
            FreezeStep step = step(form);
            List<Scope> chosen = chosen(actor, study, form);
            form.complete();
            steps.take(actor, study, step, chosen, form.value("reason"), () -> again.proof(form.value("password")));
            return Screens.seeOther(asked.address("/studies/" + study + "/closing"));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, asked, numbered, form.refused(refusal)));
        }
    }

    static FreezeStep step(Form form) {
        return Stream.of(FreezeStep.values())
                .filter(step -> step.code().equals(form.value("step")))
                .findFirst()
                .orElseGet(() -> {
                    form.fault("step", CHOOSE);
                    return FreezeStep.FREEZE;
                });
    }

    private List<Scope> chosen(Actor actor, String study, Form form) {
        String of = form.value("of");
        if (of.equals(STUDY)) {
            return List.of(Scope.study());
        }
        if (!of.isEmpty() && !of.equals(CHOSEN)) {
            return List.of(scopes.site(actor, study, of));
        }
        List<Scope> participants = form.values("participant").stream()
                .map(ParticipantCode::parse)
                .map(code -> scopes.participant(actor, study, code))
                .toList();
        if (participants.isEmpty()) {
            form.fault("of", NOBODY);
        }
        return participants;
    }

    private JteModel page(String id, ClosingAsked asked, @Nullable String numbered, Form form) {
        Actor actor = currentActor.actor();
        List<ParticipantClosing> all = records.list(actor, id);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        ClosingWords words = new ClosingWords(study, screen.texts());
        ClosingReading reading = new ClosingReading(all, words);
        List<ParticipantClosing> found = asked.of(all);
        int page = Paging.within(Paging.number(numbered), SIZE, found.size());
        String base = "/studies/" + id;
        String path = base + "/closing";
        Map<String, Integer> waiting = progress.of(actor, id).stream()
                .collect(Collectors.toMap(own -> own.participant().code().value(), own -> own.waiting()
                        .size()));
        boolean freezes = permission.allowsSomewhere(actor, Right.FREEZE_DATA, id);
        return pages.closingStudy(
                screen,
                form,
                new ClosingSheet(
                        base,
                        asked.address(path),
                        asked,
                        Stream.of(ParticipantClosing.Step.values())
                                .map(step -> new Choice(
                                        Words.code(step), words.step(step).label()))
                                .toList(),
                        sites(study, all),
                        plan(study, all, screen),
                        reading.totals(),
                        reading.verification(),
                        headings(asked, path, screen),
                        found.stream()
                                .skip((long) page * SIZE)
                                .limit(SIZE)
                                .map(each -> row(each, waiting, base, words))
                                .toList(),
                        new Paging(
                                page,
                                SIZE,
                                found.size(),
                                (page + 1) * SIZE < found.size(),
                                asked.address(path) + "&page="),
                        permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id)
                                ? Optional.of(path)
                                : Optional.empty(),
                        freezes ? whole(actor, study, screen) : List.of(),
                        freezes ? words.steps() : List.of()));
    }

    private static Optional<String> plan(Study study, List<ParticipantClosing> all, Screen screen) {
        return study.conduct()
                .sourceVerification()
                .map(plan -> screen.t(
                        "closing.plan",
                        all.stream().filter(ParticipantClosing::selected).count(),
                        all.size(),
                        plan.share(),
                        plan.critical().size()));
    }

    private static List<SiteChoice> sites(Study study, List<ParticipantClosing> all) {
        List<SiteChoice> sites = study.sites().stream()
                .filter(site ->
                        all.stream().anyMatch(each -> each.participant().site().equals(site.code())))
                .map(site -> new SiteChoice(site.code(), site.name()))
                .toList();
        return sites.size() > 1 ? sites : List.of();
    }

    /** The participants that are ticked, each whole site that this person may freeze, and the whole study. */
    private List<Choice> whole(Actor actor, Study study, Screen screen) {
        List<Choice> whole = new ArrayList<>();
        whole.add(new Choice(CHOSEN, screen.t("closing.chosen")));
        study.sites().stream()
                .filter(site -> permission.allows(actor, Right.FREEZE_DATA, study.id(), site.code()))
                .forEach(site -> whole.add(new Choice(site.code(), screen.t("closing.site", site.name()))));
        if (permission.allows(actor, Right.FREEZE_DATA, study.id(), Scope.ALL)) {
            whole.add(new Choice(STUDY, screen.t("scope.study")));
        }
        return whole;
    }

    private static List<Heading> headings(ClosingAsked asked, String path, Screen screen) {
        String address = asked.unsorted(path);
        List<Heading> headings = new ArrayList<>();
        headings.add(asked.sorting().heading("code", screen.t("participants.code"), address));
        headings.add(Sorting.plain(screen.t("site")));
        headings.add(Sorting.plain(screen.t("closing.step")));
        for (String number : ClosingAsked.NUMBERS) {
            headings.add(asked.sorting().heading(number, screen.t("closing." + number), address));
        }
        headings.add(Sorting.plain(screen.t("closing.waiting")));
        return headings;
    }

    private static Row row(ParticipantClosing closing, Map<String, Integer> waiting, String base, ClosingWords words) {
        String code = closing.participant().code().value();
        Tally tally = closing.tally();
        return new Row(
                code,
                base + "/participants/" + code + "/closing",
                words.study().site(closing.participant().site()).name(),
                words.step(closing.step()),
                closing.selected(),
                tally.forms(),
                waiting.getOrDefault(code, 0),
                tally.verified().verified(),
                tally.verified().changed(),
                tally.signed(),
                tally.frozen());
    }
}
