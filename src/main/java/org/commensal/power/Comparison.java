package org.commensal.power;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is compared, and how the level of the test is kept where more than one thing is. */
public enum Comparison {
    /** One arm with the control, at the full level. */
    SINGLE,
    /** Each arm with the control, at the level divided by their number. */
    BONFERRONI,
    /** Each arm with the control, at the critical value of their largest difference. */
    DUNNETT,
    /** Every arm with every other, at the critical value of their range. */
    TUKEY,
    /** All arms at once: whether any differs. */
    GLOBAL_F;

    /** As it is written: {@code global-f}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Comparison::key).toList();
    }
}
