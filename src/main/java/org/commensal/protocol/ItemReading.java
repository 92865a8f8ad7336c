package org.commensal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemType;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/** Reads the items of one form; its type reads the settings of its own. */
final class ItemReading {

    private static final List<String> EXPORT_CLASSES =
            List.of("normal", "quasi-identifier", "sensitive", "tells-arm", "free-text", "direct-identifier");
    private static final List<String> RELEASED = List.of("normal", "quasi-identifier");
    private static final Pattern OPTION = Pattern.compile("-?[0-9]{1,9}|[a-z][a-z0-9_]*");
    private static final int MOST_OPTIONS = 100;

    private final Wording wording;
    private final Map<String, List<Item.Option>> sets = new LinkedHashMap<>();

    /** @param form which may name lists of options once, under {@code option-sets}, for several items */
    ItemReading(Settings form, Wording wording) {
        this.wording = wording;
        form.optionalChild("option-sets")
                .ifPresent(named -> named.keys().forEach(name -> sets.put(name, options(named, name, name))));
    }

    /** @param before what the items before it say; its conditions may use that */
    Item read(Settings at, String code, Formulas before) {
        Text question = wording.question(at, code);
        Optional<Text> concept = optionalText(at, "concept").filter(about -> question.equals(Wording.PLACEHOLDER));
        Optional<Text> help = optionalText(at, "help").or(() -> concept);
        Optional<ItemType> type = type(at);
        List<Item.Option> options = type.filter(ItemType::hasOptions)
                .map(known -> itsOptions(at, code, known))
                .orElse(List.of());
        Map<String, String> settings = type.map(known -> known.settings(at)).orElse(Map.of());
        Item item = new Item(
                code,
                at.optionalString("type").orElse(""),
                question,
                help,
                options,
                settings,
                at.optionalString("ask-if").map(source -> before.condition(at, "ask-if")),
                at.flag("required", false),
                type.map(known -> exportClass(at, known)).orElse("normal"));
        return type.map(known -> settled(at, item, known, before)).orElse(item);
    }

    /** Reads what needs the item to be known, and ends its reading. */
    private static Item settled(Settings at, Item item, ItemType type, Formulas before) {
        Item limited = type.isOrdered() ? item.with(UsualLimits.read(at, item)) : item;
        Item settled = refusable(at, type) ? limited.with(Map.of(Item.MAY_REFUSE, "true")) : limited;
        if (!type.isAsked()) {
            before.read(at, "formula", type.type(item).kind());
        }
        at.done();
        return settled;
    }

    private static boolean refusable(Settings at, ItemType type) {
        boolean may = at.flag(Item.MAY_REFUSE, false);
        if (may && (at.flag("required", false) || !type.isAsked())) {
            at.fault(
                    Item.MAY_REFUSE,
                    type.isAsked() ? "Nobody may refuse what is required." : "Nobody is asked this.",
                    "Remove " + Item.MAY_REFUSE + (type.isAsked() ? ", or required." : "."));
        }
        return may;
    }

    private static String exportClass(Settings at, ItemType type) {
        String written = at.optionalString("export")
                .map(some -> at.oneOf("export", EXPORT_CLASSES))
                .orElse(type.exportClass());
        if (!type.isReleasable() && RELEASED.contains(written)) {
            at.fault(
                    "export",
                    "\"" + at.string("type") + "\" is never released.",
                    "Leave export out, or write sensitive or direct-identifier.");
        }
        return written;
    }

    private static Optional<ItemType> type(Settings at) {
        String name = at.string("type");
        Optional<ItemType> type = ItemTypes.find(name);
        if (type.isEmpty() && !name.isEmpty()) {
            at.fault("type", "There is no item type \"" + name + "\".", oneOf(ItemTypes.names()));
        }
        return type;
    }

    private List<Item.Option> itsOptions(Settings at, String code, ItemType type) {
        List<Item.Option> options = itsOptions(at, code);
        List<String> values = options.stream().map(Item.Option::value).toList();
        if (!type.optionValues().isEmpty() && !type.optionValues().equals(values)) {
            at.fault(
                    "options",
                    "The options are " + String.join(", ", values) + ".",
                    "List these: " + String.join(", ", type.optionValues()) + ".");
        }
        return options;
    }

    private List<Item.Option> itsOptions(Settings at, String code) {
        boolean byName = at.node().value() instanceof Map<?, ?> map
                && map.get("options") instanceof Settings.Node node
                && node.value() instanceof String;
        if (!byName) {
            return options(at, "options", code);
        }
        String name = at.string("options");
        if (!sets.containsKey(name)) {
            at.fault("options", "There is no option set \"" + name + "\".", oneOf(List.copyOf(sets.keySet())));
        }
        return sets.getOrDefault(name, List.of());
    }

    private List<Item.Option> options(Settings at, String key, String list) {
        Codes codes = new Codes();
        Codes english = new Codes();
        Codes dutch = new Codes();
        List<Item.Option> options = at.children(key).stream()
                .map(option -> {
                    String value = codes.unique(option, "value", OPTION, "low_fodmap or 3");
                    Text label = wording.label(option, list, value);
                    Item.Option read = new Item.Option(value, label, optionalText(option, "help"));
                    option.done();
                    if (option.has("label") && !english.isNew(label.en()) | !dutch.isNew(label.nl())) {
                        option.fault("label", "Another option says the same.", "Write the label of this option.");
                    }
                    return read;
                })
                .toList();
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            at.fault(key, "There are " + options.size() + " options.", "List 2 to " + MOST_OPTIONS + ".");
        }
        return options;
    }

    static Optional<Text> optionalText(Settings at, String key) {
        return at.optionalChild(key).map(both -> at.text(key));
    }

    static String oneOf(List<String> names) {
        return names.isEmpty()
                ? "There is none here: define it first."
                : "Use one of: " + String.join(", ", names) + ".";
    }
}
