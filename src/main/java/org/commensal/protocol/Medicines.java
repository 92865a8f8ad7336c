package org.commensal.protocol;

import java.util.Set;

/**
 * Which event of a study reports the medicines of a participant, and which of its items say what.
 *
 * @param event code of the event
 * @param medicine item of type {@code medication}
 * @param change a choice of {@link #CHANGES}
 * @param date item with the day of the change
 */
public record Medicines(String event, String medicine, String change, String date) {

    /** What may happen to a medicine. */
    public static final Set<String> CHANGES = Set.of("in_use", "started", "raised", "lowered", "stopped");
}
