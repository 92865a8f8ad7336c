package org.commensal.web.quality;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.quality.ConfirmDeviation;
import org.commensal.quality.Deviation;
import org.commensal.quality.Deviation.Account;
import org.commensal.quality.DeviationRegister;
import org.commensal.quality.RecordDeviation;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Done;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/** One deviation from the protocol: read, confirmed, or corrected by another entry. */
@ApplicationScoped
@Path("/studies/{study}/deviations/{deviation}")
@Produces(MediaType.TEXT_HTML)
public class DeviationPage {

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
    UnblindingRegister unblindings;

    @Inject
    DeviationRegister deviations;

    @Inject
    RecordDeviation record;

    @Inject
    ConfirmDeviation confirm;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("deviation") String deviation) {
        Deviation known = deviations.get(currentActor.actor(), study, Ids.uuid(deviation));
        return page(study, known, Form.of(filled(known.account())));
    }

    @POST
    public Response goOn(
            @PathParam("study") String study,
            @PathParam("deviation") String deviation,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Actor actor = currentActor.actor();
        UUID id = Ids.uuid(deviation);
        int number = form.value("number").matches("[0-9]{1,4}") ? Integer.parseInt(form.value("number")) : 0;
        try {
            if (form.value("step").equals("confirm")) {
                confirm.confirm(actor, study, id, number);
            } else {
                record.correct(actor, study, id, number + 1, DeviationForm.account(form), form.value("reason"));
            }
            return Screens.seeOther("/studies/" + study + "/deviations/" + deviation);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, deviations.get(actor, study, id), form.refused(refusal)));
        }
    }

    /** The form as the last entry fills it in. */
    private static MultivaluedMap<String, String> filled(Account account) {
        MultivaluedMap<String, String> filled = new MultivaluedHashMap<>();
        filled.add("day", account.day().toString());
        filled.add("category", Words.code(account.category()));
        filled.add("important", Boolean.toString(account.important()));
        filled.add("description", account.description());
        filled.add("action", account.action());
        account.codeBreak().ifPresent(id -> filled.add("codeBreak", id.toString()));
        return filled;
    }

    private JteModel page(String id, Deviation deviation, Form form) {
        Actor actor = currentActor.actor();
        Screen screen = screens.in(id);
        Texts texts = screen.texts();
        Study study = studies.get(actor, id).study();
        boolean corrects = permission.allows(actor, Right.RECORD_DEVIATION, id, deviation.site());
        boolean seesCodeBreaks = permission.allows(actor, Right.SEE_UNBLINDINGS, id, deviation.site());
        List<Unblinding> broken = seesCodeBreaks ? unblindings.list(actor, id) : List.of();
        List<Choice> codeBreaks = DeviationForm.codeBreaks(broken, deviation.participant(), texts, study.zone());
        boolean confirmed = deviation.confirmed().isPresent();
        DeviationWords words = new DeviationWords(study, texts);
        return pages.qualityDeviation(
                screen,
                form,
                new DeviationSheet(
                        "/studies/" + id + "/deviations/" + deviation.id(),
                        deviation
                                .participant()
                                .map(code -> new Link("/studies/" + id + "/participants/" + code, code.value())),
                        texts.get(
                                "deviation.title",
                                deviation
                                        .participant()
                                        .map(ParticipantCode::value)
                                        .orElse(study.site(deviation.site()).name())),
                        texts.get(confirmed ? "deviation.state.confirmed" : "deviation.state.to-confirm"),
                        confirmed ? Tone.TEAL : Tone.AMBER,
                        facts(deviation, study, words, codeBreaks),
                        entries(deviation, study, words),
                        deviation.entries().size(),
                        !confirmed && permission.allows(actor, Right.CONFIRM_DEVIATION, id, deviation.site()),
                        corrects,
                        words.categories(),
                        codeBreaks));
    }

    private static List<Pair> facts(Deviation deviation, Study study, DeviationWords words, List<Choice> codeBreaks) {
        Texts texts = words.texts();
        Account account = deviation.account();
        List<Pair> facts = new ArrayList<>(List.of(
                new Pair(texts.get("site"), study.site(deviation.site()).name()),
                new Pair(texts.get("deviation.day"), texts.day(account.day())),
                new Pair(texts.get("deviation.category"), words.category(account.category())),
                new Pair(texts.get("deviation.important"), texts.get(account.important() ? "yes" : "no")),
                new Pair(texts.get("deviation.description"), account.description()),
                new Pair(texts.get("deviation.action"), account.action())));
        codeBreak(account, codeBreaks, texts)
                .ifPresent(label -> facts.add(new Pair(texts.get("deviation.code-break"), label)));
        return facts;
    }

    /** Of whom and when; only that it was, for somebody who may not see what was unblinded. */
    private static Optional<String> codeBreak(Account account, List<Choice> codeBreaks, Texts texts) {
        return account.codeBreak().map(UUID::toString).map(id -> codeBreaks.stream()
                .filter(choice -> choice.code().equals(id))
                .map(Choice::label)
                .findFirst()
                .orElseGet(() -> texts.get("deviation.code-break.some")));
    }

    private static List<Done> entries(Deviation deviation, Study study, DeviationWords words) {
        Texts texts = words.texts();
        List<Done> entries = new ArrayList<>();
        for (Deviation.Entry entry : deviation.entries()) {
            boolean first = entries.isEmpty();
            Account account = entry.account();
            String said = texts.day(account.day()) + " · " + words.category(account.category()) + " · "
                    + texts.get(account.important() ? "deviation.is-important" : "deviation.not-important") + " · "
                    + account.description() + " · " + account.action();
            entries.add(new Done(
                    first ? texts.get("deviation.recorded") : texts.get("deviation.corrected", entry.reason()),
                    said,
                    entry.by(),
                    texts.moment(entry.at(), study.zone())));
        }
        deviation
                .confirmed()
                .ifPresent(known -> entries.add(new Done(
                        texts.get("deviation.state.confirmed"),
                        "",
                        known.by(),
                        texts.moment(known.at(), study.zone()))));
        return entries;
    }
}
