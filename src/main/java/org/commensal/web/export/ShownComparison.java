package org.commensal.web.export;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.export.CompareReleases.Compared;
import org.commensal.export.Release;
import org.commensal.export.comparison.Comparison.Aside;
import org.commensal.export.comparison.Comparison.Lack;
import org.commensal.export.comparison.Comparison.TableDifference;
import org.commensal.export.comparison.Comparison.VariableDifference;
import org.commensal.export.comparison.Comparison.Why;
import org.commensal.kernel.Text;

/**
 * What is different between two releases, as a program gets it.
 *
 * @param same whether they hold the same, as far as they are compared
 */
public record ShownComparison(Side older, Side newer, boolean same, List<Table> tables) {

    public record Side(UUID id, String name, long checkpoint) {

        static Side of(Release release) {
            return new Side(release.id(), release.name(), release.checkpoint());
        }
    }

    /**
     * @param lackedBy {@code older} or {@code newer}, where only the other one has it
     * @param because why that one has not got it
     */
    public record Table(
            String name,
            Text label,
            Optional<String> lackedBy,
            Optional<String> because,
            long both,
            long added,
            long gone,
            List<Variable> variables) {

        static Table of(TableDifference table) {
            return new Table(
                    table.name(),
                    table.label(),
                    table.lack().map(ShownComparison::who),
                    table.lack().map(Lack::why).map(Why::code),
                    table.both(),
                    table.added(),
                    table.gone(),
                    table.variables().stream().map(Variable::of).toList());
        }
    }

    /** @param because why the one has not got it, or why it is not compared though both have it */
    public record Variable(
            String name,
            Text label,
            Optional<String> lackedBy,
            Optional<String> because,
            long filledIn,
            long changed,
            long emptied,
            long otherReason) {

        static Variable of(VariableDifference variable) {
            return new Variable(
                    variable.name(),
                    variable.label(),
                    variable.lack().map(ShownComparison::who),
                    variable.lack().map(Lack::why).map(Why::code).or(() -> variable.aside()
                            .map(Aside::code)),
                    variable.filledIn(),
                    variable.changed(),
                    variable.emptied(),
                    variable.otherReason());
        }
    }

    static ShownComparison of(Compared compared) {
        return new ShownComparison(
                Side.of(compared.older()),
                Side.of(compared.newer()),
                compared.comparison().isSame(),
                compared.comparison().tables().stream().map(Table::of).toList());
    }

    private static String who(Lack lack) {
        return lack.older() ? "older" : "newer";
    }
}
