package org.commensal.export.release;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * The last look at what surrounds the data: no name, label or code of a release may hold the code of an arm. Words for
 * a diet or a product may be there, in questions that every arm is asked alike.
 */
final class ArmWords {

    private ArmWords() {}

    static boolean absent(Study study, List<Table> tables) {
        Pattern arm = arm(study);
        return tables.stream().flatMap(ArmWords::said).noneMatch(text -> arm.matcher(text)
                .find());
    }

    static boolean absent(Study study, Text text) {
        Pattern arm = arm(study);
        return Stream.of(text.en(), text.nl())
                .noneMatch(words -> arm.matcher(words).find());
    }

    private static Pattern arm(Study study) {
        String codes =
                study.everyArm().stream().map(arm -> Pattern.quote(arm.code())).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(" + codes + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    }

    private static Stream<String> said(Table table) {
        Stream<String> columns = table.columns().stream()
                .flatMap(column -> Stream.concat(
                        Stream.of(
                                column.name(),
                                column.label().en(),
                                column.label().nl(),
                                column.values()),
                        column.codes().stream().map(code -> code.label().nl())));
        return Stream.concat(
                Stream.of(table.name(), table.label().en(), table.label().nl()), columns);
    }
}
