package org.commensal.export.disclosure;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.anonymity.Anonymised;
import org.commensal.anonymity.DisclosureRisk;
import org.commensal.anonymity.FullDomainSearch;
import org.commensal.anonymity.Hierarchy;
import org.commensal.anonymity.Metric;
import org.commensal.anonymity.QuasiIdentifiers;
import org.commensal.export.release.Specification.Anonymity;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Kind;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * The tables of a release as they may leave, with the risk that somebody in them is recognised.
 *
 * <p>Where k-anonymity is asked for, the columns by which somebody could be recognised are generalised as far as is
 * needed and no further, each as a whole ({@link FullDomainSearch}); of the few subjects who still stand out these columns
 * are emptied. Kinds of events and groups of medicines that fewer than k subjects have are told together. Two releases of
 * the same facts are generalised alike.
 *
 * @param before the risk as the tables were
 */
public record Disclosure(List<Table> tables, DisclosureReport report) {

    /** Above which a row counts as at risk: the threshold of the European Medicines Agency for published clinical data. */
    static final double THRESHOLD = 0.09;

    /** Events and medicines, of which one that few subjects have tells who they are; a subject may have several. */
    public static final Set<String> EVENTS = Set.of("adverse_events.category", "medication.atc");

    private static final Text IMPOSSIBLE = new Text(
            "These variables cannot be made %s-anonymous with so few subjects suppressed. Leave one of them out: %s.",
            "Met zo weinig onderdrukte deelnemers zijn deze variabelen niet %s-anoniem te maken. Laat er een weg: %s.");

    /**
     * @param recognising the columns by which somebody could be recognised, as {@code table.column}
     * @param asked where k-anonymity is asked for
     * @throws Refusal {@code CONFLICT} where it cannot be reached; {@code TOO_LARGE} where that is too much to find out
     */
    public static Disclosure of(List<Table> tables, Set<String> recognising, Optional<Anonymity> asked) {
        Profiles profiles = Profiles.of(tables, recognising);
        DisclosureRisk before = DisclosureRisk.prosecutor(profiles.rows(), THRESHOLD);
        if (asked.isEmpty()
                || profiles.names().isEmpty()
                || profiles.bySubject().isEmpty()) {
            return new Disclosure(tables, DisclosureReport.asItIs(profiles.names(), before));
        }
        return new Disclosure(tables, DisclosureReport.asItIs(profiles.names(), before))
                .anonymised(profiles, asked.get());
    }

    private Disclosure anonymised(Profiles profiles, Anonymity asked) {
        Map<String, Generalisation> ways = new LinkedHashMap<>();
        List<String> names = profiles.names();
        profiles.columns()
                .forEach((name, column) -> ways.put(
                        name, new Generalisation(column.kind(), profiles.values(names.indexOf(name)), asked.k())));
        List<Hierarchy> hierarchies =
                ways.values().stream().map(Generalisation::hierarchy).toList();
        Anonymised found = FullDomainSearch.best(
                        QuasiIdentifiers.of(hierarchies, profiles.rows()),
                        asked.k(),
                        asked.suppressedPercent() / 100.0,
                        Metric.ENTROPY_WITH_SUPPRESSION)
                .orElseThrow(() -> new Refusal(Reason.CONFLICT, IMPOSSIBLE.with(asked.k(), String.join(", ", names))));
        Set<String> suppressed = new HashSet<>(profiles.bySubject().keySet());
        List<String> subjects = List.copyOf(profiles.bySubject().keySet());
        found.kept().forEach(row -> suppressed.remove(subjects.get(row)));
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            levels.put(names.get(i), found.levels().get(i));
        }
        new Occurrences(tables, EVENTS).subjects().forEach((name, values) -> {
            Generalisation way = new Generalisation(Kind.TEXT, values, asked.k());
            ways.put(name, way);
            levels.put(
                    name, subjects.stream().allMatch(value -> way.at(1, value).equals(value)) ? 0 : 1);
        });
        GeneralisedTables generalised = new GeneralisedTables(ways, levels, suppressed);
        List<Table> changed = tables.stream().map(generalised::of).toList();
        Map<String, List<String>> classes = new LinkedHashMap<>();
        List<List<String>> rows = found.rows();
        found.kept().forEach(row -> classes.put(subjects.get(row), rows.get(row)));
        boolean nothingElse = profiles.areAll(tables) && asked.k() >= Math.ceil(1 / THRESHOLD);
        return new Disclosure(
                changed,
                report.after(
                        asked,
                        generalised.told(),
                        suppressed.size(),
                        DisclosureRisk.prosecutor(List.copyOf(classes.values()), THRESHOLD),
                        Spread.of(tables, ways.keySet(), classes),
                        nothingElse));
    }
}
