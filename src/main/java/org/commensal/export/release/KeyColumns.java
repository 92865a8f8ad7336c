package org.commensal.export.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.quality.Completeness;

/** The columns by which rows of different tables are found together, with what their codes mean in every version. */
final class KeyColumns {

    private static final Map<Completeness, Code> STATES = Map.of(
            Completeness.ANSWERED, new Code("answered", new Text("filled in", "ingevuld")),
            Completeness.MISSING, new Code("missing", new Text("its window is over without it", "niet ingevuld")),
            Completeness.NOT_EXPECTED,
                    new Code(
                            "not-applicable",
                            new Text("stopped, or screening ended, before it was due", "gestopt voor het nodig was")),
            Completeness.NOT_DUE,
                    new Code("not-reached", new Text("its window is not over, or never came", "nog niet aan de orde")));

    private KeyColumns() {}

    /** A visit, a block of the diary or an event. */
    static Column event(List<Study> versions) {
        return Column.choice(
                "event",
                new Text("Visit, diary block or event", "Bezoek, dagboekperiode of gebeurtenis"),
                events(versions));
    }

    private static List<Code> events(List<Study> versions) {
        return codes(versions, study -> Stream.of(
                        study.schedule().visits().stream().map(visit -> new Code(visit.code(), visit.name())),
                        study.schedule().blocks().stream().map(block -> new Code(block.code(), block.name())),
                        study.schedule().events().stream().map(event -> new Code(event.code(), event.name())))
                .flatMap(each -> each));
    }

    static Column form(List<Study> versions) {
        return Column.choice(
                "form",
                new Text("Form, as its table is called", "Formulier, zoals de tabel ervan heet"),
                codes(versions, study -> study.questionnaires().values().stream()
                        .map(form -> new Code(form.id(), form.title()))));
    }

    /** Each code once, with its newest meaning; those of the newest version first. */
    static List<Code> codes(List<Study> versions, Function<Study, Stream<Code>> of) {
        Map<String, Code> codes = new LinkedHashMap<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            of.apply(versions.get(i)).forEach(code -> codes.putIfAbsent(code.value(), code));
        }
        return new ArrayList<>(codes.values());
    }

    static Column studyDay(String name, String en, String nl) {
        return Column.integer(
                name, new Text(en + " (study day; day 0 is randomisation)", nl + " (studiedag; dag 0 is de loting)"));
    }

    static Column instance() {
        return Column.integer(
                FormColumns.INSTANCE, new Text("Which occurrence of the event", "De hoeveelste gebeurtenis"));
    }

    static Column state(Text label) {
        return Column.choice(
                "state",
                label,
                Stream.of(Completeness.values()).map(KeyColumns::state).toList());
    }

    static Code state(Completeness state) {
        return Objects.requireNonNull(STATES.get(state));
    }

    /** Why a computed value is not there. */
    static Column reason(String column) {
        return Column.choice(
                column + FormColumns.REASON,
                new Text("Why there is no " + column, "Waarom er geen " + column + " is"),
                Table.REASONS_OF_COMPUTED);
    }

    /** As codes are written: {@code visit-window}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
