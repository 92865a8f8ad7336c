package org.commensal.enrolment;

/**
 * How a list of participants is sorted; those who are alike in it, and those who have no such day, by code.
 *
 * @param descending the last first; who has no such day comes last either way
 */
public record ParticipantOrder(By by, boolean descending) {

    /** What a list can be sorted by. */
    public enum By {
        CODE,
        SITE,
        SCREENED,
        CONSENTED,
        ENROLLED,
        RANDOMISED
    }

    public static final ParticipantOrder CODE = new ParticipantOrder(By.CODE, false);

    /** The columns of the inner selection of {@link ParticipantSelect} in this order. */
    String sql() {
        String direction = descending ? " desc" : "";
        return switch (by) {
            case CODE -> "p.code" + direction;
            case SITE -> "p.site" + direction + ", p.code";
            default -> "o.on_day" + direction + " nulls last, p.code";
        };
    }

    /** The stage on whose day the order depends; negative for none. */
    int stage() {
        return switch (by) {
            case CODE, SITE -> -1;
            case SCREENED -> Stage.SCREENED.ordinal();
            case CONSENTED -> Stage.CONSENTED.ordinal();
            case ENROLLED -> Stage.ENROLLED.ordinal();
            case RANDOMISED -> Stage.RANDOMISED.ordinal();
        };
    }
}
