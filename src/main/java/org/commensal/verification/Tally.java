package org.commensal.verification;

import java.util.stream.Stream;

/**
 * How many forms there are, and how many of them are how far.
 *
 * @param verified compared with their source, as they stand
 * @param changed verified, and corrected since
 * @param required those of which the study wants something to be compared with its source
 */
public record Tally(int forms, Source verified, int signed, int frozen, int locked, Source required) {

    public static final Tally NONE = new Tally(0, Source.NONE, 0, 0, 0, Source.NONE);

    /**
     * How many of some forms are compared with their source.
     *
     * @param changed were, and were corrected since
     */
    public record Source(int of, int verified, int changed) {

        static final Source NONE = new Source(0, 0, 0);

        static Source of(FormRecord form) {
            return new Source(1, one(form.isVerified()), one(form.verified() == Standing.CHANGED));
        }

        Source plus(Source more) {
            return new Source(of + more.of, verified + more.verified, changed + more.changed);
        }
    }

    public static Tally of(FormRecord form) {
        Source source = Source.of(form);
        return new Tally(
                1,
                source,
                one(form.isSigned()),
                one(form.isFrozen()),
                one(form.isLocked()),
                form.isToVerify() ? source : Source.NONE);
    }

    public static Tally sum(Stream<Tally> tallies) {
        return tallies.reduce(NONE, Tally::plus);
    }

    public Tally plus(Tally more) {
        return new Tally(
                forms + more.forms,
                verified.plus(more.verified),
                signed + more.signed,
                frozen + more.frozen,
                locked + more.locked,
                required.plus(more.required));
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }
}
