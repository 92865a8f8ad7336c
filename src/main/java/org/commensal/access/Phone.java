package org.commensal.access;

/** Whose phone, tablet or computer somebody signs in on. */
public enum Phone {
    /** Their own: they stay signed in as long as the study lasts. */
    OWN,
    /** One that others use too: they are signed out soon, and nothing stays on it. */
    SHARED
}
