package org.commensal.protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Reminders.From;
import org.commensal.protocol.Reminders.Rule;
import org.commensal.protocol.StudyDifference.Comparison;
import org.commensal.protocol.StudyDifference.Kind;

/** When and how participants are reminded: what was sent was sent, what comes follows the amended version. */
final class ReminderDifferences {

    static final List<Comparison> TABLE = List.of(ReminderDifferences::rules, ReminderDifferences::limits);

    private ReminderDifferences() {}

    private static Stream<StudyDifference> rules(Study old, Study amended) {
        Compared<Rule> rules = Compared.of(rule -> StudyReader.STUDY, of(old), of(amended), Rule::code);
        return Stream.of(
                        rules.added(
                                Kind.REMINDER_ADDED,
                                rule -> Sentence.of(
                                        "Reminder %s is new: of %s, %s.",
                                        "Herinnering %s is nieuw: aan %s, %s.",
                                        rule.code(),
                                        rule.events(),
                                        moment(rule))),
                        rules.removed(
                                Kind.REMINDER_REMOVED,
                                rule -> Sentence.of(
                                        "Reminder %s is no longer sent.",
                                        "Herinnering %s wordt niet meer verstuurd.", rule.code())),
                        rules.changed(
                                Kind.REMINDER_CHANGED,
                                Function.identity(),
                                pair -> Sentence.of(
                                        "Reminder %s is sent otherwise, or in other words: now of %s, %s, \"%s\".",
                                        "Herinnering %s wordt anders of met andere woorden verstuurd: nu aan %s, %s,"
                                                + " \"%s\".",
                                        pair.code(),
                                        pair.amended().events(),
                                        moment(pair.amended()),
                                        pair.amended().subject())))
                .flatMap(found -> found);
    }

    private static List<Rule> of(Study study) {
        return study.conduct().reminders().map(Reminders::rules).orElse(List.of());
    }

    private static Text moment(Rule rule) {
        return rule.from() == From.OPENING
                ? Sentence.of(
                        "%s days after the first day at %s", "%s dagen na de eerste dag om %s", rule.days(), rule.at())
                : Sentence.of(
                        "%s days before the last day at %s",
                        "%s dagen voor de laatste dag om %s", rule.days(), rule.at());
    }

    /** Where both versions remind; whether a version does at all is told by its rules. */
    private static Stream<StudyDifference> limits(Study old, Study amended) {
        Optional<Reminders> before = old.conduct().reminders();
        return amended.conduct().reminders().stream().flatMap(after -> before.stream()
                .flatMap(earlier -> Compared.whole(
                        Kind.REMINDER_LIMITS,
                        StudyReader.STUDY,
                        amended.id(),
                        List.of(earlier.name(), earlier.quiet(), earlier.mostADay(), earlier.most()),
                        List.of(after.name(), after.quiet(), after.mostADay(), after.most()),
                        Sentence.of(
                                "The name in mails, the quiet hours or the number of reminders changes: now %s, at most"
                                        + " %s a day and %s in all.",
                                "De naam in e-mails, de stille uren of het aantal herinneringen wordt anders: nu %s,"
                                        + " hoogstens %s per dag en %s in totaal.",
                                after.name(),
                                after.mostADay(),
                                after.most()))));
    }
}
