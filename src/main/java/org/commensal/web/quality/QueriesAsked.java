package org.commensal.web.quality;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.quality.DataQuery.State;
import org.commensal.quality.QueryFilter;
import org.commensal.quality.QueryOrder;
import org.commensal.quality.QueryOrder.By;
import org.commensal.web.Sorting;
import org.commensal.web.Words;
import org.jspecify.annotations.Nullable;

/** What an address asks of the list of queries; what it does not understand it leaves out. */
public class QueriesAsked {

    /** What the list can be narrowed to by state; the first is what is shown unasked. */
    static final List<String> STATES = List.of("not-closed", "open", "answered", "closed", "all");

    static final List<String> ORIGINS = List.of("rule", "hand");

    private static final Map<String, Set<State>> BY_STATE = Map.of(
            "open", Set.of(State.OPEN),
            "answered", Set.of(State.ANSWERED),
            "closed", Set.of(State.CLOSED),
            "all", Set.of());
    private static final List<String> COLUMNS =
            Stream.of(By.values()).map(Words::code).toList();
    private static final Sorting OLDEST = new Sorting("raised", false);

    @QueryParam("state")
    @DefaultValue("")
    String state = "";

    @QueryParam("site")
    @DefaultValue("")
    String site = "";

    @QueryParam("code")
    @DefaultValue("")
    String code = "";

    @QueryParam("form")
    @DefaultValue("")
    String form = "";

    @QueryParam("origin")
    @DefaultValue("")
    String origin = "";

    @QueryParam("sort")
    @Nullable
    String sort;

    public String state() {
        return STATES.contains(state) ? state : STATES.get(0);
    }

    public String site() {
        return site;
    }

    public String code() {
        return code;
    }

    public String form() {
        return form;
    }

    public String origin() {
        return origin;
    }

    public Sorting sorting() {
        return Sorting.of(sort, COLUMNS, OLDEST);
    }

    QueryFilter filter() {
        return new QueryFilter(
                BY_STATE.getOrDefault(state(), Set.of(State.OPEN, State.ANSWERED)),
                given(site),
                given(code),
                given(form),
                Optional.of(origin).filter(ORIGINS::contains).map("rule"::equals));
    }

    QueryOrder order() {
        Sorting sorting = sorting();
        return Stream.of(By.values())
                .filter(by -> Words.code(by).equals(sorting.column()))
                .map(by -> new QueryOrder(by, sorting.descending()))
                .findFirst()
                .orElse(QueryOrder.OLDEST);
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isBlank());
    }

    /** The list below {@code path} as it is asked for here. */
    String address(String path) {
        return unsorted(path) + sorting().written();
    }

    /** The same with a sorting that is still to be added. */
    String unsorted(String path) {
        return UriBuilder.fromPath(path)
                .queryParam("state", "{state}")
                .queryParam("site", "{site}")
                .queryParam("code", "{code}")
                .queryParam("form", "{form}")
                .queryParam("origin", "{origin}")
                .queryParam("sort", "")
                .build(state(), site, code, form, origin)
                .toString();
    }
}
