package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.eligibility.AssessEligibility;
import org.commensal.eligibility.ScreeningRegister;
import org.commensal.eligibility.ScreeningRegister.Line;
import org.commensal.eligibility.ScreeningRegister.State;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
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
        return log.page(actor, id, state, page, size).stream()
                .map(line -> row(actor, study, line, words))
                .toList();
    }

    private ScreeningLogSheet.Row row(Actor actor, Study study, Line line, ScreeningWords words) {
        String code = line.code().value();
        return new ScreeningLogSheet.Row(
                code,
                "/studies/" + study.id() + "/participants/" + code,
                study.site(line.site()).name(),
                words.texts().dayOfYear(line.screened()),
                Words.of(line.stage(), words.texts()),
                words.of(line.state()),
                ScreeningWords.tone(line.state()),
                reasons(actor, study, line, words));
    }

    /** Whether no diary day of the run-in is today or to come; of nobody who is not enrolled. */
    private boolean isRunInOver(Study study, Line line) {
        LocalDate today = LocalDate.now(clock.withZone(study.zone()));
        return line.stage() == Stage.ENROLLED
                && study.schedule().tasks(Map.of(Anchor.ENROLMENT, line.reached())).stream()
                        .flatMap(task -> task.day().stream())
                        .allMatch(day -> day.isBefore(today));
    }

    private List<String> reasons(Actor actor, Study study, Line line, ScreeningWords words) {
        if (!permission.allows(actor, Right.SEE_ELIGIBILITY, study.id(), line.site())) {
            return List.of();
        }
        return line.state() == State.GOES_ON
                ? words.waiting(
                        line.stage(), isRunInOver(study, line), eligibility.assess(actor, study.id(), line.code()))
                : line.outcome().map(words::reasons).orElse(List.of());
    }
}
