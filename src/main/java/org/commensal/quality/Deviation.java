package org.commensal.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;

/**
 * A departure from the protocol that somebody recorded (ICH E6(R3), 2.5.3 and 3.9; ICH E3, 10.2).
 *
 * @param participant of whom; none where it is of a site as a whole
 * @param entries as it was recorded, and each correction after it; the last one counts
 * @param confirmed that the last entry is right
 */
public record Deviation(
        UUID id,
        String site,
        Optional<ParticipantCode> participant,
        List<Entry> entries,
        Optional<Confirmation> confirmed) {

    /** What was departed from. */
    public enum Category {
        ELIGIBILITY,
        CONSENT,
        INTERVENTION,
        VISIT_WINDOW,
        PROCEDURE,
        BLINDING,
        SAFETY_REPORTING,
        OTHER
    }

    /**
     * What is known of a deviation.
     *
     * @param day on which it happened
     * @param important whether it may significantly affect the completeness, accuracy or reliability of the data, or the
     *     rights, safety or well-being of a participant (ICH E3, questions and answers, 7)
     * @param action what was done about it
     * @param codeBreak the emergency unblinding that it is about
     */
    public record Account(
            LocalDate day,
            Category category,
            boolean important,
            String description,
            String action,
            Optional<UUID> codeBreak) {}

    /** @param reason why it was corrected; empty for the first */
    public record Entry(Account account, String reason, String by, Instant at) {}

    public record Confirmation(String by, Instant at) {}

    public Deviation {
        entries = List.copyOf(entries);
    }

    public Account account() {
        return entries.get(entries.size() - 1).account();
    }
}
