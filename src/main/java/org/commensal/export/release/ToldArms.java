package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * The arm of each subject as a release tells it: under its code, or under a letter that is of this release alone.
 *
 * @param byParticipant the word for the arm of each participant that was allocated
 * @param codes every word, also one of an arm that has nobody
 */
record ToldArms(Map<String, String> byParticipant, List<Code> codes) {

    private static final Text LABEL = new Text("Arm", "Groep");

    /** Under the codes that the protocol has. */
    static ToldArms named(Study study, Map<String, String> allocated) {
        return new ToldArms(
                allocated,
                study.everyArm().stream()
                        .map(arm -> new Code(arm.code(), arm.name()))
                        .toList());
    }

    /** Under letters in an order that only the sealed seed of the release knows. */
    static ToldArms masked(Study study, Map<String, String> allocated, byte[] seed) {
        List<String> shuffled = study.everyArm().stream()
                .map(Study.ArmDescription::code)
                .sorted(Comparator.comparing(arm -> SubjectIds.id(seed, "arm/" + arm)))
                .toList();
        Map<String, String> letters = new LinkedHashMap<>();
        shuffled.forEach(arm -> letters.put(arm, String.valueOf((char) ('A' + letters.size()))));
        Map<String, String> masked = new LinkedHashMap<>();
        allocated.forEach((participant, arm) -> masked.put(participant, letters.getOrDefault(arm, "")));
        return new ToldArms(
                masked,
                letters.values().stream()
                        .map(letter -> new Code(letter, new Text("group " + letter, "groep " + letter)))
                        .toList());
    }

    /** The participants with their arm in one more column, which is empty for somebody who was not allocated. */
    Table beside(Table participants, Map<String, Subject> subjects) {
        List<Column> columns = new ArrayList<>(participants.columns());
        columns.add(Column.choice("arm", LABEL, codes));
        return new Table(participants.name(), participants.label(), columns, rows -> participants
                .rows()
                .each(cells -> {
                    String[] more = Arrays.copyOf(cells, cells.length + 1);
                    more[cells.length] = byParticipant.getOrDefault(code(subjects, cells[0]), "");
                    rows.accept(more);
                }));
    }

    private static String code(Map<String, Subject> subjects, String id) {
        return Objects.requireNonNull(subjects.get(id)).code();
    }
}
