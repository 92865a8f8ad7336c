package org.commensal.access;

import static org.commensal.access.Right.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody is in a study or at a site, and all that it allows.
 *
 * <p>This table is the whole of it: a right that is not written beside a role is not held by it.
 */
public enum Role {
    /** Screens, enrols, randomises and follows up the participants of a site. */
    COORDINATOR(
            SEE_STUDY,
            SEE_FLOW,
            EXPORT_LISTS,
            SCREEN,
            RECORD_CONSENT,
            ENROL,
            WITHDRAW,
            ISSUE_LINK,
            SEE_PARTICIPANTS,
            SEE_IDENTITY,
            SEE_ELIGIBILITY,
            RANDOMISE,
            REVEAL_ALLOCATION,
            RECORD_ALLOCATION_EVENT,
            SEE_UNBLINDINGS,
            SEE_TASKS,
            SUBMIT_STAFF_RESPONSE,
            SEE_RESPONSES,
            CORRECT_RESPONSE,
            RESOLVE_DIFFERENCE,
            IMPORT_RESULTS,
            SEE_AMENDMENTS,
            HANDLE_ALERT,
            ANSWER_QUERY,
            SEE_DEVIATIONS,
            RECORD_DEVIATION,
            SEE_MISSING_DATA,
            SEE_ADVERSE_EVENTS,
            SEE_KITS,
            HANDLE_KITS,
            SEE_ALLOCATION_REQUESTS,
            SPOIL_ENVELOPE),
    /** Takes part in the trial, and sees and answers what concerns nobody else. */
    PARTICIPANT(
            SEE_STUDY,
            SEE_TASKS,
            SUBMIT_OWN_RESPONSE,
            CHOOSE_REMINDERS,
            SEE_OWN_DIARY,
            REVEAL_ALLOCATION,
            SIGN_CONSENT,
            WITHDRAW),
    /** Releases blinded datasets; sees no identity and, until unblinding, no arm. */
    STATISTICIAN(
            SEE_STUDY,
            SEE_FLOW,
            EXPORT_LISTS,
            SIMULATE,
            SEE_RELEASES,
            RELEASE,
            DOWNLOAD_RELEASE,
            APPROVE_RELEASE,
            SEE_MISSING_DATA,
            SEE_AMENDMENTS,
            DRY_RUN,
            APPROVE_GO_LIVE,
            SEE_GO_LIVE,
            CONTRIBUTE_TO_SEED,
            APPROVE_REVEAL,
            VERIFY_ALLOCATIONS,
            APPROVE_FORCED_ALLOCATION,
            SEE_ALLOCATION_REQUESTS),
    /** Watches over completeness and queries, imports results, freezes and locks; sees no identity and no arm. */
    DATA_MANAGER(
            SEE_STUDY,
            SEE_FLOW,
            EXPORT_LISTS,
            SEE_PARTICIPANTS,
            SEE_ELIGIBILITY,
            SEE_TASKS,
            SEE_RESPONSES,
            RAISE_QUERY,
            SEE_DEVIATIONS,
            CONFIRM_DEVIATION,
            SEE_MISSING_DATA,
            SEE_ADVERSE_EVENTS,
            RESOLVE_DIFFERENCE,
            IMPORT_RESULTS,
            SEE_AMENDMENTS,
            FREEZE_DATA,
            SEE_RELEASES,
            APPROVE_RELEASE,
            SEE_KITS),
    /** Compares what was entered with its source; sees no identity and no arm. */
    MONITOR(
            SEE_STUDY,
            SEE_FLOW,
            EXPORT_LISTS,
            SEE_PARTICIPANTS,
            SEE_ELIGIBILITY,
            SEE_UNBLINDINGS,
            SEE_TASKS,
            SEE_RESPONSES,
            RAISE_QUERY,
            SEE_DEVIATIONS,
            RECORD_DEVIATION,
            SEE_MISSING_DATA,
            SEE_RELEASES,
            APPROVE_RELEASE,
            SEE_ADVERSE_EVENTS,
            VERIFY_SOURCE,
            SEE_AMENDMENTS,
            SEE_KITS,
            SEE_ALLOCATION_REQUESTS),
    /**
     * Is answerable for the participants of a site, and breaks a code in an emergency; of all sites, reviews what others
     * broke.
     */
    INVESTIGATOR(
            SEE_STUDY,
            SEE_FLOW,
            EXPORT_LISTS,
            SEE_PARTICIPANTS,
            SEE_IDENTITY,
            WITHDRAW,
            SEE_ELIGIBILITY,
            REVEAL_ALLOCATION,
            BREAK_CODE,
            REVIEW_CODE_BREAK,
            REQUEST_UNBLINDING,
            RECORD_ALLOCATION_EVENT,
            SEE_UNBLINDINGS,
            SEE_TASKS,
            SEE_RESPONSES,
            SIGN_DATA,
            SEE_AMENDMENTS,
            APPROVE_AMENDMENT,
            APPROVE_GO_LIVE,
            SEE_GO_LIVE,
            HANDLE_ALERT,
            ANSWER_QUERY,
            SEE_DEVIATIONS,
            RECORD_DEVIATION,
            CONFIRM_DEVIATION,
            SEE_MISSING_DATA,
            SEE_ADVERSE_EVENTS,
            JUDGE_ADVERSE_EVENT,
            SEE_KITS,
            SEE_ALLOCATION_REQUESTS,
            SPOIL_ENVELOPE,
            SIGN_ENVELOPE),
    /** Keeps the allocation, approves unblinding and sends the kits of a blinded product; sees no identity. */
    CUSTODIAN(
            SEE_STUDY,
            SEE_FLOW,
            EXPORT_LISTS,
            SIMULATE,
            REVEAL_ALLOCATION,
            SEE_AMENDMENTS,
            DRY_RUN,
            APPROVE_GO_LIVE,
            SEE_GO_LIVE,
            CONTRIBUTE_TO_SEED,
            APPROVE_REVEAL,
            VERIFY_ALLOCATIONS,
            DOWNLOAD_LEDGER,
            REVIEW_CODE_BREAK,
            REQUEST_UNBLINDING,
            APPROVE_UNBLINDING,
            SEE_RELEASES,
            APPROVE_MASKED_ARMS,
            SEE_UNBLINDINGS,
            SEE_ADVERSE_EVENTS,
            SEE_KITS,
            MANAGE_KITS,
            APPROVE_FORCED_ALLOCATION,
            SEE_ALLOCATION_REQUESTS,
            ISSUE_ENVELOPES,
            SPOIL_ENVELOPE,
            SIGN_ENVELOPE,
            SEE_RELEASE_CHECKS,
            ACCEPT_RELEASE_CHECK),
    /** Weighs the safety of the arms; sees no identity. */
    SAFETY_BOARD(
            SEE_STUDY,
            SEE_FLOW,
            EXPORT_LISTS,
            REVEAL_ALLOCATION,
            SEE_AMENDMENTS,
            CONTRIBUTE_TO_SEED,
            APPROVE_REVEAL,
            VERIFY_ALLOCATIONS,
            DOWNLOAD_LEDGER,
            REVIEW_CODE_BREAK,
            REQUEST_UNBLINDING,
            APPROVE_UNBLINDING,
            SEE_RELEASES,
            SEE_UNBLINDINGS,
            SEE_ADVERSE_EVENTS,
            APPROVE_FORCED_ALLOCATION,
            SEE_ALLOCATION_REQUESTS,
            SEE_RELEASE_CHECKS),
    /** Publishes studies and manages people; sees no clinical data and no arm. */
    ADMINISTRATOR(
            SEE_STUDY,
            PUBLISH_STUDY,
            APPROVE_AMENDMENT,
            RELEASE_AMENDMENT,
            SEE_AMENDMENTS,
            DRY_RUN,
            APPROVE_GO_LIVE,
            SEE_GO_LIVE,
            ACTIVATE_STUDY,
            CHANGE_STUDY_STATE,
            VERIFY_ALLOCATIONS,
            MANAGE_PEOPLE),
    /** Reads and verifies the audit trail, and changes nothing. */
    AUDITOR(SEE_STUDY, EXPORT_LISTS, READ_AUDIT, SEE_AMENDMENTS, SEE_GO_LIVE, VERIFY_ALLOCATIONS);

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Collections.unmodifiableSet(EnumSet.copyOf(List.of(rights)));
    }

    /** As grants, study files and the audit trail write it: {@code safety-board}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Set<Right> rights() {
        return rights;
    }

    public boolean holds(Right right) {
        return rights.contains(right);
    }

    /** Whether somebody in this role must not learn an arm in any other role of the same study. */
    public boolean staysBlinded() {
        return !holds(REVEAL_ALLOCATION);
    }

    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
