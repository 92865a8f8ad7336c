package org.commensal.allocation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {

    private static final Scenario BLOCKS = Proposed.blocks(36, List.of(2), 3, 6);
    private static final Scenario COMPLETE =
            Proposed.scenario(36, Proposed.THREE, List.of(2), Map.of("method", "complete-randomisation"));
    private static final Text TITLE = new Text("Salt & <pepper>", "Zout & <peper>");

    private static Report report(int threads) {
        return new SideBySide(TITLE, List.of(BLOCKS, COMPLETE), 200, 4, 11)
                .run(threads, (method, done, of) -> assertThat(done).isLessThanOrEqualTo(of));
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(report(2).page(Language.EN)).isEqualTo(report(1).page(Language.EN));
    }

    @Test
    void hasEveryFigureOfEachMethodWithItsErrorInBothLanguages() {
        Report report = report(1);

        assertThat(report.page(Language.EN))
                .contains("Salt &amp; &lt;pepper&gt;", "block-sizes 3, 6", "re-randomisation test, step halfway")
                .contains("f1: 1 50%, 2 50%", "<dd>200</dd>", "<dd>80</dd>", "<dd>11</dd>");
        assertThat(report.page(Language.NL)).contains("Zout &amp; &lt;peper&gt;", "re-randomisatietoets", "Simulaties");
        for (Report.Method method : report.methods()) {
            assertThat(method.figures())
                    .allSatisfy(figure -> assertThat(report.page(Language.EN)).contains(Report.shown(figure)))
                    .filteredOn(figure -> figure.error() == null)
                    .allMatch(figure -> figure.name().endsWith("-max"));
        }
        assertThat(Report.names(report.methods())).contains("incomplete-blocks").doesNotHaveDuplicates();
    }

    @Test
    void callsEveryFigureByWords() {
        assertThat(Report.rows(report(1).methods()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Labels.of(name).en()).isNotEqualTo(name));
    }

    @Test
    void itsPicturesAreWellFormedAndNeedNothingElse() throws Exception {
        String fragment = report(1).fragment(Language.NL);

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + fragment.replace("<br>", "<br/>") + "</div>")));
        assertThat(fragment).contains("<svg role=\"img\"").doesNotContain("style=", "http", "NaN");
        assertThat(report(1).page(Language.NL)).doesNotContain("http", "<script");
    }
}
