package org.commensal.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.allocation.simulation.Figure;
import org.commensal.allocation.simulation.Report;

/** A simulation as JSON: one method as one object that names each figure, several as a list of them. */
final class SimulationJson {

    private SimulationJson() {}

    /** @param trials 0 for exact figures */
    static String of(Report report, int participants, int trials, long seed) {
        Map<String, Object> all = Json.members("n", participants);
        if (trials > 0) {
            all.put("trials", trials);
            all.put("seed", seed);
        }
        List<Map<String, Object>> methods = new ArrayList<>();
        report.methods().forEach(method -> methods.add(members(method)));
        if (methods.size() == 1) {
            all.putAll(methods.get(0));
        } else {
            all.put("methods", methods);
        }
        return Json.of(all);
    }

    private static Map<String, Object> members(Report.Method method) {
        Map<String, Object> members = Json.members("method", method.name(), "settings", method.settings());
        Map<String, Object> errors = new LinkedHashMap<>();
        for (Figure figure : method.figures()) {
            members.put(figure.name(), figure.value());
            if (figure.error() != null) {
                errors.put(figure.name(), figure.error());
            }
        }
        if (!errors.isEmpty()) {
            members.put("standard-errors", errors);
            members.put("trials-by-range", method.histogram());
        }
        return members;
    }
}
