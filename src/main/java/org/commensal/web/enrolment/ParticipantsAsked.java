package org.commensal.web.enrolment;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.enrolment.ParticipantOrder;
import org.commensal.enrolment.ParticipantOrder.By;
import org.commensal.enrolment.ParticipantRegister.Filter;
import org.commensal.enrolment.Stage;
import org.commensal.web.Sorting;
import org.commensal.web.Words;
import org.jspecify.annotations.Nullable;

/** What an address asks of the list of participants; what it does not understand it leaves out. */
public class ParticipantsAsked {

    static final List<String> COLUMNS = Stream.of(By.values())
            .map(By::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    private static final Sorting BY_CODE = new Sorting("code", false);

    @QueryParam("search")
    @DefaultValue("")
    String search = "";

    @QueryParam("stage")
    @DefaultValue("")
    String stage = "";

    @QueryParam("site")
    @DefaultValue("")
    String site = "";

    @QueryParam("sort")
    @Nullable
    String sort;

    /** A search that narrows nothing else. */
    public static ParticipantsAsked search(String code) {
        ParticipantsAsked asked = new ParticipantsAsked();
        asked.search = code;
        return asked;
    }

    public String search() {
        return search;
    }

    public String stage() {
        return stage;
    }

    public String site() {
        return site;
    }

    public Sorting sorting() {
        return Sorting.of(sort, COLUMNS, BY_CODE);
    }

    /** Whether it narrows the list at all. */
    public boolean narrows() {
        return !(search.isBlank() && stage.isEmpty() && site.isEmpty());
    }

    Filter filter() {
        Optional<Stage> wanted = Stream.of(Stage.values())
                .filter(known -> Words.code(known).equals(stage))
                .findFirst();
        return new Filter(
                Optional.of(search).filter(text -> !text.isBlank()),
                wanted,
                Optional.of(site).filter(code -> !code.isEmpty()));
    }

    ParticipantOrder order() {
        Sorting sorting = sorting();
        return new ParticipantOrder(By.valueOf(sorting.column().toUpperCase(Locale.ROOT)), sorting.descending());
    }

    /** The list below {@code path} as it is asked for here. */
    String address(String path) {
        return address(path, "sort") + sorting().written();
    }

    /** The same with a sorting that is still to be added. */
    String unsorted(String path) {
        return address(path, "sort");
    }

    private String address(String path, String last) {
        return UriBuilder.fromPath(path)
                .queryParam("search", "{search}")
                .queryParam("stage", "{stage}")
                .queryParam("site", "{site}")
                .queryParam(last, "")
                .build(search, stage, site)
                .toString();
    }
}
