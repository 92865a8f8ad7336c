package org.commensal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a node has worked out from many facts of a study, for as long as there are no more of them.
 *
 * <p>The facts are counted before they are read, so that what comes in between is read twice and never missed. Only
 * requests that change nothing keep or are given what was kept: whoever writes asks the database, and what they wrote may
 * still be rolled back. When memory is short it is given back.
 */
@ApplicationScoped
public class Kept {

    private record Name(String what, String study) {}

    /** On how many facts of each kind, and in what setting. */
    private record Known(Object counts, Object setting) {}

    private record Answer(Known known, SoftReference<Object> value) {}

    @Inject
    FactLedger ledger;

    @Inject
    OneReading reading;

    private final Map<Name, Answer> answers = new ConcurrentHashMap<>();

    /**
     * @param what is worked out: always the same from the same facts and setting, and not changed by who is given it
     * @param setting what it depends on besides, such as the day
     */
    @SuppressWarnings("unchecked")
    public <T> T of(String what, String study, Facts facts, Object setting, Supplier<T> work) {
        if (!reading.isOpen()) {
            return work.get();
        }
        Name name = new Name(what, study);
        Known known = new Known(reading.once(List.of(facts, study), () -> ledger.count(facts, study)), setting);
        Object before = find(name, known);
        if (before != null) {
            return (T) before;
        }
        T answer = work.get();
        answers.put(name, new Answer(known, new SoftReference<>(answer)));
        return answer;
    }

    private @Nullable Object find(Name name, Known known) {
        Answer answer = answers.get(name);
        return answer != null && answer.known().equals(known) ? answer.value().get() : null;
    }
}
