package org.commensal.golive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.commensal.allocation.simulation.Figure;
import org.commensal.allocation.simulation.Report;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;

class ReportDocumentTest {

    private static final Report REPORT = new Report(
            Text.same("a-study 1.0"),
            Map.of(new Text("Participants", "Deelnemers"), "48"),
            List.of(new Report.Method(
                    "block-urn",
                    "lambda 3",
                    List.of(new Figure("correct-guess", 0.628316, 0.0011), new Figure("mean-range-max", 4, null)),
                    List.of(40, 30, 30),
                    List.of(new Report.Step(1, List.of(.5, .5)), new Report.Step(48, List.of(.49, .51))))));

    @Test
    void whatIsKeptIsReadAsItWas() {
        assertThat(ReportDocument.read(ReportDocument.write(REPORT))).isEqualTo(REPORT);
    }

    @Test
    void aDocumentFromBeforeThereWereTracesIsReadWithoutOne() {
        String before = ReportDocument.write(REPORT).replaceFirst(",\"trace\":\\[\\[.*\\]\\]", "");

        assertThat(before).doesNotContain("trace").contains("histogram");
        assertThat(ReportDocument.read(before).methods().get(0).trace()).isEmpty();
        assertThat(ReportDocument.read(before).methods().get(0).figures())
                .isEqualTo(REPORT.methods().get(0).figures());
    }

    @Test
    void anotherFigureIsAnotherHash() {
        Report.Method method = REPORT.methods().get(0);
        Report changed = new Report(
                REPORT.title(),
                REPORT.facts(),
                List.of(new Report.Method(
                        method.name(), method.settings(), method.figures(), List.of(40, 30, 31), method.trace())));

        assertThat(ReportDocument.sha256(REPORT)).matches("[0-9a-f]{64}").isNotEqualTo(ReportDocument.sha256(changed));
    }
}
