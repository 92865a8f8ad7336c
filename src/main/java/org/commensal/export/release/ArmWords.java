package org.commensal.export.release;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.instrument.Item;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.ArmDescription;

/**
 * The last look at what surrounds the data: no name, label or code of a release may hold the code of an arm, and no column
 * may offer arms to choose from, whether by code or by full name. Words for a diet or a product may be there, in questions
 * that every arm is asked alike.
 */
final class ArmWords {

    /** Somebody can choose between as many before a question is one about the arm. */
    private static final int SEVERAL = 2;

    private ArmWords() {}

    /** The tables and columns that have such words, by their names. */
    static List<String> in(Study study, List<Table> tables) {
        Predicate<String> arm = arm(study).asPredicate();
        return tables.stream()
                .flatMap(table -> Stream.concat(
                        said(table).anyMatch(arm) ? Stream.of(table.name()) : Stream.empty(),
                        table.columns().stream()
                                .filter(column -> said(column).anyMatch(arm) || offersArms(column, study))
                                .map(column -> table.name() + "." + column.name())))
                .toList();
    }

    private static boolean offersArms(Column column, Study study) {
        return study.everyArm().stream()
                        .filter(arm -> column.codes().stream()
                                .anyMatch(code -> names(arm).stream().anyMatch(said(code)::contains)))
                        .count()
                >= SEVERAL;
    }

    private static Set<String> names(ArmDescription arm) {
        return Stream.of(arm.code(), arm.name().en(), arm.name().nl())
                .map(ArmWords::plain)
                .collect(Collectors.toSet());
    }

    private static Set<String> said(Code code) {
        return Stream.of(code.value(), code.label().en(), code.label().nl())
                .map(ArmWords::plain)
                .collect(Collectors.toSet());
    }

    /** Letters and digits alone, so that {@code low_fodmap_diet} is {@code Low-FODMAP diet}. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a question, or what can be answered to it, names an arm in full: its answers are about the arm. */
    static boolean ask(List<Study> versions, Item item) {
        Stream<Text> texts = Stream.of(
                        Stream.of(item.question()),
                        item.help().stream(),
                        item.options().stream().map(Item.Option::label))
                .flatMap(some -> some);
        Set<String> said = texts.flatMap(ArmWords::both).map(ArmWords::plain).collect(Collectors.toSet());
        return versions.stream()
                .flatMap(study -> study.everyArm().stream())
                .flatMap(arm -> both(arm.name()))
                .map(ArmWords::plain)
                .anyMatch(name -> said.stream().anyMatch(words -> (" " + words + " ").contains(" " + name + " ")));
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
        return Stream.concat(Stream.of(table.name()), both(table.label()));
    }

    private static Stream<String> said(Column column) {
        return Stream.of(
                        Stream.of(column.name(), column.values()),
                        both(column.label()),
                        column.codes().stream().map(code -> code.label().nl()),
                        column.amended().earlier().stream().flatMap(ArmWords::both))
                .flatMap(texts -> texts);
    }

    private static Stream<String> both(Text text) {
        return Stream.of(text.en(), text.nl());
    }
}
