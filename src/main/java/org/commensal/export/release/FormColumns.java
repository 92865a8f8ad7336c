package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
import org.commensal.instrument.Value.Missing;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.AnswersJson;

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

    private static final String UNKNOWN = AnswersJson.word(Missing.UNKNOWN);
    private static final String NOT_APPLICABLE = AnswersJson.word(Missing.NOT_APPLICABLE);

    /** What a day is called that counts from randomisation. */
    private static final String STUDY_DAY = "study-day";

    private final AmendedForm form;
    private final Column event;
    private final boolean first;
    private final List<Variable<Item>> items;
    private final List<Variable<Score>> scores;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Integer> confirmations = new ArrayList<>();
    private final List<Integer> days = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Explained> explained;
    private final String[] empty;

    /** As they were in the first edition: dates as they were given, and no reason where a score is not there. */
    FormColumns(AmendedForm form) {
        this(form, Column.text("event", new Text("Visit or diary block", "Bezoek of dagboekperiode")), true);
    }

    /** @param versions of the study, by which the codes of visits, blocks and events mean something */
    FormColumns(AmendedForm form, List<Study> versions) {
        this(form, KeyColumns.event(versions), false);
    }

    private FormColumns(AmendedForm form, Column event, boolean first) {
        this.form = form;
        this.event = event;
        this.first = first;
        this.items = form.released();
        this.scores = form.scores();
        addColumns();
        this.explained = explain();
        this.empty = empty();
    }

    /** The items and scores of every form that have a column. */
    static Set<String> released(List<Study> versions) {
        Set<String> released = new HashSet<>();
        AmendedForm.all(versions).forEach(form -> released.addAll(new FormColumns(form, versions).places.keySet()));
        return released;
    }

    List<Column> all() {
        return columns;
    }

    /** How many columns say when and by whom, before the first answer. */
    int keys() {
        return 4 + (form.severally() ? 1 : 0) + (form.isOfEvent() ? 1 : 0);
    }

    /** The places of days that are to count from randomisation. */
    List<Integer> days() {
        return days;
    }

    /**
     * Of which nothing need be said elsewhere: an item that the version did not have was not asked, and of another nobody
     * knows.
     *
     * @param code of the item or score
     * @param place of the column that says why it is empty
     * @param versions that ask it
     */
    record Explained(String code, int place, Set<String> versions) {

        String why(String version) {
            return versions.contains(version) ? UNKNOWN : NOT_APPLICABLE;
        }
    }

    /** What is explained in every row; nothing in the first edition. */
    List<Explained> explained() {
        return explained;
    }

    /** An empty row, in which no answer is unusual. */
    String[] cells() {
        return empty.clone();
    }

    /** Where the cell of a column is; negative where it has none. */
    int place(String column) {
        return places.getOrDefault(column, -1);
    }

    private List<Explained> explain() {
        Map<String, Set<String>> versions = new LinkedHashMap<>();
        items.forEach(item -> versions.put(item.newest().code(), item.versions().keySet()));
        scores.forEach(
                score -> versions.put(score.newest().code(), score.versions().keySet()));
        List<Explained> all = new ArrayList<>();
        versions.forEach((code, own) -> {
            if (!first && places.containsKey(code + REASON)) {
                all.add(new Explained(code, place(code + REASON), own));
            }
        });
        return all;
    }

    private String[] empty() {
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "");
        confirmations.forEach(place -> cells[place] = "false");
        return cells;
    }

    private void addColumns() {
        columns.add(ParticipantTable.subjectColumn());
        columns.add(event);
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
        for (Variable<Item> variable : items) {
            addAnswer(variable);
            if (canBeEmpty(variable)) {
                addReason(variable.newest().code());
            }
        }
        for (Variable<Score> variable : scores) {
            Score score = variable.newest();
            Column column = Column.of(score.code(), "number", Kind.NUMBER, score.label())
                    .amended(form.amended(
                            variable, one -> Text.same(one.formula().source())));
            add(first ? column : column.explainedBy(score.code() + REASON));
            if (!first) {
                addReason(score.code());
            }
        }
    }

    private void addReason(String code) {
        add(Column.choice(
                code + REASON, new Text("Why there is no " + code, "Waarom er geen " + code + " is"), Table.REASONS));
    }

    private boolean canBeEmpty(Variable<Item> variable) {
        return variable.inAny(FormColumns::canBeMissing) || !first && !form.hasAlways(variable);
    }

    private static boolean canBeMissing(Item item) {
        return !item.required() || item.askIf().isPresent() || item.type().equals("computed");
    }

    /** One column, or one for each part of the answer that is not left out; and whether it was unusual and confirmed. */
    private void addAnswer(Variable<Item> variable) {
        Item item = variable.newest();
        Amended amended = form.amended(variable, AmendedForm::wording);
        List<Item> parts = ItemTypes.of(item).parts(item);
        if (!first && kind(variable) == Kind.DAY) {
            days.add(columns.size());
            add(explained(variable, Column.of(item.code(), STUDY_DAY, Kind.NUMBER, item.question()))
                    .remarked("days since randomisation")
                    .amended(amended));
        } else if (parts.isEmpty()) {
            add(explained(variable, Column.of(item.code(), item.type(), kind(variable), item.question()))
                    .with(codes(variable))
                    .amended(amended));
        }
        parts.stream()
                .filter(part -> !AmendedForm.LEFT_OUT.contains(part.exportClass()))
                .forEach(part -> {
                    Text label = new Text(
                            item.question().en() + " " + part.question().en(),
                            item.question().nl() + " " + part.question().nl());
                    add(explained(
                                    variable,
                                    Column.of(item.code() + "_" + part.code(), part.type(), Kind.of(part), label))
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

    private Column explained(Variable<Item> variable, Column column) {
        return canBeEmpty(variable) ? column.explainedBy(variable.newest().code() + REASON) : column;
    }
}
