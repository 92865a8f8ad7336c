package org.commensal.web.closing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.commensal.verification.ParticipantClosing;
import org.commensal.web.Sorting;
import org.commensal.web.Words;
import org.jspecify.annotations.Nullable;

/** What an address asks of the list of data to be closed; what it does not understand it leaves out. */
public class ClosingAsked {

    static final List<String> NUMBERS = List.of("forms", "verified", "signed", "frozen");
    private static final Sorting BY_CODE = new Sorting("code", false);
    private static final Map<String, ToIntFunction<ParticipantClosing>> COUNTS = Map.of(
            "forms", closing -> closing.tally().forms(),
            "verified", closing -> closing.tally().verified().verified(),
            "signed", closing -> closing.tally().signed(),
            "frozen", closing -> closing.tally().frozen());

    @QueryParam("search")
    @DefaultValue("")
    String search = "";

    @QueryParam("step")
    @DefaultValue("")
    String step = "";

    @QueryParam("site")
    @DefaultValue("")
    String site = "";

    @QueryParam("sort")
    @Nullable
    String sort;

    public String search() {
        return search;
    }

    public String step() {
        return step;
    }

    public String site() {
        return site;
    }

    public boolean narrows() {
        return !(search.isBlank() && step.isEmpty() && site.isEmpty());
    }

    public Sorting sorting() {
        return Sorting.of(sort, List.of("code", "forms", "verified", "signed", "frozen"), BY_CODE);
    }

    /** Those that are asked for, in the order that is asked for. */
    List<ParticipantClosing> of(List<ParticipantClosing> all) {
        Comparator<ParticipantClosing> order =
                Comparator.comparing(each -> each.participant().code());
        ToIntFunction<ParticipantClosing> count = COUNTS.get(sorting().column());
        if (count != null) {
            order = Comparator.comparingInt(count).thenComparing(order);
        }
        return all.stream()
                .filter(this::isAsked)
                .sorted(sorting().descending() ? order.reversed() : order)
                .toList();
    }

    private boolean isAsked(ParticipantClosing closing) {
        String code = closing.participant().code().value();
        return code.contains(search.strip().toUpperCase(Locale.ROOT))
                && (step.isEmpty() || Words.code(closing.step()).equals(step))
                && (site.isEmpty() || closing.participant().site().equals(site));
    }

    /** The list below {@code path} as it is asked for here. */
    String address(String path) {
        return unsorted(path) + sorting().written();
    }

    /** The list as a file. */
    public String export(String base) {
        return address(base + "/closing.csv");
    }

    /** The same with a sorting that is still to be added. */
    String unsorted(String path) {
        return UriBuilder.fromPath(path)
                .queryParam("search", "{search}")
                .queryParam("step", "{step}")
                .queryParam("site", "{site}")
                .queryParam("sort", "")
                .build(search, step, site)
                .toString();
    }
}
