package org.commensal.web.safety;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commensal.web.Paging;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Sorting.Heading;

/**
 * The line listing of adverse events; never by arm.
 *
 * @param base the address of the list
 * @param sites to narrow it to, by code and name; none where the reader sees one
 * @param pause what the pause rule of the study says, where it holds
 * @param counts how many there are of each category and grade, of those that were asked for
 * @param export where they are taken along, for those who may
 */
public record AdverseEventsSheet(
        String base,
        AdverseEventsAsked asked,
        List<Pair> sites,
        List<String> pause,
        List<Count> counts,
        List<Heading> headings,
        List<AdverseEventLine> lines,
        Paging paging,
        Optional<String> export) {

    private static final int GRADES = 5;

    /** The grades of CTCAE, by number and name. */
    public static List<Pair> grades(Screen screen) {
        return IntStream.rangeClosed(1, GRADES)
                .mapToObj(grade -> new Pair(Integer.toString(grade), screen.t("ae.grade." + grade)))
                .toList();
    }

    /** What a tick narrows the list to. */
    public static String only(String tick, Screen screen) {
        return screen.t("ae.only." + tick);
    }

    public boolean narrowed() {
        return asked.narrows();
    }

    /**
     * @param byGrade from grade 1 to 5
     * @param serious how many of them are serious
     */
    public record Count(String category, List<Integer> byGrade, int all, int serious) {}
}
