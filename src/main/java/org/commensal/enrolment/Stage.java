package org.commensal.enrolment;

import java.util.Optional;
import org.commensal.protocol.Schedule.Anchor;

/** How far a participant has come: the last milestone that was reached. */
public enum Stage {
    SCREENED(Anchor.SCREENING),
    CONSENTED(null),
    ENROLLED(Anchor.ENROLMENT),
    RANDOMISED(Anchor.RANDOMISATION);

    private final Optional<Anchor> anchor;

    Stage(@org.jspecify.annotations.Nullable Anchor anchor) {
        this.anchor = Optional.ofNullable(anchor);
    }

    /** The anchor of the schedule that this milestone fixes, if it fixes one. */
    public Optional<Anchor> anchor() {
        return anchor;
    }
}
