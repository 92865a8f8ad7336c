package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Subjects in their order, so few at a time that a release of any size needs the same memory. */
final class Portions {

    /** About so many responses with their answers are held at a time. */
    static final int ANSWERS = 8_000;

    /** About so many are held without their answers, or with the answers of a few of them. */
    static final int KEYS = 24_000;

    private Portions() {}

    /**
     * @param size how many responses of a subject are read
     * @param most to be held at a time, unless one subject has more
     */
    static void each(Collection<String> ids, ToIntFunction<String> size, int most, Consumer<List<String>> portion) {
        List<String> some = new ArrayList<>();
        int responses = 0;
        for (String id : ids) {
            int own = size.applyAsInt(id);
            if (responses + own > most && !some.isEmpty()) {
                portion.accept(List.copyOf(some));
                some.clear();
                responses = 0;
            }
            some.add(id);
            responses += own;
        }
        if (!some.isEmpty()) {
            portion.accept(List.copyOf(some));
        }
    }
}
