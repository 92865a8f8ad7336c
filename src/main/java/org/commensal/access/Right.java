package org.commensal.access;

import java.util.Locale;

/** One act, or one kind of thing to see, that a role may hold. */
public enum Right {
    /** Publish a version of a study. */
    PUBLISH_STUDY,
    /** Approve what somebody else published as an amendment of a running study. */
    APPROVE_AMENDMENT,
    /** Put an approved amendment in force at sites. */
    RELEASE_AMENDMENT,
    /** Read what an amendment changes, and how much of what is stored it concerns. */
    SEE_AMENDMENTS,
    /** Seal the seed of a study and open it for randomisation. */
    ACTIVATE_STUDY,
    /** Put recruitment on hold, resume or end it, lock the data. */
    CHANGE_STUDY_STATE,
    /** Read the protocol and the state of a study; never its allocation settings. */
    SEE_STUDY,
    /** Give somebody who may take part a participant code. */
    SCREEN,
    RECORD_CONSENT,
    ENROL,
    /** See the codes, stages and dates of participants. */
    SEE_PARTICIPANTS,
    /** Read a name, an address or a birth date from the identity vault. */
    SEE_IDENTITY,
    SEE_ELIGIBILITY,
    RANDOMISE,
    /** See the arm of a participant, where the study shows it to this role. */
    REVEAL_ALLOCATION,
    SEE_TASKS,
    /** Answer a questionnaire about oneself. */
    SUBMIT_OWN_RESPONSE,
    /** Fill in a form about a participant; what participants answer themselves, only they send. */
    SUBMIT_STAFF_RESPONSE,
    SEE_RESPONSES,
    CORRECT_RESPONSE,
    /** Acknowledge or resolve an alert about a participant, with a note; who sees answers sees the alerts. */
    HANDLE_ALERT,
    /** Simulate how a study allocates and read what came of it: who may knows the allocation settings, and no arm. */
    SIMULATE,
    /** Make a blinded dataset. */
    RELEASE,
    DOWNLOAD_RELEASE,
    READ_AUDIT,
    /** Invite people, give and take roles. */
    MANAGE_PEOPLE;

    /** As the audit trail writes it: {@code reveal-allocation}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a role anywhere in a study is enough: everybody who takes part in a study may know what it is. */
    boolean heldAnywhere() {
        return this == SEE_STUDY;
    }
}
