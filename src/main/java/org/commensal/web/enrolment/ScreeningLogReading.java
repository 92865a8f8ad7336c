package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.eligibility.AssessEligibility;
import org.commensal.eligibility.Assessment;
import org.commensal.eligibility.ScreeningRegister;
import org.commensal.eligibility.ScreeningRegister.Line;
import org.commensal.eligibility.ScreeningRegister.State;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/** Reads the screening log in the words of the study; criteria only for those who may see them. */
@ApplicationScoped
public class ScreeningLogReading {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ScreeningRegister log;

    @Inject
    AssessEligibility eligibility;

    @Inject
    Clock clock;

    /** The state of this name; empty, which is everybody, where there is none. */
    static Optional<State> state(String name) {
        return Stream.of(State.values())
                .filter(state -> state.code().equals(name))
                .findFirst();
    }

    List<ScreeningLogSheet.Row> read(Actor actor, String id, Optional<State> state, int page, int size, Texts texts) {
        Study study = studies.get(actor, id).study();
        ScreeningWords words = new ScreeningWords(study, texts);
        List<Line> lines = log.page(actor, id, state, page, size);
        Set<String> sites = permission.sites(actor, Right.SEE_ELIGIBILITY, id);
        Predicate<Line> judged = line -> sites.contains(Grant.EVERYWHERE) || sites.contains(line.site());
        Map<ParticipantCode, Assessment> assessments = eligibility.assess(
                actor,
                id,
                lines.stream()
                        .filter(judged)
                        .filter(line -> line.state() == State.GOES_ON)
                        .map(Line::code)
                        .toList());
        return lines.stream()
                .map(line -> row(
                        study, line, judged.test(line) ? reasons(study, line, assessments, words) : List.of(), words))
                .toList();
    }

    private static ScreeningLogSheet.Row row(Study study, Line line, List<String> reasons, ScreeningWords words) {
        String code = line.code().value();
        return new ScreeningLogSheet.Row(
                code,
                "/studies/" + study.id() + "/participants/" + code,
                study.site(line.site()).name(),
                words.texts().dayOfYear(line.screened()),
                Words.of(line.stage(), words.texts()),
                words.of(line.state()),
                ScreeningWords.tone(line.state()),
                reasons);
    }

    /** Whether no diary day of the run-in is today or to come; of nobody who is not enrolled. */
    private boolean isRunInOver(Study study, Line line) {
        LocalDate today = LocalDate.now(clock.withZone(study.zone()));
        return line.stage() == Stage.ENROLLED
                && study.schedule().tasks(Map.of(Anchor.ENROLMENT, line.reached())).stream()
                        .flatMap(task -> task.day().stream())
                        .allMatch(day -> day.isBefore(today));
    }

    private List<String> reasons(
            Study study, Line line, Map<ParticipantCode, Assessment> assessments, ScreeningWords words) {
        return Optional.ofNullable(assessments.get(line.code()))
                .map(assessment -> words.waiting(line.stage(), isRunInOver(study, line), assessment))
                .orElseGet(() -> line.outcome().map(words::reasons).orElse(List.of()));
    }
}
