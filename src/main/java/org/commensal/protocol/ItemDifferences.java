package org.commensal.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.protocol.Compared.Pair;
import org.commensal.protocol.StudyDifference.Comparison;
import org.commensal.protocol.StudyDifference.Kind;

/** What is asked: every item of the study by its code, which is one variable of the data wherever its form stands. */
final class ItemDifferences {

    private static final String UNIT = "unit";
    private static final String FORMULA = "formula";
    private static final String RESULT = "result";
    private static final List<String> WHOLE_NUMBERS = List.of("integer", "nrs", "vas");

    static final List<Comparison> TABLE =
            List.of(ItemDifferences::kept, ItemDifferences::meaning, ItemDifferences::wording, ItemDifferences::asking);

    private ItemDifferences() {}

    /** An item with the form that asks it. */
    record Asked(String form, Item item) {}

    private static Compared<Asked> items(Study old, Study amended) {
        return Compared.of(
                Asked::form, all(old), all(amended), asked -> asked.item().code());
    }

    private static List<Asked> all(Study study) {
        return study.questionnaires().values().stream()
                .flatMap(form -> form.items().stream().map(item -> new Asked(form.id(), item)))
                .toList();
    }

    private static <R> Function<Asked, R> item(Function<Item, R> respect) {
        return asked -> respect.apply(asked.item());
    }

    private static Stream<StudyDifference> kept(Study old, Study amended) {
        Compared<Asked> items = items(old, amended);
        return Stream.of(
                        items.added(
                                Kind.ITEM_ADDED,
                                asked -> Sentence.of(
                                        "Item %s is new in %s: \"%s\". Forms that were sent before do not have it.",
                                        "Vraag %s is nieuw in %s: \"%s\". Eerder verstuurde formulieren hebben die niet.",
                                        asked.item().code(),
                                        asked.form(),
                                        asked.item().question())),
                        items.removed(
                                Kind.ITEM_RETIRED,
                                asked -> Sentence.of(
                                        "Item %s of %s is retired: \"%s\". What was answered is kept and shown as retired.",
                                        "Vraag %s van %s vervalt: \"%s\". Wat is ingevuld blijft bewaard en staat er als"
                                                + " vervallen.",
                                        asked.item().code(),
                                        asked.form(),
                                        asked.item().question())),
                        items.changed(
                                Kind.ITEM_MOVED,
                                Asked::form,
                                pair -> Sentence.of(
                                        "Item %s is asked in %s instead of %s.",
                                        "Vraag %s staat in %s in plaats van in %s.",
                                        pair.code(),
                                        pair.amended().form(),
                                        pair.old().form())))
                .flatMap(found -> found);
    }

    private static Stream<StudyDifference> meaning(Study old, Study amended) {
        Compared<Asked> items = items(old, amended);
        return Stream.of(
                        items.pairs().flatMap(ItemDifferences::type),
                        items.changed(
                                Kind.ITEM_UNIT,
                                item(item -> setting(item, UNIT)),
                                pair -> Sentence.of(
                                        "Item %s is in \"%s\" instead of \"%s\". Retire it and add an item with another"
                                                + " code.",
                                        "Vraag %s is in \"%s\" in plaats van \"%s\". Laat die vervallen en voeg een vraag"
                                                + " met een andere code toe.",
                                        pair.code(),
                                        setting(pair.amended().item(), UNIT),
                                        setting(pair.old().item(), UNIT))),
                        items.changed(
                                Kind.ITEM_FORMULA,
                                item(item -> setting(item, FORMULA)),
                                pair -> Sentence.of(
                                        "Item %s is computed as %s instead of %s.",
                                        "Vraag %s wordt berekend als %s in plaats van %s.",
                                        pair.code(),
                                        setting(pair.amended().item(), FORMULA),
                                        setting(pair.old().item(), FORMULA))),
                        items.pairs().filter(ItemDifferences::sameType).flatMap(ItemDifferences::limits),
                        items.pairs().filter(ItemDifferences::sameType).flatMap(OptionDifferences::of))
                .flatMap(found -> found);
    }

    /** A number that is asked in another way, such as on a line, keeps its meaning where the same answers are possible. */
    private static Stream<StudyDifference> type(Pair<Asked> pair) {
        String values = values(pair.old().item());
        boolean sameValues =
                !values.isEmpty() && values.equals(values(pair.amended().item()));
        return Compared.whole(
                sameValues ? Kind.ITEM_SHOWN : Kind.ITEM_TYPE,
                pair.amended().form(),
                pair.code(),
                type(pair.old()),
                type(pair.amended()),
                Sentence.of(
                        sameValues
                                ? "Item %s is asked as %s instead of %s. The values stay the same."
                                : "Item %s has type %s instead of %s. Retire it and add an item with another code.",
                        sameValues
                                ? "Vraag %s wordt gesteld als %s in plaats van %s. De waarden blijven dezelfde."
                                : "Vraag %s heeft type %s in plaats van %s. Laat die vervallen en voeg een vraag"
                                        + " met een andere code toe.",
                        pair.code(),
                        type(pair.amended()),
                        type(pair.old())));
    }

