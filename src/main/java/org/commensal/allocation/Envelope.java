package org.commensal.allocation;

/**
 * A sealed envelope as the exported ledger has it.
 *
 * @param number at its site, from 1
 */
public record Envelope(String site, int number, State state) {

    /** What became of an envelope. */
    public enum State {
        /** Still sealed, as far as is known. */
        UNUSED,
        /** A participant was allocated by it. */
        USED,
        /** Will never be used, for a reason that is kept. */
        SPOILED;

        /** As files and the API write it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
