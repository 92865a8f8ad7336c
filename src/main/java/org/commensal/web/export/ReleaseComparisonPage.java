package org.commensal.web.export;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.access.CurrentActor;
import org.commensal.export.CompareReleases;
import org.commensal.export.CompareReleases.Compared;
import org.commensal.export.Release;
import org.commensal.export.Releases;
import org.commensal.export.comparison.Comparison.Aside;
import org.commensal.export.comparison.Comparison.Lack;
import org.commensal.export.comparison.Comparison.TableDifference;
import org.commensal.export.comparison.Comparison.VariableDifference;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Ids;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.export.ComparisonSheet.Changed;
import org.commensal.web.export.ComparisonSheet.Count;
import org.commensal.web.export.ComparisonSheet.End;
import org.commensal.web.export.ComparisonSheet.Fact;
import org.commensal.web.export.ComparisonSheet.Result;
import org.commensal.web.export.ComparisonSheet.Row;
import org.commensal.web.export.ComparisonSheet.Told;

/** What is different between two datasets, in numbers; the older one first, whichever way it was asked. */
@ApplicationScoped
@Path("/studies/{study}/releases/{release}/compare")
@Produces(MediaType.TEXT_HTML)
public class ReleaseComparisonPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    Releases releases;

    @Inject
    CompareReleases comparing;

    /** @param with the id of another one; without it that one is chosen here */
    @GET
    public JteModel show(
            @PathParam("study") String study,
            @PathParam("release") UUID id,
            @QueryParam("with") @DefaultValue("") String with) {
        Actor actor = currentActor.actor();
        Screen screen = screens.in(study);
        Release release = releases.downloadable(actor, study, id);
        ZoneId zone = studies.get(actor, study).study().zone();
        Optional<Result> result = with.isEmpty()
                ? Optional.empty()
                : Optional.of(result(screen, zone, comparing.compare(actor, study, id, Ids.uuid(with))));
        ComparisonSheet sheet = new ComparisonSheet(
                address(release),
                release.name(),
                others(screen, zone, release, releases.list(actor, study)),
                with,
                result);
        return pages.exportComparison(screen, sheet);
    }

    /** What a dataset can be compared with: id and name, the newest first. */
    static List<Pair> others(Screen screen, ZoneId zone, Release release, List<Release> all) {
        return all.stream()
                .filter(other -> other.isDownloadable() && !other.id().equals(release.id()))
                .map(other -> new Pair(
                        other.id().toString(),
                        other.name() + " · " + screen.texts().moment(other.made(), zone)))
                .toList();
    }

    private static Result result(Screen screen, ZoneId zone, Compared compared) {
        List<TableDifference> tables = compared.comparison().tables();
        List<TableDifference> changed =
                tables.stream().filter(TableDifference::hasOtherData).toList();
        List<TableDifference> same = tables.stream()
                .filter(table -> table.lack().isEmpty() && !table.hasOtherData())
                .toList();
        String said = compared.comparison().isSame()
                ? screen.t("compare.same")
                : changed.isEmpty()
                        ? screen.t("compare.same-data")
                        : screen.t("compare.said", changed.size(), changed.size() + same.size());
        return new Result(
                end(compared.older()),
                end(compared.newer()),
                facts(screen, zone, compared),
                said,
                changed.stream().map(table -> changed(screen, table)).toList(),
                changed.isEmpty()
                        ? ""
                        : same.stream().map(TableDifference::name).collect(Collectors.joining(", ")),
                compared.newer().specification().history(),
                lacks(screen, compared),
                asides(screen, tables),
                address(compared.newer()) + "/comparison.csv?with="
                        + compared.older().id());
    }

    private static End end(Release release) {
        return new End(address(release), release.name());
    }

    private static String address(Release release) {
        return "/studies/" + release.study() + "/releases/" + release.id();
    }

    private static List<Fact> facts(Screen screen, ZoneId zone, Compared compared) {
        List<Fact> facts = new ArrayList<>();
        Map<String, Function<Release, String>> told = new LinkedHashMap<>();
        told.put("releases.asked", release -> screen.texts().moment(release.made(), zone));
        told.put("releases.checkpoint", release -> Long.toString(release.checkpoint()));
        told.put("releases.version", Release::version);
        told.put(
                "releases.population",
                release -> screen.in(release.specification().population().label()));
        told.put("releases.cut-off", release -> release.specification()
                .cutOff()
                .map(screen.texts()::day)
                .orElse("–"));
        told.put("releases.k", release -> release.specification()
                .anonymity()
                .map(asked -> Integer.toString(asked.k()))
                .orElse("–"));
        told.forEach((name, of) ->
                facts.add(new Fact(screen.t(name), of.apply(compared.older()), of.apply(compared.newer()))));
        return facts;
    }

    private static Changed changed(Screen screen, TableDifference table) {
        return new Changed(
                table.name(),
                screen.in(table.label()),
                count(table.both()),
                count(table.added()),
                count(table.gone()),
                count(table.cells()),
                table.variables().stream()
                        .filter(variable -> variable.cells() > 0)
                        .map(variable -> row(screen, variable))
                        .toList());
    }

    private static Row row(Screen screen, VariableDifference variable) {
        return new Row(
                variable.name(),
                screen.in(variable.label()),
                List.of(
                        new Count(screen.t("compare.filled-in"), variable.filledIn()),
                        new Count(screen.t("compare.changed"), variable.changed()),
                        new Count(screen.t("compare.emptied"), variable.emptied()),
                        new Count(screen.t("compare.other-reason"), variable.otherReason())));
    }

    private static String count(long cells) {
        return cells == 0 ? "–" : Long.toString(cells);
    }

    /** What only one of them has: whole tables by the reason, then variables by their table and the reason. */
    private static List<Told> lacks(Screen screen, Compared compared) {
        List<TableDifference> tables = compared.comparison().tables();
        List<Told> told = new ArrayList<>();
        byReason(tables, TableDifference::lack, TableDifference::name)
                .forEach((lack, names) ->
                        told.add(lacking(screen, compared, "", screen.t("compare.whole"), names, lack)));
        for (TableDifference table : tables) {
            byReason(table.variables(), VariableDifference::lack, VariableDifference::name)
                    .forEach((lack, names) ->
                            told.add(lacking(screen, compared, table.name(), screen.in(table.label()), names, lack)));
        }
        return told;
    }

    private static Told lacking(Screen screen, Compared compared, String table, String label, String names, Lack lack) {
        Release has = lack.older() ? compared.newer() : compared.older();
        return new Told(table, label, names, has.name(), screen.in(lack.why().said()));
    }

    private static List<Told> asides(Screen screen, List<TableDifference> tables) {
        List<Told> told = new ArrayList<>();
        for (TableDifference table : tables) {
            byReason(table.variables(), VariableDifference::aside, VariableDifference::name)
                    .forEach((Aside aside, String names) -> told.add(
                            new Told(table.name(), screen.in(table.label()), names, "", screen.in(aside.said()))));
        }
        return told;
    }

    /** The names of those for which there is a reason, by that reason. */
    private static <D, R> Map<R, String> byReason(
            List<D> all, Function<D, Optional<R>> reason, Function<D, String> name) {
        Map<R, String> names = new LinkedHashMap<>();
        all.forEach(one -> reason.apply(one)
                .ifPresent(found -> names.merge(found, name.apply(one), (some, more) -> some + ", " + more)));
        return names;
    }
}
