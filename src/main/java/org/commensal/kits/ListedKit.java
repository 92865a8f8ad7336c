package org.commensal.kits;

import java.time.LocalDate;

/**
 * A kit as the list has it that only the unblinded see.
 *
 * @param number with the prefix of the study: {@code KIT-482133}
 * @param kind the code of the arm that it is for
 * @param batch in which it was packed together with kits of every other kind
 * @param expiry the last day on which it is good
 */
record ListedKit(String number, String kind, String batch, LocalDate expiry) {}
