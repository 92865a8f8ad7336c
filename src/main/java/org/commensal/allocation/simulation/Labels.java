package org.commensal.allocation.simulation;

import java.util.HashMap;
import java.util.Map;
import org.commensal.kernel.Text;

/** What each figure is called in a report. */
final class Labels {

    private static final Map<String, Text> OTHERS = others();

    private Labels() {}

    private static Map<String, Text> others() {
        Map<String, Text> labels = new HashMap<>();
        labels.put(
                "ratio-deviation",
                new Text(
                        "Largest deviation of the probability of an arm from the ratio, at any participant",
                        "Grootste afwijking van de kans op een groep van de verdeling, bij enige deelnemer"));
        labels.put(
                "balance",
                new Text("Probability of exact balance at the end", "Kans op precies gelijke groepen aan het eind"));
        labels.put(
                "mean-balance",
                new Text("The same, mean of all participants", "Hetzelfde, gemiddeld over alle deelnemers"));
        labels.put(
                "difference-sd",
                new Text(
                        "Standard deviation of the difference of two arms",
                        "Standaarddeviatie van het verschil tussen twee groepen"));
        labels.put("sequences", new Text("Different sequences", "Verschillende volgordes"));
        Map<String, Text> tests = Map.of(
                "unadjusted", new Text("F-test without factors", "F-toets zonder factoren"),
                "adjusted", new Text("F-test with the factors (ANCOVA)", "F-toets met de factoren (ANCOVA)"),
                "re-randomisation", new Text("re-randomisation test", "re-randomisatietoets"));
        Map<String, Text> shifts = Map.of(
                "none", new Text("no trend over time", "geen trend in de tijd"),
                "linear", new Text("linear trend", "lineaire trend"),
                "step", new Text("step halfway", "sprong halverwege"),
                "selection-bias",
                        new Text(
                                "participants picked by guessing (Blackwell and Hodges)",
                                "deelnemers gekozen door te gokken (Blackwell en Hodges)"));
        tests.forEach((test, called) -> shifts.forEach((shift, when) -> labels.put(
                "type-one-" + test + "-" + shift,
                new Text(
                        "Type I error: " + called.en() + ", " + when.en(),
                        "Type I-fout: " + called.nl() + ", " + when.nl()))));
        for (Measure measure : Measure.values()) {
            labels.put(measure.key(), measure.label());
        }
        return labels;
    }

    static Text of(String name) {
        return OTHERS.getOrDefault(name, new Text(name, name));
    }
}
