package org.commensal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database each question once while a request is answered that changes nothing.
 *
 * <p>A page is made of many parts, each of which asks its own right and so looks for the participant and the version of
 * the study again. Whatever holds a lock or records an act ends it, so that nothing is decided on what was read before;
 * outside such a request every question is asked anew.
 */
@ApplicationScoped
public class OneReading {

    private final ThreadLocal<@Nullable Map<Object, Object>> known = new ThreadLocal<>();

    /** From here to the first lock, act or {@link #end}, on this thread. */
    public void begin() {
        known.set(new HashMap<>());
    }

    public void end() {
        known.remove();
    }

    /** Whether this thread answers a request that has changed nothing and decides nothing. */
    boolean isOpen() {
        return known.get() != null;
    }

    /** @param question equal to another only where the answer is the same */
    @SuppressWarnings("unchecked")
    public <T> T once(Object question, Supplier<T> answer) {
        Map<Object, Object> asked = known.get();
        if (asked == null) {
            return answer.get();
        }
        Object before = asked.get(question);
        if (before != null) {
            return (T) before;
        }
        T found = answer.get();
        asked.put(question, found);
        return found;
    }
}
