package org.commensal.export.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.FactorRule;

/**
 * By which levels of the factors each subject was randomised; a level that was wrong stands as it was used. The site has
 * its pseudonym.
 */
final class FactorTable {

    private static final String NAME = "factors";

    private FactorTable() {}

    /** Whether any version randomises by factors. */
    static boolean isIn(Basis basis) {
        return basis.versions().stream().anyMatch(study -> !study.factors().isEmpty());
    }

    /** Its columns, as {@code table.column}. */
    static List<String> names(List<Study> versions) {
        return versions.stream()
                .flatMap(study -> study.factors().stream())
                .map(factor -> NAME + "." + name(factor))
                .distinct()
                .toList();
    }

    /** The one that is the site, as {@code table.column}. */
    static List<String> ofSites(List<Study> versions) {
        return versions.stream()
                .flatMap(study -> study.factors().stream())
                .filter(factor -> isSite(versions, factor))
                .map(factor -> NAME + "." + name(factor))
                .distinct()
                .toList();
    }

    static Table of(Basis basis, FactorRegister register, byte[] seed) {
        Map<String, FactorRule> factors = new LinkedHashMap<>();
        for (int i = basis.versions().size() - 1; i >= 0; i--) {
            basis.versions().get(i).factors().forEach(factor -> factors.putIfAbsent(factor.name(), factor));
        }
        Map<String, String> sites = ParticipantTable.sites(basis.study(), seed);
        List<Column> columns = new ArrayList<>(List.of(ParticipantTable.subjectColumn()));
        factors.values().forEach(factor -> columns.add(column(basis.versions(), factor)));
        return new Table(NAME, new Text("Factors of randomisation", "Factoren van de loting"), columns, rows -> {
            Map<String, Map<String, String>> levels =
                    register.levels(basis.study().id(), basis.checkpoint());
            basis.subjects().forEach((id, subject) -> {
                Map<String, String> own = levels.getOrDefault(subject.code(), Map.of());
                if (levels.containsKey(subject.code())) {
                    rows.accept(Stream.concat(
                                    Stream.of(id),
                                    factors.values().stream().map(factor -> level(basis, factor, own, sites)))
                            .toArray(String[]::new));
                }
            });
        });
    }

    private static String name(FactorRule factor) {
        return factor.name().replace('-', '_');
    }

    private static Column column(List<Study> versions, FactorRule factor) {
        String name = name(factor);
        if (isSite(versions, factor)) {
            return Column.text(name, factor.label());
        }
        return Column.choice(name, factor.label(), KeyColumns.codes(versions, study -> study.factors().stream()
                .filter(other -> other.name().equals(factor.name()))
                .flatMap(other -> other.levels().stream())
                .map(level -> new Code(level.code(), level.label()))));
    }

    private static String level(Basis basis, FactorRule factor, Map<String, String> own, Map<String, String> sites) {
        String level = own.getOrDefault(factor.name(), "");
        return isSite(basis.versions(), factor) ? sites.getOrDefault(level, "") : level;
    }

    /** Whether the levels of a factor are sites in any version, which then has no other name here. */
    private static boolean isSite(List<Study> versions, FactorRule factor) {
        return versions.stream()
                .filter(study -> study.siteFactor() >= 0)
                .anyMatch(
                        study -> study.factors().get(study.siteFactor()).name().equals(factor.name()));
    }
}
