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
    /** Try the allocation of a study on a test list, and see the arms that the list was given. */
    DRY_RUN,
    /** Approve that a study opens to participants. */
    APPROVE_GO_LIVE,
    /** See what is on file before a study is activated, and what is missing. */
    SEE_GO_LIVE,
    /** Seal the seed of a study and open it for randomisation. */
    ACTIVATE_STUDY,
    /** Add to the sealed seed of a study what nobody can foresee, before it is activated. */
    CONTRIBUTE_TO_SEED,
    /** Approve that the seed of a locked study is revealed. */
    APPROVE_REVEAL,
    /** Have every allocation of a revealed ledger computed again; tells no arm. */
    VERIFY_ALLOCATIONS,
    /** Take the revealed ledger along, with the seed and every arm. */
    DOWNLOAD_LEDGER,
    /** Put recruitment on hold, resume or end it, lock the data. */
    CHANGE_STUDY_STATE,
    /** Read the protocol and the state of a study; never its allocation settings. */
    SEE_STUDY,
    /** Give somebody who may take part a participant code. */
    SCREEN,
    RECORD_CONSENT,
    /** Sign a later version of the consent document about oneself. */
    SIGN_CONSENT,
    ENROL,
    /** Record what a participant stops with; participants do so themselves. */
    WITHDRAW,
    /** Give a participant a personal link, and another where it was lost. */
    ISSUE_LINK,
    /** See the codes, stages and dates of participants. */
    SEE_PARTICIPANTS,
    /** Read a name, an address or a birth date from the identity vault. */
    SEE_IDENTITY,
    /** See how many were screened, excluded and randomised, and why; numbers alone. */
    SEE_FLOW,
    /** Take a list along that one may see, as a file. */
    EXPORT_LISTS,
    SEE_ELIGIBILITY,
    RANDOMISE,
    /** Approve that a participant is given the arm of another one. */
    APPROVE_FORCED_ALLOCATION,
    /** Issue sealed envelopes for when the server cannot be used, and print what they hold. */
    ISSUE_ENVELOPES,
    /** Record that a sealed envelope will never be used. */
    SPOIL_ENVELOPE,
    /** Sign, as another person, that a participant was allocated by an envelope. */
    SIGN_ENVELOPE,
    /** See which allocations outside the streams were asked for, and what was decided; never an arm. */
    SEE_ALLOCATION_REQUESTS,
    /** See the arm of a participant, where the study shows it to this role. */
    REVEAL_ALLOCATION,
    /** Break the code of one participant in an emergency. */
    BREAK_CODE,
    /** Judge afterwards, as another person, whether a code had to be broken. */
    REVIEW_CODE_BREAK,
    /** Ask that arms of named participants be shown to named people. */
    REQUEST_UNBLINDING,
    /** Approve or refuse what somebody else asked. */
    APPROVE_UNBLINDING,
    /** Record that an allocation was made in error, with a wrong stratum, or for somebody who never began. */
    RECORD_ALLOCATION_EVENT,
    /** See which codes were broken or unblinded, by whom and why; never to what. */
    SEE_UNBLINDINGS,
    SEE_TASKS,
    /** Answer a questionnaire about oneself. */
    SUBMIT_OWN_RESPONSE,
    /** Fill in a form about a participant; what participants answer themselves, only they send. */
    SUBMIT_STAFF_RESPONSE,
    /** Choose whether one is reminded by e-mail, and take the dates of one's visits along in a calendar. */
    CHOOSE_REMINDERS,
    /** See one's own diary again, as the study marks its days. */
    SEE_OWN_DIARY,
    SEE_RESPONSES,
    CORRECT_RESPONSE,
    /** Decide between the two entries of a form that two people enter; another value takes the right to correct. */
    RESOLVE_DIFFERENCE,
    /** Fill in and correct forms of staff from files of results, such as those of a laboratory. */
    IMPORT_RESULTS,
    /** Freeze and thaw, lock and unlock data of a form, a visit, a participant, a site or the study. */
    FREEZE_DATA,
    /** Mark a form as compared with its source. */
    VERIFY_SOURCE,
    /** Sign data of participants, by giving the password again. */
    SIGN_DATA,
    /** Acknowledge or resolve an alert about a participant, with a note; who sees answers sees the alerts. */
    HANDLE_ALERT,
    /** Ask a site about its data, and close or reopen what was asked; who sees answers sees the queries. */
    RAISE_QUERY,
    ANSWER_QUERY,
    /** See the deviations from the protocol, recorded and derived. */
    SEE_DEVIATIONS,
    /** Record a deviation from the protocol, or correct what was recorded. */
    RECORD_DEVIATION,
    /** Confirm that what was recorded of a deviation is right. */
    CONFIRM_DEVIATION,
    /** See how many forms were expected, answered and missing; numbers alone. */
    SEE_MISSING_DATA,
    /** See the adverse events of a study, and how serious ones are followed up; never an arm. */
    SEE_ADVERSE_EVENTS,
    /** Judge what caused an adverse event, and sign and send the reports of a serious one. */
    JUDGE_ADVERSE_EVENT,
    /** See the stock of kits and who has which number; never what is in one. */
    SEE_KITS,
    /** Receive kits at a site, hand them out and take them back. */
    HANDLE_KITS,
    /** List, send and recall kits, knowing what is in each. */
    MANAGE_KITS,
    /** Simulate how a study allocates and read what came of it: who may knows the allocation settings, and no arm. */
    SIMULATE,
    /** See which datasets were asked for, of what they are made and who approved them; no data. */
    SEE_RELEASES,
    /** Make a blinded dataset. */
    RELEASE,
    DOWNLOAD_RELEASE,
    /** Approve that a dataset that somebody else asked for is the one to report on. */
    APPROVE_RELEASE,
    /** Approve that a dataset tells the groups apart, without their names. */
    APPROVE_MASKED_ARMS,
    /** See why datasets were withheld from those who are blinded, which may tell something of arms. */
    SEE_RELEASE_CHECKS,
    /** Accept what withheld a dataset, with a reason. */
    ACCEPT_RELEASE_CHECK,
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
