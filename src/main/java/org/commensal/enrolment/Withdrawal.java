package org.commensal.enrolment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a participant stops with.
 *
 * @param parts whoever stops the use of their data stops the rest too
 * @param day on which they said so, in the time zone of the study
 * @param note what they told by themselves, if staff records it; nobody is asked why
 */
public record Withdrawal(Set<Part> parts, LocalDate day, String note) {

    /** Each can be stopped alone, and none is taken up again. */
    public enum Part {
        /** No product, diet or other intervention any more. What is asked and measured goes on. */
        INTERVENTION,
        /** No diary, questionnaires or visits any more. What was collected stays in use. */
        FOLLOW_UP,
        /** What was collected is in no dataset that is made from now on, and nobody knows any more who it was. */
        USE_OF_DATA
    }

    public Withdrawal {
        parts = parts.contains(Part.USE_OF_DATA) ? EnumSet.allOf(Part.class) : parts;
        parts = Collections.unmodifiableSet(parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts));
    }
}
