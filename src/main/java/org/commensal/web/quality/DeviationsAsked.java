package org.commensal.web.quality;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.quality.Deviation.Category;
import org.commensal.quality.DeviationFilter;
import org.commensal.web.Words;

/** What an address asks of the list of deviations; what it does not understand it leaves out. */
public class DeviationsAsked {

    /** What the list can be narrowed to. */
    static final List<String> KINDS = List.of("recorded", "derived", "to-confirm", "important");

    @QueryParam("kind")
    @DefaultValue("")
    String kind = "";

    @QueryParam("category")
    @DefaultValue("")
    String category = "";

    @QueryParam("site")
    @DefaultValue("")
    String site = "";

    @QueryParam("code")
    @DefaultValue("")
    String code = "";

    public String kind() {
        return kind;
    }

    public String category() {
        return category;
    }

    public String site() {
        return site;
    }

    public String code() {
        return code;
    }

    DeviationFilter filter() {
        Optional<Boolean> recorded = kind.equals("recorded") || kind.equals("to-confirm")
                ? Optional.of(true)
                : kind.equals("derived") ? Optional.of(false) : Optional.empty();
        return new DeviationFilter(
                Stream.of(Category.values())
                        .filter(each -> Words.code(each).equals(category))
                        .findFirst(),
                kind.equals("important") ? Optional.of(true) : Optional.empty(),
                recorded,
                kind.equals("to-confirm") ? Optional.of(false) : Optional.empty(),
                given(site),
                given(code));
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isBlank());
    }

    /** The list below {@code path} as it is asked for here. */
    String address(String path) {
        return UriBuilder.fromPath(path)
                .queryParam("kind", "{kind}")
                .queryParam("category", "{category}")
                .queryParam("site", "{site}")
                .queryParam("code", "{code}")
                .build(kind, category, site, code)
                .toString();
    }
}
