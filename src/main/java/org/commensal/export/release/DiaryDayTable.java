package org.commensal.export.release;

import java.util.List;
import org.commensal.export.release.Progress.Block;
import org.commensal.export.release.Progress.Day;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/**
 * One row a day of a diary block of a subject, whether it was filled in or not. What was answered is in the table of the
 * form, under the same study day.
 *
 * <p>The rule is that of the report of missing data ({@code quality.DiaryDays}), on the day of the release.
 */
final class DiaryDayTable {

    private DiaryDayTable() {}

    static Table of(Basis basis, Progresses progresses) {
        return new Table(
                "diary_days",
                new Text("Days of diaries and what became of them", "Dagen van dagboeken en wat ervan werd"),
                List.of(
                        ParticipantTable.subjectColumn(),
                        KeyColumns.event(basis.versions()),
                        KeyColumns.form(basis.versions()),
                        Column.integer(
                                "block_day",
                                new Text("Day of the block, 1 for the first", "Dag van de periode, 1 voor de eerste")),
                        KeyColumns.studyDay("study_day", "Day that it is about", "Dag waar het over gaat"),
                        KeyColumns.state(new Text("What became of it", "Wat ervan werd")),
                        Column.truth(
                                FormColumns.LATE,
                                new Text("Filled in after it was locked", "Ingevuld na het sluiten van de dag"))),
                rows -> progresses.each((id, progress) -> progress.blocks()
                        .forEach(block -> block.days().forEach(day -> rows.accept(row(id, progress, block, day))))));
    }

    private static String[] row(String id, Progress progress, Block block, Day day) {
        return new String[] {
            id,
            block.block().code(),
            block.block().form(),
            Integer.toString(day.number()),
            day.day().isPresent()
                    ? progress.studyDay(day.day())
                    : progress.studyDay(block.block().anchor(), block.block().firstDay() + day.number() - 1),
            KeyColumns.state(day.state()).value(),
            Boolean.toString(day.late())
        };
    }
}
