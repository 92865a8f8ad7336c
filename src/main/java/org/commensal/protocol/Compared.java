package org.commensal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.StudyDifference.Kind;

/**
 * Two lists of parts of a study, those of the old and those of the amended version, compared code by code.
 *
 * @param file where a part stands
 */
record Compared<T>(Function<T, String> file, Map<String, T> old, Map<String, T> amended) {

    /** A part that is in both versions. */
    record Pair<T>(String code, T old, T amended) {}

    /** @param code what makes two parts the same part */
    static <T> Compared<T> of(Function<T, String> file, List<T> old, List<T> amended, Function<T, String> code) {
        return new Compared<>(file, byCode(old, code), byCode(amended, code));
    }

    private static <T> Map<String, T> byCode(List<T> parts, Function<T, String> code) {
        Map<String, T> found = new LinkedHashMap<>();
        parts.forEach(part -> found.put(code.apply(part), part));
        return found;
    }

    Stream<StudyDifference> added(Kind kind, Function<T, Text> sentence) {
        return without(amended, old, kind, sentence);
    }

    Stream<StudyDifference> removed(Kind kind, Function<T, Text> sentence) {
        return without(old, amended, kind, sentence);
    }

    private Stream<StudyDifference> without(
            Map<String, T> these, Map<String, T> those, Kind kind, Function<T, Text> sentence) {
        return these.entrySet().stream()
                .filter(entry -> !those.containsKey(entry.getKey()))
                .map(entry -> new StudyDifference(
                        kind, file.apply(entry.getValue()), entry.getKey(), sentence.apply(entry.getValue())));
    }

    /** Each part that differs in this respect from what it was. */
    Stream<StudyDifference> changed(Kind kind, Function<T, ?> respect, Function<Pair<T>, Text> sentence) {
        return pairs().filter(pair -> !respect.apply(pair.old()).equals(respect.apply(pair.amended())))
                .map(pair -> new StudyDifference(kind, file.apply(pair.amended()), pair.code(), sentence.apply(pair)));
    }

    Stream<Pair<T>> pairs() {
        return old.entrySet().stream().flatMap(entry -> Stream.ofNullable(amended.get(entry.getKey()))
                .map(same -> new Pair<>(entry.getKey(), entry.getValue(), same)));
    }

    /** Whether the parts that are in both versions stand in the same order. */
    boolean sameOrder() {
        List<String> before = old.keySet().stream().filter(amended::containsKey).toList();
        return before.equals(amended.keySet().stream().filter(old::containsKey).toList());
    }

    /** At most one difference, where one value of the whole study was another. */
    static Stream<StudyDifference> whole(
            Kind kind, String file, String code, Object old, Object amended, Text sentence) {
        return old.equals(amended) ? Stream.of() : Stream.of(new StudyDifference(kind, file, code, sentence));
    }
}
