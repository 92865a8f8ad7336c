package org.commensal.allocation.simulation;

import java.util.List;
import java.util.Locale;
import org.commensal.allocation.simulation.Report.Method;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/** The pictures of a report, as SVG that takes its colours from the page. Every picture is also said in numbers. */
record Pictures(List<Method> methods) {

    private static final Text DISTRIBUTION =
            new Text("How the imbalance is distributed", "Hoe de onbalans verdeeld is");
    private static final Text DISTRIBUTION_OF = new Text(
            "%s: share of the simulated trials by the difference between the largest and the smallest arm at the end",
            "%s: deel van de simulaties naar het verschil tussen de grootste en de kleinste groep aan het eind");
    private static final Text TRACE =
            new Text("Probability of each arm, from first to last", "Kans op elke groep, van de eerste tot de laatste");
    private static final Text TRACE_LINES = new Text(
            "A line for each arm, in the order of the study: unbroken, dashed, dotted, and so on. A method that keeps the"
                    + " ratio gives every participant the same probabilities, and level lines but for the noise of the"
                    + " simulation.",
            "Een lijn per groep, in de volgorde van de studie: doorgetrokken, gestreept, gestippeld, enzovoort. Een"
                    + " methode die de verdeling vasthoudt, geeft elke deelnemer dezelfde kansen: rechte lijnen, op de"
                    + " ruis van de simulatie na.");
    private static final Text TRACE_OF = new Text(
            "%s: probability of each arm by the number of the participant",
            "%s: kans op elke groep naar het nummer van de deelnemer");
    private static final List<String> DASHES = List.of("", "7 4", "2 3", "10 3 2 3", "1 6");
    private static final Text AGAINST =
            new Text("Predictability against imbalance", "Voorspelbaarheid tegenover onbalans");
    private static final Text AGAINST_AXES = new Text(
            "To the right: more right guesses. Upwards: a larger difference between the arms. Best is the lower left.",
            "Naar rechts: vaker goed geraden. Omhoog: een groter verschil tussen de groepen. Linksonder is het best.");
    private static final int WIDTH = 360;
    private static final int HEIGHT = 200;
    private static final int LEFT = 40;
    private static final int BOTTOM = 30;

    String sections(Language language) {
        StringBuilder sections = new StringBuilder();
        if (methods.stream().anyMatch(method -> !method.histogram().isEmpty())) {
            sections.append("<section><h2>").append(DISTRIBUTION.in(language)).append("</h2><div class=\"pictures\">");
            methods.stream()
                    .filter(method -> !method.histogram().isEmpty())
                    .forEach(method -> sections.append(distribution(method, language)));
            sections.append("</div></section>\n");
        }
        if (methods.stream().anyMatch(method -> !method.trace().isEmpty())) {
            sections.append("<section><h2>")
                    .append(TRACE.in(language))
                    .append("</h2><p>")
                    .append(TRACE_LINES.in(language))
                    .append("</p><div class=\"pictures\">");
            methods.stream()
                    .filter(method -> !method.trace().isEmpty())
                    .forEach(method -> sections.append(trace(method, language)));
            sections.append("</div></section>\n");
        }
        if (methods.size() > 1) {
            sections.append("<section><h2>")
                    .append(AGAINST.in(language))
                    .append("</h2><p>")
                    .append(AGAINST_AXES.in(language))
                    .append("</p>")
                    .append(against(language))
                    .append("</section>\n");
        }
        return sections.toString();
    }

