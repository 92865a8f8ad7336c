package org.commensal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commensal.allocation.simulation.ExactFigures;
import org.commensal.allocation.simulation.Figure;
import org.commensal.allocation.simulation.Measure;
import org.commensal.allocation.simulation.Report;
import org.commensal.allocation.simulation.Scenario;
import org.commensal.allocation.simulation.SideBySide;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;

/** The exact figures of methods, named as those of a simulation. */
final class ExactReport {

    private ExactReport() {}

    static Report of(Text title, List<Scenario> scenarios) {
        GivenSettings given = new GivenSettings();
        List<Report.Method> methods = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            if (scenario.scheme().stratifies()) {
                given.fault("--method " + scenario.scheme().method()
                        + ": each stratum has a stream of its own. Leave --factors out, and let --n be one stratum.");
            } else {
                methods.add(method(scenario, given));
            }
        }
        given.stopIfFaulty();
        return new Report(title, Map.of(), methods);
    }

    private static Report.Method method(Scenario scenario, GivenSettings given) {
        List<Figure> figures = new ArrayList<>();
        try {
            ExactFigures.Of exact = ExactFigures.of(scenario.scheme(), scenario.participants());
            add(figures, Measure.CORRECT_GUESS.key(), exact.correctGuess());
            add(figures, Measure.DETERMINISTIC_SHARE.key(), exact.deterministicShare());
            add(figures, Measure.MEAN_RANGE.key(), exact.meanRange());
            add(figures, Measure.MEAN_RUNNING_RANGE.key(), exact.meanMaxImbalance());
            add(figures, "balance", exact.balance());
            add(figures, "mean-balance", exact.meanBalance());
            add(figures, "difference-sd", exact.differenceSd());
            add(figures, "ratio-deviation", exact.ratioDeviation());
            if (exact.sequences() > 0) {
                add(figures, "sequences", exact.sequences());
            }
        } catch (Refusal tooLarge) {
            given.fault("--method " + scenario.scheme().method() + ": "
                    + tooLarge.text().in(Language.EN));
        }
        return new Report.Method(
                scenario.scheme().method(), SideBySide.settings(scenario.scheme()), figures, List.of(), List.of());
    }

    private static void add(List<Figure> figures, String name, double value) {
        figures.add(new Figure(name, value, null));
    }
}
