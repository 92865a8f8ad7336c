package org.commensal.mail;

import java.util.Locale;

/** Why a message was not sent, or is not sent now. */
public enum Reason {
    /** There is none: it was sent, or will be. */
    NONE,
    /** It waits for the end of the quiet hours. */
    QUIET_HOURS,
    /** What it is about was done. */
    DONE,
    /** The participant wants no such messages. */
    NOT_WANTED,
    /** The participant stopped with what it is about. */
    STOPPED,
    /** Nobody knows the address, since the participant was not enrolled or the identity was erased. */
    NO_ADDRESS,
    /** Its moment was before the participant had come so far. */
    BEFORE_START,
    /** The study takes nothing in any more. */
    STUDY_ENDED,
    /** The protocol that is in force now does not ask for it. */
    NO_LONGER_PLANNED,
    /** Another has taken its place. */
    REPLACED,
    /** As many as are allowed on one day were sent that day. */
    DAILY_LIMIT,
    /** As many as are allowed in all were sent. */
    TOTAL_LIMIT,
    /** Nobody was there to send it: no server was at work then, or none reminded yet. */
    MISSED,
    /** It was not useful any more when it could be sent. */
    TOO_LATE,
    /** Nobody told this server of a mail server. */
    NOT_CONFIGURED,
    /** A demonstration sends nothing. */
    DEMONSTRATION,
    /** The mail server was not reached, or did not let this server in. */
    UNREACHABLE,
    /** The mail server took nothing for now. */
    DEFERRED,
    /** It could not be written; what went wrong is in the log of the server. */
    FAULTY,
    /** The mail server refused the address or the message for good. */
    REFUSED;

    /** As it is kept: {@code not-wanted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