    private static String distribution(Method method, Language language) {
        double all = method.histogram().stream().mapToInt(Integer::intValue).sum();
        double most =
                method.histogram().stream().mapToInt(Integer::intValue).max().orElse(1) / all;
        int bars = Math.max(8, method.histogram().size());
        double step = (WIDTH - LEFT - 10.0) / bars;
        StringBuilder svg = begin(DISTRIBUTION_OF.with(method.name()).in(language));
        for (int bar = 0; bar < method.histogram().size(); bar++) {
            double height = method.histogram().get(bar) / all / most * (HEIGHT - BOTTOM - 20);
            svg.append(format(
                    "<rect class=\"count\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    LEFT + bar * step + 1, HEIGHT - BOTTOM - height, step - 2, height));
            if (bars <= 16 || bar % 5 == 0) {
                svg.append(words(LEFT + (bar + 0.5) * step, HEIGHT - 12.0, "middle", String.valueOf(bar)));
            }
        }
        svg.append(words(LEFT - 4.0, 24, "end", format("%.0f%%", 100 * most)));
        return end(svg, method.name() + " " + method.settings());
    }

    private static String trace(Method method, Language language) {
        List<Report.Step> steps = method.trace();
        int last = steps.get(steps.size() - 1).participant();
        double most = steps.stream()
                .flatMap(step -> step.probabilities().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double top = Math.min(1, Math.ceil(10 * most + 0.5) / 10);
        StringBuilder svg = begin(TRACE_OF.with(method.name()).in(language));
        int arms = steps.get(0).probabilities().size();
        for (int arm = 0; arm < arms; arm++) {
            StringBuilder points = new StringBuilder();
            for (Report.Step step : steps) {
                double across = last > 1 ? (step.participant() - 1.0) / (last - 1) : 0;
                points.append(format(
                        "%.1f,%.1f ",
                        LEFT + across * (WIDTH - LEFT - 10),
                        HEIGHT - BOTTOM - step.probabilities().get(arm) / top * (HEIGHT - BOTTOM - 20)));
            }
            svg.append(format(
                    "<polyline class=\"trace\" fill=\"none\" stroke-dasharray=\"%s\" points=\"%s\"/>",
                    DASHES.get(arm % DASHES.size()), points.toString().strip()));
        }
        svg.append(words(LEFT - 4.0, 24, "end", format("%.1f", top)));
        svg.append(words(LEFT - 4.0, HEIGHT - BOTTOM - 2.0, "end", "0"));
        svg.append(words(LEFT, HEIGHT - 12.0, "start", "1"));
        svg.append(words(WIDTH - 10.0, HEIGHT - 12.0, "end", String.valueOf(last)));
        return end(svg, method.name() + " " + method.settings());
    }

    private String against(Language language) {
        double[] guesses = values("correct-guess");
        double[] ranges = values("mean-range");
        StringBuilder svg = begin(AGAINST.in(language));
        double left = least(guesses, true);
        double right = least(guesses, false);
        double top = Math.max(1e-9, least(ranges, false));
        svg.append(words(LEFT, HEIGHT - 10.0, "start", format("%.2f", left)));
        svg.append(words(WIDTH - 10.0, HEIGHT - 10.0, "end", format("%.2f", right)));
        svg.append(words(LEFT - 4.0, 24, "end", format("%.1f", top)));
        svg.append(words(LEFT - 4.0, HEIGHT - BOTTOM - 2.0, "end", "0"));
        for (int at = 0; at < guesses.length; at++) {
            double across = right > left ? (guesses[at] - left) / (right - left) : 0.5;
            double x = LEFT + 12 + across * (WIDTH - LEFT - 40);
            double y = HEIGHT - BOTTOM - ranges[at] / top * (HEIGHT - BOTTOM - 24);
            svg.append(format("<circle class=\"spot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", x, y));
            svg.append(words(across > 0.5 ? x - 8 : x + 8, y - 4, across > 0.5 ? "end" : "start", label(at)));
        }
        return end(svg, "");
    }

    /** The name, and its place where a method occurs more than once. */
    private String label(int at) {
        String name = methods.get(at).name();
        long alike = methods.stream().filter(other -> other.name().equals(name)).count();
        return alike > 1 ? name + " (" + (at + 1) + ")" : name;
    }

    private double[] values(String name) {
        return methods.stream()
                .mapToDouble(method -> method.figures().stream()
                        .filter(figure -> figure.name().equals(name))
                        .mapToDouble(Figure::value)
                        .findFirst()
                        .orElse(0))
                .toArray();
    }

    private static double least(double[] values, boolean least) {
        double found = values[0];
        for (double value : values) {
            found = least ? Math.min(found, value) : Math.max(found, value);
        }
        return found;
    }

    private static StringBuilder begin(String said) {
        return new StringBuilder("<figure><svg role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\""
                + WIDTH + "\" height=\"" + HEIGHT + "\" aria-label=\"" + Report.escaped(said) + "\">"
                + format("<path class=\"axis\" fill=\"none\" d=\"M%d 10V%dH%d\"/>", LEFT, HEIGHT - BOTTOM, WIDTH - 10));
    }

    private static String end(StringBuilder svg, String caption) {
        return svg + "</svg>"
                + (caption.isEmpty() ? "" : "<figcaption>" + Report.escaped(caption.strip()) + "</figcaption>")
                + "</figure>";
    }

    private static String words(double x, double y, String anchor, String words) {
        return format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor) + Report.escaped(words)
                + "</text>";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
