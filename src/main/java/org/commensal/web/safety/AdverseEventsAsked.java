package org.commensal.web.safety;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.web.Sorting;
import org.jspecify.annotations.Nullable;

/** What an address asks of the line listing; what it does not understand it leaves out. */
public class AdverseEventsAsked {

    static final List<String> COLUMNS = List.of("code", "start", "grade", "site");
    private static final Sorting NEWEST = new Sorting("start", true);
    private static final String YES = "yes";

    private static final Map<String, Comparator<AdverseEvent>> ORDERS = Map.of(
            "code", Comparator.comparing(event -> event.code().value()),
            "start", Comparator.comparing(event -> event.start().orElse(LocalDate.MIN)),
            "grade", Comparator.comparing(AdverseEvent::grade),
            "site", Comparator.comparing(event -> event.participant().site()));

    @QueryParam("site")
    @DefaultValue("")
    String site = "";

    @QueryParam("grade")
    @DefaultValue("")
    String grade = "";

    @QueryParam("serious")
    @DefaultValue("")
    String serious = "";

    @QueryParam("ongoing")
    @DefaultValue("")
    String ongoing = "";

    @QueryParam("related")
    @DefaultValue("")
    String related = "";

    @QueryParam("from")
    @DefaultValue("")
    String from = "";

    @QueryParam("to")
    @DefaultValue("")
    String to = "";

    @QueryParam("sort")
    @Nullable
    String sort;

    public String site() {
        return site;
    }

    public String grade() {
        return grade;
    }

    /** The ticks that narrow the list, with whether they are set. */
    public Map<String, Boolean> ticks() {
        Map<String, Boolean> ticks = new LinkedHashMap<>();
        ticks.put("serious", serious.equals(YES));
        ticks.put("related", related.equals(YES));
        ticks.put("ongoing", ongoing.equals(YES));
        return ticks;
    }

    public String from() {
        return day(from).map(LocalDate::toString).orElse("");
    }

    public String to() {
        return day(to).map(LocalDate::toString).orElse("");
    }

    public Sorting sorting() {
        return Sorting.of(sort, COLUMNS, NEWEST);
    }

    /** Whether it narrows the list at all. */
    boolean narrows() {
        return !(site + grade + from() + to()).isEmpty() || ticks().containsValue(true);
    }

    /** Those that it asks for, in the order in which it asks for them. */
    List<AdverseEvent> of(List<AdverseEvent> all) {
        Comparator<AdverseEvent> order =
                ORDERS.getOrDefault(sorting().column(), Comparator.comparing(AdverseEvent::id));
        return all.stream()
                .filter(this::takes)
                .sorted((sorting().descending() ? order.reversed() : order)
                        .thenComparing(event -> event.code().value())
                        .thenComparing(AdverseEvent::id))
                .toList();
    }

    private boolean takes(AdverseEvent event) {
        Map<String, Boolean> ticks = ticks();
        return (site.isEmpty() || event.participant().site().equals(site))
                && (grade.isEmpty() || Integer.toString(event.grade()).equals(grade))
                && (!ticks.getOrDefault("serious", false) || event.isSerious())
                && (!ticks.getOrDefault("related", false) || event.isRelated())
                && (!ticks.getOrDefault("ongoing", false) || event.isOngoing())
                && began(event, from, (start, day) -> !start.isBefore(day))
                && began(event, to, (start, day) -> !start.isAfter(day));
    }

    private static boolean began(AdverseEvent event, String limit, BiPredicate<LocalDate, LocalDate> within) {
        Optional<LocalDate> day = day(limit);
        return day.isEmpty()
                || event.start().filter(start -> within.test(start, day.get())).isPresent();
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The list below {@code path} as it is asked for here. */
    String address(String path) {
        return unsorted(path) + sorting().written();
    }

    /** The same with a sorting that is still to be added. */
    String unsorted(String path) {
        return UriBuilder.fromPath(path)
                .queryParam("site", "{site}")
                .queryParam("grade", "{grade}")
                .queryParam("serious", "{serious}")
                .queryParam("related", "{related}")
                .queryParam("ongoing", "{ongoing}")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("sort", "")
                .build(site, grade, serious, related, ongoing, from(), to())
                .toString();
    }
}
