package org.commensal.leakage;

import java.util.Locale;

/**
 * One reason why a dataset may tell an arm. For those who are not blinded alone.
 *
 * @param feature what was looked at; empty where all were looked at together
 * @param statistic Cramér's V, the correlation ratio of ranks, or an area under the curve
 * @param p how often chance does as much, adjusted for everything that was looked at; 1 where it is not known
 */
public record Finding(Grade grade, Rule rule, String feature, double statistic, double p) {

    /** By how much a statistic may grow before what was accepted of it is another thing. */
    private static final double SLACK = 0.05;

    /** What follows from it. */
    public enum Grade {
        BLOCK,
        REVIEW
    }

    public boolean blocks() {
        return grade == Grade.BLOCK;
    }

    /** Whether somebody may accept it: what rests on a statistic may be chance, or an effect; what is there is there. */
    public boolean isAcceptable() {
        return rule.isMeasured();
    }

    /** Whether another one is the same and no stronger, so that whoever accepted this one has accepted that one. */
    public boolean covers(Finding other) {
        return isAcceptable()
                && rule == other.rule
                && feature.equals(other.feature)
                && other.statistic <= statistic + SLACK
                && other.p >= p;
    }

    /** How it was found. */
    public enum Rule {
        /** A column names arms. */
        WORDS,
        /** A cell holds the number of a kit that the subject was handed. */
        KIT_NUMBER,
        /** Subjects stand in the order in which they were randomised. */
        SEQUENCE,
        /** More association with the arm than re-randomisation gives (Westfall and Young 1993, max-T). */
        ASSOCIATION,
        /** One arm has it and no other, or nearly so. */
        WHOLESALE,
        /** Everybody with this value is of one arm. */
        ONE_ARM,
        /** All features together predict the arm. */
        TOGETHER,
        /** All features and all outcomes together predict the arm. */
        TOGETHER_WITH_OUTCOMES;

        /** Whether it rests on a statistic, and not on what is there or not. */
        public boolean isMeasured() {
            return this != WORDS && this != KIT_NUMBER;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
