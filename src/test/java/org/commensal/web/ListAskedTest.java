package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commensal.web.Sorting.Heading;
import org.junit.jupiter.api.Test;

class ListAskedTest {

    private record Line(String site, String state, int number) {}

    private static final Line FIRST = new Line("north", "open", 3);
    private static final Line SECOND = new Line("south", "closed", 1);
    private static final Line THIRD = new Line("north", "closed", 2);
    private static final List<Line> ALL = List.of(FIRST, SECOND, THIRD);

    private static final ListColumns<Line> COLUMNS = new ListColumns<>(
            Line::state,
            Line::site,
            Map.of("number", Comparator.comparing(Line::number), "site", Comparator.comparing(Line::site)),
            new Sorting("number", false));

    private final ListAsked asked = new ListAsked();

    @Test
    void unaskedEverythingIsThereInTheUsualOrder() {
        assertThat(COLUMNS.of(ALL, asked)).containsExactly(SECOND, THIRD, FIRST);
    }

    @Test
    void aStateAndASiteNarrowIt() {
        asked.state = "closed";
        assertThat(COLUMNS.of(ALL, asked)).containsExactly(SECOND, THIRD);
        asked.site = "north";
        assertThat(COLUMNS.of(ALL, asked)).containsExactly(THIRD);
        asked.site = "nowhere";
        assertThat(COLUMNS.of(ALL, asked)).isEmpty();
    }

    @Test
    void whatIsEqualByAColumnStaysAsItWas() {
        asked.sort = "-site";
        assertThat(COLUMNS.of(ALL, asked)).containsExactly(SECOND, FIRST, THIRD);
        asked.sort = "weight";
        assertThat(COLUMNS.of(ALL, asked)).containsExactly(SECOND, THIRD, FIRST);
    }

    @Test
    void theFileIsOfWhatIsAskedForAndOfferedToThoseWhoMay() {
        asked.state = "a&b";
        asked.sort = "-number";
        List<Pair> headings = List.of(new Pair("number", "Number"), new Pair("reason", "Why"));

        ListSheet sheet = asked.sheet("/list", COLUMNS, headings, List.of(), List.of(), true);

        assertThat(sheet.export()).contains("/list.csv?state=a%26b&site=&sort=-number");
        assertThat(sheet.narrows()).isTrue();
        assertThat(sheet.headings())
                .extracting(Heading::label, heading -> heading.sorted().orElse(""))
                .containsExactly(tuple("Number", "descending"), tuple("Why", ""));
        assertThat(asked.sheet("/list", COLUMNS, headings, List.of(), List.of(), false)
                        .export())
                .isEmpty();
    }

    @Test
    void whoSeesOneSiteIsNotAskedWhich() {
        SiteChoice north = new SiteChoice("north", "North");
        SiteChoice south = new SiteChoice("south", "South");

        assertThat(asked.sheet("/list", COLUMNS, List.of(), List.of(), List.of(north), true)
                        .sites())
                .isEmpty();
        assertThat(asked.sheet("/list", COLUMNS, List.of(), List.of(), List.of(north, south), true)
                        .sites())
                .containsExactly(north, south);
    }
}