    private static String values(Item item) {
        return WHOLE_NUMBERS.contains(item.type()) ? setting(item, "least") + " to " + setting(item, "most") : "";
    }

    private static String type(Asked asked) {
        return (asked.item().type() + " " + setting(asked.item(), RESULT)).strip();
    }

    private static String setting(Item item, String key) {
        return item.settings().getOrDefault(key, "");
    }

    private static boolean sameType(Pair<Asked> pair) {
        return pair.old().item().type().equals(pair.amended().item().type());
    }

    private static Stream<StudyDifference> limits(Pair<Asked> pair) {
        return Compared.whole(
                Kind.ITEM_LIMITS,
                pair.amended().form(),
                pair.code(),
                limits(pair.old()),
                limits(pair.amended()),
                Sentence.of(
                        "Item %s takes: %s. It took: %s. Earlier answers stay as they are.",
                        "Vraag %s accepteert: %s. Eerst: %s. Eerdere antwoorden blijven zoals ze zijn.",
                        pair.code(),
                        limits(pair.amended()),
                        limits(pair.old())));
    }

    private static Map<String, String> limits(Asked asked) {
        Map<String, String> limits = new TreeMap<>(asked.item().settings());
        limits.keySet().removeAll(List.of(UNIT, FORMULA, RESULT, Item.MAY_REFUSE));
        return limits;
    }

    private static Stream<StudyDifference> wording(Study old, Study amended) {
        Compared<Asked> items = items(old, amended);
        return Stream.of(
                        items.changed(
                                Kind.ITEM_REWORDED,
                                item(Item::question),
                                pair -> Sentence.of(
                                        "Item %s asks %s.",
                                        "Vraag %s is %s.",
                                        pair.code(),
                                        Sentence.reworded(
                                                pair.amended().item().question(),
                                                pair.old().item().question()))),
                        items.changed(
                                Kind.ITEM_HELP,
                                item(Item::help),
                                pair -> Sentence.of(
                                        "The help of item %s is %s.",
                                        "De uitleg bij vraag %s is %s.",
                                        pair.code(),
                                        Sentence.reworded(
                                                pair.amended().item().help(),
                                                pair.old().item().help()))))
                .flatMap(found -> found);
    }

    private static Stream<StudyDifference> asking(Study old, Study amended) {
        Compared<Asked> items = items(old, amended);
        return Stream.of(
                        items.changed(
                                Kind.ITEM_CONDITION,
                                item(item -> item.askIf().map(Expression::source)),
                                pair -> Sentence.of(
                                        "Item %s is asked if: %s. It was asked if: %s. A dash is always.",
                                        "Vraag %s wordt gesteld als: %s. Eerst als: %s. Een streepje is altijd.",
                                        pair.code(),
                                        pair.amended().item().askIf(),
                                        pair.old().item().askIf())),
                        items.changed(
                                Kind.ITEM_REQUIRED,
                                item(Item::required),
                                pair -> pair.amended().item().required()
                                        ? Sentence.of(
                                                "Item %s may no longer be skipped.",
                                                "Vraag %s mag niet meer worden overgeslagen.", pair.code())
                                        : Sentence.of(
                                                "Item %s may be skipped.",
                                                "Vraag %s mag worden overgeslagen.", pair.code())),
                        items.changed(
                                Kind.ITEM_REFUSAL,
                                item(Item::mayRefuse),
                                pair -> pair.amended().item().mayRefuse()
                                        ? Sentence.of(
                                                "Whoever leaves item %s open preferred not to say; before, it was"
                                                        + " skipped.",
                                                "Wie vraag %s openlaat, zegt het liever niet; eerst gold de vraag als"
                                                        + " overgeslagen.",
                                                pair.code())
                                        : Sentence.of(
                                                "Whoever leaves item %s open skipped it; before, they preferred not to"
                                                        + " say.",
                                                "Wie vraag %s openlaat, slaat die over; eerst gold dat als liever niet"
                                                        + " zeggen.",
                                                pair.code())),
                        items.changed(
                                Kind.ITEM_EXPORT,
                                item(Item::exportClass),
                                pair -> Sentence.of(
                                        "A release treats item %s as %s instead of %s.",
                                        "Een release behandelt vraag %s als %s in plaats van %s.",
                                        pair.code(),
                                        pair.amended().item().exportClass(),
                                        pair.old().item().exportClass())))
                .flatMap(found -> found);
    }
}
