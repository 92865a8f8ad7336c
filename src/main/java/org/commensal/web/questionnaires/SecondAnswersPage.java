package org.commensal.web.questionnaires;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.access.CurrentActor;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseRegister;
import org.commensal.questionnaires.SecondAnswer;
import org.commensal.questionnaires.SecondAnswerRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Words;

/** The answers of one participant that were kept beside those that stand, with what differs. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/second-answers")
@Produces(MediaType.TEXT_HTML)
public class SecondAnswersPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    ResponseRegister responses;

    @Inject
    SecondAnswerRegister second;

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
                        Objects.requireNonNull(standing.get(answer.task())),
                        base,
                        screen))
                .toList();
        return pages.questionnairesSecondAnswers(screen, new SecondAnswers(participant.value(), base, lines));
    }

    private static SecondAnswers.Kept line(
            Study study, SecondAnswer kept, Response stands, String base, Screen screen) {
        Questionnaire form = study.questionnaire(kept.form());
        List<SecondAnswers.Difference> differences = form.items().stream()
                .filter(item ->
                        !kept.answers().get(item.code()).equals(stands.answers().get(item.code())))
                .map(item -> new SecondAnswers.Difference(
                        screen.in(item.question()),
                        word(item, stands.answers().get(item.code()), screen),
                        word(item, kept.answers().get(item.code()), screen)))
                .toList();
        String day =
                stands.day().map(each -> ", " + screen.texts().weekday(each)).orElse("");
        return new SecondAnswers.Kept(
                screen.in(form.title()) + day,
                base + "/forms/" + kept.task(),
                screen.texts().moment(stands.filledIn(), study.zone()),
                screen.texts().moment(kept.filledIn(), study.zone()),
                differences);
    }

    /** An answer in the words of its options. */
    private static String word(Item item, Value value, Screen screen) {
        String plain = Words.of(value, screen.texts());
        return item.options().stream()
                .filter(option -> option.value().equals(plain))
                .map(option -> screen.in(option.label()))
                .findFirst()
                .orElse(plain);
    }
}
