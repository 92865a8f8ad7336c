package org.commensal.web.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commensal.eligibility.Assessment;
import org.commensal.eligibility.Assessment.Judgement;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.eligibility.ScreeningRegister.State;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.Criterion;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/** How the screening of somebody stands and why, in words. */
record ScreeningWords(Study study, Texts texts) {

    String of(State state) {
        return texts.get("screening.state." + state.code());
    }

    static Tone tone(State state) {
        return switch (state) {
            case RANDOMISED -> Tone.TEAL;
            case GOES_ON -> Tone.AMBER;
            default -> Tone.PLAIN;
        };
    }

    /** Why the screening ended: the criteria in the words of the protocol, and what was noted. */
    List<String> reasons(ScreeningOutcome outcome) {
        List<String> reasons =
                new ArrayList<>(outcome.criteria().stream().map(this::criterion).toList());
        if (!outcome.note().isEmpty()) {
            reasons.add(outcome.note());
        }
        return reasons;
    }

    /**
     * What keeps somebody who goes on from being randomised as things are now. What is computed from the diary of the
     * run-in counts once that is over.
     */
    List<String> waiting(Stage stage, boolean runInOver, Assessment assessment) {
        String step = runInOver ? "ready" : Words.code(stage);
        Stream<String> unmet = assessment.judgements().stream()
                .filter(judgement -> judgement.verdict() == Verdict.NOT_MET)
                .map(Judgement::criterion)
                .filter(criterion -> runInOver || !isOfDiary(criterion))
                .map(criterion -> texts.get("screening.not-met", said(criterion)));
        return Stream.concat(Stream.of(texts.get("screening.waits." + step)), unmet)
                .toList();
    }

    private boolean isOfDiary(Criterion criterion) {
        return study.derived().stream()
                .anyMatch(variable -> criterion.expression().names().contains(variable.code()));
    }

    /** A criterion in words; its id where the version in force has none of that id. */
    String criterion(String id) {
        return study.criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .map(this::said)
                .findFirst()
                .orElse(id);
    }

    private String said(Criterion criterion) {
        return texts.in(criterion.text()) + " (" + criterion.id() + ")";
    }
}
