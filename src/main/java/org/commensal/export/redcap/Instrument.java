package org.commensal.export.redcap;

import java.util.List;
import java.util.Set;
import org.commensal.export.release.Table;

/**
 * A table with subjects, as REDCap knows it.
 *
 * @param event the place of the cell with the visit or block; negative where it is no form of the schedule
 * @param instance the place of the cell that says which occurrence it is; negative where there is none
 * @param fields without the subject and the event
 */
record Instrument(String name, Table table, int event, int instance, List<Field> fields) {

    private static final Set<String> ONCE = Set.of("participants", "populations", "factors");

    /** The field that says whether it was filled in. */
    String complete() {
        return name + "_complete";
    }

    String label() {
        return table.label().en();
    }

    /** Whether a participant has one row of it at most. */
    boolean isOnce() {
        return ONCE.contains(table.name());
    }

    boolean isParticipants() {
        return table.name().equals("participants");
    }
}
