package org.commensal.anonymity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is counted as loss of information; the definitions are those of ARX, with its factors as they come. */
public enum Metric {
    /**
     * Non-uniform entropy (de Waal and Willenborg, Netherlands Official Statistics 1999;14:17): for each cell the bits
     * that are missing to tell the value from what it was generalised to, summed. Of all rows; what is suppressed costs
     * nothing more, so that it never falls from one level to the next (the monotonic variant).
     */
    ENTROPY,
    /**
     * Non-uniform entropy, and for the rows that are suppressed also the bits from their generalised values to nothing
     * known but that they are suppressed (the variant that is not monotonic).
     */
    ENTROPY_WITH_SUPPRESSION,
    /**
     * Loss (Iyengar, KDD 2002:279): for each column the share of the domain that a value may be after generalisation,
     * 1 where the row is suppressed, averaged over the rows and scaled from 0 to 1. Over the columns the geometric mean
     * of 1 + loss, less 1.
     */
    LOSS;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Metric::key).toList();
    }
}
