package org.commensal.access;

import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;

/**
 * Somebody whose session or token holds at this moment.
 *
 * @param language in which this person asked to be addressed
 * @param means by what the person was recognised
 * @param readOnly whether the token may only be used to read
 */
public record SignedInPerson(Actor actor, Language language, Means means, boolean readOnly) {

    /** By what somebody is recognised. */
    public enum Means {
        /** A browser that signed in. */
        SESSION,
        /** The same on a phone that others use too: nothing may stay on it. */
        SHARED_SESSION,
        /** A token of the API. */
        TOKEN,
        /** Name and password, or link and PIN, sent with this one request. */
        PASSWORD
    }
}
