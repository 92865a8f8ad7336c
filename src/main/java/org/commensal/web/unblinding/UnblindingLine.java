package org.commensal.web.unblinding;

import java.util.stream.Collectors;
import org.commensal.protocol.Study;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Somebody;
import org.commensal.unblinding.Unblinding.State;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/**
 * An unblinding as lists show it.
 *
 * @param tag where it stands, in a word
 * @param participants their codes
 * @param about what it is, why and by whom
 * @param due until when it must be reviewed, or when it happened
 */
public record UnblindingLine(
        String href, String tag, Tone tone, String participants, String about, String shownTo, String due) {

    public static UnblindingLine of(Unblinding unblinding, State state, Study study, Texts texts) {
        String late = unblinding.reviewedLate() ? ".late" : "";
        return new UnblindingLine(
                "/studies/" + study.id() + "/unblindings/" + unblinding.id(),
                texts.get("unblinding.state." + Words.code(state) + late),
                tone(unblinding, state),
                codes(unblinding),
                texts.get("unblinding.kind." + Words.code(unblinding.kind())) + "\u00a0· "
                        + texts.get(
                                "unblinding.category." + unblinding.category().code()) + "\u00a0· "
                        + unblinding.by().name(),
                unblinding.shownTo().stream().map(Somebody::name).collect(Collectors.joining(", ")),
                due(unblinding, state, study, texts));
    }

    static String codes(Unblinding unblinding) {
        return unblinding.participants().stream()
                .map(whom -> whom.code().value())
                .collect(Collectors.joining(", "));
    }

    private static String due(Unblinding unblinding, State state, Study study, Texts texts) {
        boolean waits =
                unblinding.kind() == Kind.EMERGENCY && unblinding.decided().isEmpty();
        return waits
                ? texts.get(
                        state == State.OVERDUE ? "alert.since" : "alert.until",
                        texts.shortMoment(unblinding.reviewUntil(), study.zone()))
                : texts.shortMoment(unblinding.at(), study.zone());
    }

    private static Tone tone(Unblinding unblinding, State state) {
        return switch (state) {
            case OVERDUE -> Tone.ROSE;
            case REQUESTED, TO_REVIEW -> Tone.AMBER;
            case APPROVED -> Tone.TEAL;
            case REVIEWED -> unblinding.reviewedLate() ? Tone.AMBER : Tone.TEAL;
            case REFUSED -> Tone.PLAIN;
        };
    }
}
