package org.commensal.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.commensal.protocol.StudyDifference.Comparison;
import org.commensal.protocol.StudyDifference.Kind;

/** What is to be filled in when: every task that is open follows the schedule of the amended version. */
final class ScheduleDifferences {

    static final List<Comparison> TABLE =
            List.of(ScheduleDifferences::visits, ScheduleDifferences::forms, ScheduleDifferences::diary);

    private static final Map<Anchor, Text> DAY_0 = Map.of(
            Anchor.SCREENING, new Text("screening", "screening"),
            Anchor.ENROLMENT, new Text("enrolment", "inschrijving"),
            Anchor.RANDOMISATION, new Text("randomisation", "randomisatie"));

    private ScheduleDifferences() {}

    private static <T> Function<T, String> inStudy() {
        return part -> StudyReader.STUDY;
    }

    private static Compared<Visit> compareVisits(Study old, Study amended) {
        return Compared.of(
                inStudy(), old.schedule().visits(), amended.schedule().visits(), Visit::code);
    }

    private static Text window(Visit visit) {
        return Sentence.of(
                "day %s to %s (planned on day %s) after %s",
                "dag %s tot en met %s (gepland op dag %s) na %s",
                visit.from(),
                visit.to(),
                visit.day(),
                day0(visit.anchor()));
    }

    private static Text day0(Anchor anchor) {
        return DAY_0.getOrDefault(anchor, Text.same(anchor.name().toLowerCase(Locale.ROOT)));
    }

    private static Stream<StudyDifference> visits(Study old, Study amended) {
        Compared<Visit> visits = compareVisits(old, amended);
        return Stream.of(
                        visits.added(
                                Kind.VISIT_ADDED,
                                visit -> Sentence.of(
                                        "Visit %s (%s) is new: %s. Participants whose window is past have missed it.",
                                        "Contact %s (%s) is nieuw: %s. Deelnemers bij wie dat voorbij is, hebben het"
                                                + " gemist.",
                                        visit.code(),
                                        visit.name(),
                                        window(visit))),
                        visits.removed(
                                Kind.VISIT_REMOVED,
                                visit -> Sentence.of(
                                        "Visit %s (%s) is gone: its open tasks end, and what was answered is kept.",
                                        "Contact %s (%s) vervalt: open taken vervallen, en wat is ingevuld blijft bewaard.",
                                        visit.code(),
                                        visit.name())),
                        visits.changed(
                                Kind.VISIT_MOVED,
                                visit -> List.of(visit.anchor(), visit.day(), visit.from(), visit.to()),
                                pair -> Sentence.of(
                                        "The window of visit %s is %s instead of %s. Open tasks move.",
                                        "De periode van contact %s is %s in plaats van %s. Open taken schuiven mee.",
                                        pair.code(),
                                        window(pair.amended()),
                                        window(pair.old()))),
                        visits.changed(
                                Kind.VISIT_RENAMED,
                                Visit::name,
                                pair -> Sentence.of(
                                        "Visit %s is called %s.",
                                        "Contact %s heet %s.",
                                        pair.code(),
                                        Sentence.reworded(
                                                pair.amended().name(),
                                                pair.old().name()))))
                .flatMap(found -> found);
    }

    private static Stream<StudyDifference> forms(Study old, Study amended) {
        return compareVisits(old, amended).pairs().flatMap(visit -> {
            Compared<VisitForm> forms =
                    Compared.of(inStudy(), visit.old().forms(), visit.amended().forms(), VisitForm::form);
            return Stream.of(
                            forms.added(
                                    Kind.VISIT_FORM_ADDED,
                                    form -> Sentence.of(
                                            "Visit %s has form %s as well: a task more for whoever has not passed it.",
                                            "Contact %s heeft ook formulier %s: een taak meer voor wie er nog niet voorbij"
                                                    + " is.",
                                            visit.code(),
                                            form.form())),
                            forms.removed(
                                    Kind.VISIT_FORM_REMOVED,
                                    form -> Sentence.of(
                                            "Visit %s no longer has form %s: its open tasks end.",
                                            "Contact %s heeft formulier %s niet meer: open taken vervallen.",
                                            visit.code(),
                                            form.form())),
                            forms.changed(
                                    Kind.VISIT_FORM_BY,
                                    VisitForm::by,
                                    pair -> Sentence.of(
                                            "At visit %s form %s is filled in by %s.",
                                            "Bij contact %s vult %3$s formulier %2$s in.",
                                            visit.code(),
                                            pair.code(),
                                            by(pair.amended()))))
                    .flatMap(found -> found)
                    .map(found -> new StudyDifference(found.kind(), found.file(), visit.code(), found.sentence()));
        });
    }

    private static Text by(VisitForm form) {
        return form.by() == Schedule.FilledBy.STAFF
                ? new Text("the staff", "de medewerker")
                : new Text("the participant", "de deelnemer");
    }

    private static Text days(DiaryBlock block) {
        return Sentence.of(
                "day %s to %s after %s",
                "dag %s tot en met %s na %s", block.firstDay(), block.lastDay(), day0(block.anchor()));
    }

    private static Stream<StudyDifference> diary(Study old, Study amended) {
        Compared<DiaryBlock> blocks = Compared.of(
                inStudy(), old.schedule().blocks(), amended.schedule().blocks(), DiaryBlock::code);
        return Stream.of(
                        blocks.added(
                                Kind.DIARY_ADDED,
                                block -> Sentence.of(
                                        "Diary %s (%s) is new: %s.",
                                        "Dagboek %s (%s) is nieuw: %s.", block.code(), block.name(), days(block))),
                        blocks.removed(
                                Kind.DIARY_REMOVED,
                                block -> Sentence.of(
                                        "Diary %s (%s) is gone: its open days end, and what was answered is kept.",
                                        "Dagboek %s (%s) vervalt: open dagen vervallen, en wat is ingevuld blijft bewaard.",
                                        block.code(),
                                        block.name())),
                        blocks.changed(
                                Kind.DIARY_MOVED,
                                block -> List.of(block.anchor(), block.firstDay(), block.lastDay()),
                                pair -> Sentence.of(
                                        "Diary %s is on %s instead of %s.",
                                        "Dagboek %s is op %s in plaats van %s.",
                                        pair.code(),
                                        days(pair.amended()),
                                        days(pair.old()))),
                        blocks.changed(
                                Kind.DIARY_FORM,
                                DiaryBlock::form,
                                pair -> Sentence.of(
                                        "Diary %s asks form %s instead of %s. Add a block with another code.",
                                        "Dagboek %s gebruikt formulier %s in plaats van %s. Voeg een blok met een andere"
                                                + " code toe.",
                                        pair.code(),
                                        pair.amended().form(),
                                        pair.old().form())),
                        blocks.changed(
                                Kind.DIARY_LOCK,
                                DiaryBlock::lockAfterHours,
                                pair -> Sentence.of(
                                        "A day of diary %s can be filled in until %s hours after it instead of %s.",
                                        "Een dag van dagboek %s is in te vullen tot %s uur erna in plaats van %s.",
                                        pair.code(),
                                        pair.amended().lockAfterHours(),
                                        pair.old().lockAfterHours())),
                        blocks.changed(
                                Kind.DIARY_RENAMED,
                                DiaryBlock::name,
                                pair -> Sentence.of(
                                        "Diary %s is called %s.",
                                        "Dagboek %s heet %s.",
                                        pair.code(),
                                        Sentence.reworded(
                                                pair.amended().name(),
                                                pair.old().name()))))
                .flatMap(found -> found);
    }
}
