package org.commensal.questionnaires;

/** Which value of an item holds, where two entries of a form differ. */
public enum DifferenceChoice {
    /** That of the response that stands. */
    FIRST,
    /** That of the second entry. */
    SECOND,
    /** Neither: the source says otherwise. */
    OTHER
}
