package org.commensal.kernel;

import java.util.List;

/**
 * We understood what was asked and decline it. The message says what, which value, and what to do.
 *
 * <p>A refusal is an answer, not a fault: it is never logged as an error, and nothing was changed.
 */
public final class Refusal extends RuntimeException {

    /** Why, in a word that stays the same for ever; the edge maps each to a status. */
    public enum Reason {
        /** Nobody has signed in, or the sign-in is no longer valid. */
        NOT_SIGNED_IN,
        /** Signed in, but this role, site or blinding may not do it. */
        NOT_ALLOWED,
        /** There is no such thing, or it is not for this person to know that there is. */
        NOT_FOUND,
        /** One or more values cannot be accepted; each is a {@link Violation}. */
        INVALID,
        /** The facts so far do not allow this step: no consent, not eligible, not active. */
        NOT_YET,
        /** It was done already, or differently, and facts are not changed. */
        CONFLICT,
        /** Somebody else changed it since it was looked at. */
        CHANGED,
        /** Larger than we take. */
        TOO_LARGE,
        /** Too many tries; wait. */
        TOO_MANY
    }

    /** One value that cannot be accepted: a JSON pointer to it (RFC 6901), and what to do. */
    public record Violation(String pointer, Text message) {}

    private final Reason reason;
    private final Text text;
    private final transient List<Violation> violations;

    public Refusal(Reason reason, Text text) {
        this(reason, text, List.of());
    }

    public Refusal(Reason reason, Text text, List<Violation> violations) {
        super(text.en(), null, false, false);
        this.reason = reason;
        this.text = text;
        this.violations = List.copyOf(violations);
    }

    public Reason reason() {
        return reason;
    }

    public Text text() {
        return text;
    }

    public List<Violation> violations() {
        return violations;
    }
}
