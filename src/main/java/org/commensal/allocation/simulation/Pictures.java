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
