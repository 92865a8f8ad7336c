package org.commensal.audit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts of a study that something is worked out from. They are only ever added, so that as long as there are as many
 * of each kind as before they are the same.
 *
 * @param counts each an expression over one kind, such as {@code count(*) from alerts where study = ?}
 */
public record Facts(List<String> counts) {

    public Facts {
        counts = List.copyOf(counts);
    }

    public static Facts of(String... counts) {
        return new Facts(List.of(counts));
    }

    public Facts and(Facts more) {
        return new Facts(
                Stream.concat(counts.stream(), more.counts.stream()).distinct().toList());
    }

    /** One statement, with a place for the study in each of the counts. */
    String statement() {
        return counts.stream().map(count -> "(select " + count + ")").collect(Collectors.joining(", ", "select ", ""));
    }
}
