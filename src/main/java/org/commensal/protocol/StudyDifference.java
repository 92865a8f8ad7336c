package org.commensal.protocol;

import java.util.List;
import java.util.stream.Stream;
import org.commensal.kernel.Text;

/**
 * One thing that an amendment changes: what, where, and what it means for the data, the participants and the open tasks
 * of a study that runs.
 *
 * @param file {@code study.yaml}, {@code consent.yaml}, {@code allocation.yaml}, {@code simulation.yaml}, or the name
 *     of a form
 * @param code of the item, score, visit, criterion … that it concerns; of the study where it concerns no other
 * @param sentence never holds a setting of the allocation method
 */
public record StudyDifference(Kind kind, String file, String code, Text sentence) {

    /** What a difference asks of a study that runs; the later, the more. */
    public enum Severity {
        /** Nothing that is stored or due is touched. */
        NONE,
        /** Data before and after are not the same, or not of the same things. */
        DATA,
        /** Participants are asked, told or admitted differently. */
        PARTICIPANTS,
        /** Participants are allocated differently: a new scheme, with a seed of its own, for all sites at once. */
        SCHEME,
        /** It would break the allocation, the blind or the meaning of what is stored. */
        NOT_ALLOWED
    }

    /** Every kind of difference. */
    public enum Kind {
        STUDY_ID(Severity.NOT_ALLOWED),
        SAME_VERSION(Severity.NOT_ALLOWED),
        STUDY_TEXT(Severity.NONE),
        TIME_ZONE(Severity.DATA),
        TARGET(Severity.PARTICIPANTS),
        SITE_ADDED(Severity.PARTICIPANTS),
        SITE_REMOVED(Severity.NOT_ALLOWED),
        SITE_RENAMED(Severity.NONE),
        SITE_CONTACT(Severity.NONE),
        SITE_PREFIX(Severity.NOT_ALLOWED),
        ARM_ADDED(Severity.SCHEME),
        ARM_CLOSED(Severity.SCHEME),
        ARM_REMOVED(Severity.NOT_ALLOWED),
        ARM_ORDER(Severity.SCHEME),
        ARM_TEXT(Severity.PARTICIPANTS),
        OPEN_LABEL(Severity.NOT_ALLOWED),
        RATIO(Severity.SCHEME),
        ALLOCATION(Severity.SCHEME),
        FORCED(Severity.PARTICIPANTS),
        FACTOR(Severity.SCHEME),
        FACTOR_TEXT(Severity.NONE),
        EXPECTED(Severity.NONE),
        CONSENT_VERSION(Severity.PARTICIPANTS),
        CONSENT_TEXT(Severity.NOT_ALLOWED),
        CRITERION_ADDED(Severity.PARTICIPANTS),
        CRITERION_REMOVED(Severity.PARTICIPANTS),
        CRITERION_CHANGED(Severity.PARTICIPANTS),
        CRITERION_TEXT(Severity.NONE),
        CRITERIA_LEFT_OUT(Severity.NONE),
        DERIVED_ADDED(Severity.DATA),
        DERIVED_RETIRED(Severity.DATA),
        DERIVED_CHANGED(Severity.DATA),
        DERIVED_TEXT(Severity.NONE),
        FORM_ADDED(Severity.PARTICIPANTS),
        FORM_RETIRED(Severity.PARTICIPANTS),
        FORM_TEXT(Severity.NONE),
        ITEM_ADDED(Severity.DATA),
        ITEM_RETIRED(Severity.DATA),
        ITEM_MOVED(Severity.DATA),
        ITEM_ORDER(Severity.DATA),
        ITEM_TYPE(Severity.NOT_ALLOWED),
        ITEM_SHOWN(Severity.DATA),
        ITEM_UNIT(Severity.NOT_ALLOWED),
        ITEM_REWORDED(Severity.DATA),
        ITEM_HELP(Severity.NONE),
        ITEM_LIMITS(Severity.DATA),
        ITEM_FORMULA(Severity.DATA),
        ITEM_CONDITION(Severity.DATA),
        ITEM_REQUIRED(Severity.PARTICIPANTS),
        ITEM_REFUSAL(Severity.DATA),
        ITEM_EXPORT(Severity.DATA),
        OPTION_ADDED(Severity.DATA),
        OPTION_RETIRED(Severity.DATA),
        OPTION_RELABELLED(Severity.DATA),
        OPTION_ORDER(Severity.DATA),
        SCORE_ADDED(Severity.DATA),
        SCORE_RETIRED(Severity.DATA),
        SCORE_CHANGED(Severity.DATA),
        SCORE_BANDS(Severity.DATA),
        SCORE_TEXT(Severity.NONE),
        VISIT_ADDED(Severity.PARTICIPANTS),
        VISIT_REMOVED(Severity.PARTICIPANTS),
        VISIT_MOVED(Severity.PARTICIPANTS),
        VISIT_RENAMED(Severity.NONE),
        VISIT_FORM_ADDED(Severity.PARTICIPANTS),
        VISIT_FORM_REMOVED(Severity.PARTICIPANTS),
        VISIT_FORM_BY(Severity.PARTICIPANTS),
        DIARY_ADDED(Severity.PARTICIPANTS),
        DIARY_REMOVED(Severity.PARTICIPANTS),
        DIARY_MOVED(Severity.PARTICIPANTS),
        DIARY_FORM(Severity.NOT_ALLOWED),
        DIARY_LOCK(Severity.PARTICIPANTS),
        DIARY_RENAMED(Severity.NONE),
        EVENT_FORM(Severity.PARTICIPANTS),
        INTERVENTION(Severity.PARTICIPANTS),
        KITS(Severity.PARTICIPANTS),
        KIT_NUMBERS(Severity.NOT_ALLOWED),
        REMINDER_ADDED(Severity.PARTICIPANTS),
        REMINDER_REMOVED(Severity.PARTICIPANTS),
        REMINDER_CHANGED(Severity.PARTICIPANTS),
        REMINDER_LIMITS(Severity.PARTICIPANTS),
        OWN_DIARY(Severity.PARTICIPANTS),
        IMPORTS(Severity.DATA),
        DOUBLE_ENTRY(Severity.DATA),
        SOURCE_VERIFICATION(Severity.NONE),
        SAFETY(Severity.PARTICIPANTS),
        QUERIES(Severity.DATA),
        ANALYSIS(Severity.DATA),
        PROTOCOL_TEXT(Severity.NONE);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    public Severity severity() {
        return kind.severity();
    }

    /**
     * Everything that differs from one version of a study to another, in the order of the study's parts; empty where they
     * mean the same. The wording of comments, sources and licences is not compared.
     */
    public static List<StudyDifference> between(Study old, Study amended) {
        List<StudyDifference> found = Stream.of(
                        IdentityDifferences.TABLE,
                        DesignDifferences.TABLE,
                        FormDifferences.TABLE,
                        ItemDifferences.TABLE,
                        ScheduleDifferences.TABLE,
                        RuleDifferences.TABLE,
                        ReminderDifferences.TABLE,
                        ProtocolDifferences.TABLE)
                .flatMap(List::stream)
                .flatMap(comparison -> comparison.compare(old, amended))
                .toList();
        return Stream.concat(IdentityDifferences.sameVersion(old, amended, !found.isEmpty()), found.stream())
                .toList();
    }

    /** One line of the table of comparisons. */
    interface Comparison {
        Stream<StudyDifference> compare(Study old, Study amended);
    }
}
