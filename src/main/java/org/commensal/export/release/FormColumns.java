package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.export.release.AmendedForm.Variable;
import org.commensal.export.release.Table.Amended;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire.Score;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Text;

/**
 * The variables of a questionnaire: when and by whom, each item with why it is missing, each score.
 *
 * <p>Free text, direct identifiers and sensitive items have no column, also where only one version of the protocol called
 * them so. The columns follow from the protocol alone.
 */
final class FormColumns {

    static final String REASON = "_missing";
    static final String CONFIRMED = "_confirmed";
    static final String LATE = "late";
    static final String VERSION = "protocol_version";
    static final String INSTANCE = "instance";

    private static final Set<String> LEFT_OUT = Set.of("free-text", "direct-identifier", "sensitive");

    private final AmendedForm form;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Integer> confirmations = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    FormColumns(AmendedForm form) {
        this.form = form;
        addColumns();
    }

    List<Column> all() {
        return columns;
    }

    /** An empty row, in which no answer is unusual. */
    String[] cells() {
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "");
        confirmations.forEach(place -> cells[place] = "false");
        return cells;
    }

    /** Puts a value into its cell; what has no column is left out. */
    void put(String[] cells, String column, String value) {
        Integer place = places.get(column);
        if (place != null) {
            cells[place] = value;
        }
    }

    private void addColumns() {
        columns.add(ParticipantTable.subjectColumn());
        columns.add(Column.text("event", new Text("Visit or diary block", "Bezoek of dagboekperiode")));
        columns.add(Column.integer(
                "study_day", new Text("Study day (day 0 is randomisation)", "Studiedag (dag 0 is de loting)")));
        add(Column.truth(LATE, new Text("Filled in after its window", "Ingevuld na de periode")));
        if (form.severally()) {
            add(Column.text(
                    VERSION,
                    new Text("Protocol version that was filled in", "Versie van het protocol die is ingevuld")));
        }
        if (form.isOfEvent()) {
            add(Column.integer(INSTANCE, new Text("Which occurrence of the event", "De hoeveelste gebeurtenis")));
        }
        List<Variable<Item>> items = form.items().stream()
                .filter(item -> !item.inAny(version -> LEFT_OUT.contains(version.exportClass())))
                .toList();
        for (Variable<Item> variable : items) {
            Item item = variable.newest();
            addAnswer(variable);
            if (variable.inAny(FormColumns::canBeMissing)) {
                add(Column.choice(
                        item.code() + REASON,
                        new Text("Why there is no " + item.code(), "Waarom er geen " + item.code() + " is"),
                        Table.REASONS));
            }
        }
        for (Variable<Score> variable : form.scores()) {
            Score score = variable.newest();
            add(Column.of(score.code(), "number", Kind.NUMBER, score.label())
                    .amended(form.amended(
                            variable, one -> Text.same(one.formula().source()))));
        }
    }

    private static boolean canBeMissing(Item item) {
        return !item.required() || item.askIf().isPresent() || item.type().equals("computed");
    }

    /** One column, or one for each part of the answer that is not left out; and whether it was unusual and confirmed. */
    private void addAnswer(Variable<Item> variable) {
        Item item = variable.newest();
        Amended amended = form.amended(variable, AmendedForm::wording);
        List<Item> parts = ItemTypes.of(item).parts(item);
        if (parts.isEmpty()) {
            add(explained(variable, Column.of(item.code(), item.type(), kind(variable), item.question()))
                    .with(codes(variable))
                    .amended(amended));
        }
        parts.stream().filter(part -> !LEFT_OUT.contains(part.exportClass())).forEach(part -> {
            Text label = new Text(
                    item.question().en() + " " + part.question().en(),
                    item.question().nl() + " " + part.question().nl());
            add(explained(variable, Column.of(item.code() + "_" + part.code(), part.type(), Kind.of(part), label))
                    .with(part.options().stream().map(FormColumns::code).toList())
                    .amended(amended));
        });
        if (variable.inAny(UsualLimits::isIn)) {
            confirmations.add(columns.size());
            add(Column.truth(
                            item.code() + CONFIRMED,
                            new Text(
                                    item.code() + " is outside its usual limits and was confirmed",
                                    item.code() + " ligt buiten de gewone grenzen en is bevestigd"))
                    .remarked(usual(item))
                    .amended(amended));
        }
    }

    private static String usual(Item item) {
        return "usual: " + item.settings().getOrDefault(UsualLimits.LEAST, "") + " to "
                + item.settings().getOrDefault(UsualLimits.MOST, "");
    }

    private void add(Column column) {
        places.put(column.name(), columns.size());
        columns.add(column);
    }

    private static Code code(Item.Option option) {
        return new Code(option.value(), option.label());
    }

    /** What the codes mean now; a code that is no longer offered stands behind, with its last meaning. */
    private static List<Code> codes(Variable<Item> variable) {
        Map<String, Code> meanings = new LinkedHashMap<>();
        variable.newest().options().forEach(option -> meanings.put(option.value(), code(option)));
        variable.versions().values().stream()
                .flatMap(item -> item.options().stream())
                .forEach(option -> meanings.putIfAbsent(option.value(), code(option)));
        return List.copyOf(meanings.values());
    }

    /** As the newest version has it, where every version has it so. */
    private static Kind kind(Variable<Item> variable) {
        Kind newest = Kind.of(variable.newest());
        return variable.inAny(item -> Kind.of(item) != newest) ? Kind.TEXT : newest;
    }

    private static Column explained(Variable<Item> variable, Column column) {
        return variable.inAny(FormColumns::canBeMissing)
                ? column.explainedBy(variable.newest().code() + REASON)
                : column;
    }
}
