package org.commensal.export.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What became of every form and diary day, for the tables of one release: read once and held where little was filled in, and
 * read again for each table where there is much.
 */
final class Progresses {

    /** So many responses are held, without their answers. */
    private static final int MOST = 2 * Portions.KEYS;

    private final Basis basis;
    private final CompletenessRegister register;
    private @Nullable List<Map<String, Progress>> held;

    Progresses(Basis basis, CompletenessRegister register) {
        this.basis = basis;
        this.register = register;
    }

    /** Of each subject, in the order of their ids. */
    void each(BiConsumer<String, Progress> progress) {
        portions(several -> several.forEach(progress));
    }

    /** The same of a few subjects at a time. */
    void portions(Consumer<Map<String, Progress>> several) {
        if (held == null && isLittle()) {
            List<Map<String, Progress>> read = new ArrayList<>();
            register.portions(basis, read::add);
            held = read;
        }
        if (held == null) {
            register.portions(basis, several);
        } else {
            held.forEach(several);
        }
    }

    private boolean isLittle() {
        return basis.subjects().values().stream()
                        .mapToLong(subject -> basis.responses().getOrDefault(subject.code(), 0))
                        .sum()
                <= MOST;
    }
}
