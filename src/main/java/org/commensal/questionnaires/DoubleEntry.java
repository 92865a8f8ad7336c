package org.commensal.questionnaires;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;

/**
 * A form that two people enter, once it is filled in.
 *
 * @param first the response that stands
 * @param enteredBy everybody who entered or corrected it
 * @param entry the second entry; none while it is awaited
 * @param second its answers
 * @param differing the codes of the items on which they differ and about which nothing is decided
 */
public record DoubleEntry(
        Response first, Set<UUID> enteredBy, Optional<UUID> entry, Answers second, List<String> differing) {

    /** How far it is. */
    public enum State {
        /** Another person has to enter it. */
        AWAITED,
        /** Somebody has to decide which value is right. */
        DIFFERING,
        /** Both entries are the same, or it was decided about each difference. */
        CONFIRMED
    }

    public DoubleEntry {
        enteredBy = Set.copyOf(enteredBy);
        differing = List.copyOf(differing);
    }

    public State state() {
        if (entry.isEmpty()) {
            return State.AWAITED;
        }
        return differing.isEmpty() ? State.CONFIRMED : State.DIFFERING;
    }

    public boolean isAwaited() {
        return state() == State.AWAITED;
    }

    /** The codes of the questions to which two entries have not the same answer. A number is the same with more decimals. */
    static List<String> compare(Questionnaire form, Answers one, Answers other) {
        return form.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .map(Item::code)
                .filter(item -> !alike(one.get(item), other.get(item)))
                .toList();
    }

    static boolean alike(Value one, Value other) {
        return one instanceof Value.Num number && other instanceof Value.Num same
                ? number.value().compareTo(same.value()) == 0
                : one.equals(other);
    }
}
