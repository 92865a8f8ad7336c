package org.commensal.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.Right;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Specification.Kind;
import org.commensal.kernel.Text;

/** An approval that a release may need before it is downloaded, each by another person who did not ask for it. */
public enum Need {
    /** That it is what will be reported on. */
    OFFICIAL(
            Right.APPROVE_RELEASE,
            new Text("that it is the dataset to report on", "dat over deze dataset wordt gerapporteerd")),
    /** That groups are told apart, without their names. */
    MASKED(
            Right.APPROVE_MASKED_ARMS,
            new Text("that it tells the groups apart, without names", "dat groepen zichtbaar zijn, zonder naam")),
    /** That everybody who downloads it learns every arm. */
    UNBLINDED(
            Right.APPROVE_UNBLINDING,
            new Text("that it tells the arm of everybody", "dat van iedereen de loting zichtbaar is"));

    private final Right right;
    private final Text label;

    Need(Right right, Text label) {
        this.right = right;
        this.label = label;
    }

    /** Who may meet it. */
    public Right right() {
        return right;
    }

    public Text label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Need> of(String code) {
        return Stream.of(values()).filter(need -> need.code().equals(code)).findFirst();
    }

    /** The approvals of a release, in the order in which they are met: two of whatever concerns all, one of masked arms. */
    static List<Need> of(Specification specification) {
        boolean official = specification.kind() == Kind.OFFICIAL;
        if (specification.arms() == Arms.NAMED) {
            return List.of(UNBLINDED, UNBLINDED);
        }
        if (specification.arms() == Arms.MASKED) {
            return official ? List.of(MASKED, OFFICIAL) : List.of(MASKED);
        }
        return official ? List.of(OFFICIAL, OFFICIAL) : List.of();
    }
}
