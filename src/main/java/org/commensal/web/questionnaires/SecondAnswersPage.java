package org.commensal.web.questionnaires;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseRegister;
import org.commensal.questionnaires.SecondAnswer;
import org.commensal.questionnaires.SecondAnswerRegister;
import org.commensal.questionnaires.SubmitResponse;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Ids;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Words;

/**
 * The answers of one participant that were kept beside those that stand, with what differs; and those that came while the
 * data were frozen, to be taken in.
 */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/second-answers")
@Produces(MediaType.TEXT_HTML)
public class SecondAnswersPage {

    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseRegister responses;

    @Inject
    SecondAnswerRegister second;

    @Inject
    SubmitResponse submit;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        ParticipantCode participant = ParticipantCode.parse(code);
        List<SecondAnswer> kept = second.list(currentActor.actor(), study, participant);
        Map<String, Response> standing = responses.list(currentActor.actor(), study, participant).stream()
                .collect(Collectors.toMap(Response::task, Function.identity()));
        Map<String, Study> versions = studies.everInForce(study);
        Screen screen = screens.in(study);
        String base = "/studies/" + study + "/participants/" + participant;
        List<SecondAnswers.Kept> lines = kept.stream()
                .map(answer -> line(
                        Objects.requireNonNull(versions.get(answer.version())),
                        answer,
                        Optional.ofNullable(standing.get(answer.task())),
                        base,
                        screen))
                .toList();
        return pages.questionnairesSecondAnswers(screen, new SecondAnswers(participant.value(), base, lines));
    }

    @POST
    public jakarta.ws.rs.core.Response takeIn(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @FormParam("answers") @DefaultValue("") String answers) {
        ParticipantCode participant = ParticipantCode.parse(code);
        Actor actor = currentActor.actor();
        participants.find(actor, Right.CORRECT_RESPONSE, study, participant);
        submit.takeIn(actor, study, participant, Ids.uuid(answers));
        return Screens.seeOther("/studies/" + study + "/participants/" + participant);
    }

    private static SecondAnswers.Kept line(
            Study study, SecondAnswer kept, Optional<Response> stands, String base, Screen screen) {
        Questionnaire form = study.questionnaire(kept.form());
        List<SecondAnswers.Difference> differences = form.items().stream()
                .filter(item -> !Optional.of(kept.answers().get(item.code())).equals(standing(stands, item)))
                .map(item -> new SecondAnswers.Difference(
                        screen.in(item.question()),
                        standing(stands, item)
                                .map(value -> Words.of(item, value, screen.texts()))
                                .orElse("–"),
                        Words.of(item, kept.answers().get(item.code()), screen.texts())))
                .toList();
        return new SecondAnswers.Kept(
                screen.in(form.title()) + day(kept, screen),
                stands.map(response -> base + "/forms/" + kept.task()),
                kept.id().toString(),
                stands.map(response -> screen.texts().moment(response.filledIn(), study.zone()))
                        .orElse("–"),
                screen.texts().moment(kept.filledIn(), study.zone()),
                differences);
    }

    private static Optional<Value> standing(Optional<Response> stands, Item item) {
        return stands.map(response -> response.answers().get(item.code()));
    }

    /** Of an entry of a diary, the day that its key ends with. */
    private static String day(SecondAnswer kept, Screen screen) {
        String last = kept.task().substring(kept.task().indexOf('/') + 1);
        return last.matches(DAY) ? ", " + screen.texts().weekday(LocalDate.parse(last)) : "";
    }
}
