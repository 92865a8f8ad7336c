package org.commensal.allocation.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/**
 * What a simulation found, for people: figures of methods side by side with their standard errors, and pictures.
 *
 * <p>The same input gives the same bytes. It holds how is allocated, and is for those who may know that.
 *
 * @param title the study, or what else was simulated
 * @param facts what was simulated, by name: participants, trials, seed …
 */
public record Report(Text title, Map<Text, String> facts, List<Method> methods) {

    /**
     * @param settings as the study file writes them
     * @param histogram trials by the difference between the largest and the smallest arm; empty for exact figures
     * @param trace the probability of each arm from the first participant to the last; empty where it was not kept
     */
    public record Method(
            String name, String settings, List<Figure> figures, List<Integer> histogram, List<Step> trace) {

        public Method {
            figures = List.copyOf(figures);
            histogram = List.copyOf(histogram);
            trace = List.copyOf(trace);
        }

        Map<String, Figure> byName() {
            return figures.stream()
                    .collect(Collectors.toMap(Figure::name, figure -> figure, (a, b) -> a, LinkedHashMap::new));
        }
    }

    /**
     * @param participant counted from 1
     * @param probabilities of each arm, in the order of the study, whoever came before being unknown
     */
    public record Step(int participant, List<Double> probabilities) {

        public Step {
            probabilities = List.copyOf(probabilities);
        }
    }

    private static final List<String> ENDS = List.of("95", "max");
    private static final Text HEADING = new Text("Simulation of the allocation", "Simulatie van de indeling");
    private static final Text FIGURES = new Text("Figures", "Cijfers");
    private static final Text FIGURE = new Text("Figure", "Cijfer");
    private static final Text ERRORS = new Text(
            "Between brackets: the standard error of the simulation. “95” is the value that 95 of 100 trials stay"
                    + " below or reach, “max” the largest of all trials.",
            "Tussen haakjes: de standaardfout van de simulatie. “95” is de waarde waar 95 van de 100 simulaties onder"
                    + " blijven of op uitkomen, “max” de grootste van alle simulaties.");
    private static final Text CAUTION = new Text(
            "This report tells how is allocated. Whoever reads it can guess better: keep it from everybody who recruits,"
                    + " treats or judges participants.",
            "Dit rapport vertelt hoe wordt ingedeeld. Wie het leest, kan beter raden: geef het niet aan mensen die"
                    + " deelnemers werven, behandelen of beoordelen.");
    private static final Text STRATUM = new Text(
            "A difference is counted in participants for one share of the allocation ratio.",
            "Een verschil is geteld in deelnemers per deel van de verdeling over de groepen.");

    public Report {
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        methods = List.copyOf(methods);
    }

    /** One page that needs nothing else: no network, no script. */
    public String page(Language language) {
        return "<!DOCTYPE html>\n<html lang=\"" + language.name().toLowerCase(Locale.ROOT) + "\"><head>"
                + "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + escaped(HEADING.in(language)) + "</title><style>" + STYLE + "</style></head><body><main><h1>"
                + escaped(HEADING.in(language)) + "</h1>\n" + fragment(language) + "</main></body></html>\n";
    }

    /** The same without a page around it: sections that take their style from where they stand. */
    public String fragment(Language language) {
        return "<section><h2>" + escaped(title.in(language)) + "</h2><p>" + escaped(CAUTION.in(language)) + "</p>"
                + facts(language) + "</section>\n<section><h2>" + escaped(FIGURES.in(language)) + "</h2><p>"
                + escaped(STRATUM.in(language)) + " " + escaped(ERRORS.in(language)) + "</p>" + table(language)
                + "</section>\n" + new Pictures(methods).sections(language);
    }

    private String facts(Language language) {
        return facts.entrySet().stream()
                .map(fact ->
                        "<dt>" + escaped(fact.getKey().in(language)) + "</dt><dd>" + escaped(fact.getValue()) + "</dd>")
                .collect(Collectors.joining("", "<dl class=\"simulation-facts\">", "</dl>"));
    }

    private String table(Language language) {
        StringBuilder table = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
                + escaped(FIGURES.in(language)) + "\"><table class=\"simulation\"><thead><tr><th scope=\"col\">"
                + escaped(FIGURE.in(language)) + "</th>");
        for (Method method : methods) {
            table.append("<th scope=\"col\">").append(escaped(method.name()));
            if (!method.settings().isEmpty()) {
                table.append("<br><small>").append(escaped(method.settings())).append("</small>");
            }
            table.append("</th>");
        }
        table.append("</tr></thead><tbody>\n");
        for (String name : rows(methods)) {
            table.append("<tr><th scope=\"row\">")
                    .append(escaped(Labels.of(name).in(language)))
                    .append("</th>");
            for (Method method : methods) {
                Figure figure = method.byName().get(name);
                table.append("<td>")
                        .append(figure == null ? "–" : shown(figure) + ends(name, method))
                        .append("</td>");
            }
            table.append("</tr>\n");
        }
        return table.append("</tbody></table></div>").toString();
    }

    /** The names of the figures that have a row of their own: the ends of a figure stand in its cell. */
    static List<String> rows(List<Method> methods) {
        return names(methods).stream()
                .filter(name -> ENDS.stream().noneMatch(end -> name.endsWith("-" + end)))
                .toList();
    }

    private static String ends(String name, Method method) {
        String ends = method.figures().stream()
                .filter(figure -> ENDS.stream().anyMatch(end -> figure.name().equals(name + "-" + end)))
                .map(figure -> figure.name().substring(name.length() + 1) + ": " + shown(figure))
                .collect(Collectors.joining("; "));
        return ends.isEmpty() ? "" : "<br><small>" + ends + "</small>";
    }

    /** The names of all figures, in the order in which they first occur. */
    public static List<String> names(List<Method> methods) {
        List<String> names = new ArrayList<>();
        for (Method method : methods) {
            int at = 0;
            for (String name : method.byName().keySet()) {
                int known = names.indexOf(name);
                if (known < 0) {
                    names.add(at, name);
                    at++;
                } else {
                    at = known + 1;
                }
            }
        }
        return names;
    }

    /** As {@code 0.6632 (0.0011)}. */
    public static String shown(Figure figure) {
        Double error = figure.error();
        return plain(figure.value()) + (error == null ? "" : " (" + plain(error) + ")");
    }

    private static String plain(double number) {
        double size = Math.abs(number);
        int digits = size >= 100 ? 1 : size >= 1 ? 3 : 4;
        String written = String.format(Locale.ROOT, "%." + digits + "f", number);
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : written;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String STYLE = "body{font:16px/1.5 sans-serif;color:#1d2a2b;background:#fffefb;margin:2rem}"
            + "main{max-width:70rem;margin:auto}table{border-collapse:collapse}.scroll{overflow-x:auto}"
            + "th,td{border-bottom:1px solid #ddd8cc;padding:.3rem .8rem;text-align:left;vertical-align:top}"
            + "td{font-variant-numeric:tabular-nums;white-space:nowrap}"
            + "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.5rem}dd{margin:0}"
            + "svg{max-width:100%;height:auto}.pictures{display:flex;flex-wrap:wrap;gap:1.5rem}figure{margin:0}"
            + ".count,.spot{fill:#1d5c57}.trace{stroke:#1d5c57}.axis{stroke:#7d8279}svg text{fill:#1d2a2b;font-size:12px}";
}
