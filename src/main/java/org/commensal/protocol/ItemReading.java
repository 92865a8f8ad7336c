package org.commensal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemType;
import org.commensal.instrument.ItemTypes;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/** Reads the items of one form; its type reads the settings of its own. */
final class ItemReading {

    private static final List<String> EXPORT_CLASSES =
            List.of("normal", "quasi-identifier", "sensitive", "free-text", "direct-identifier");
    private static final Pattern OPTION = Pattern.compile("-?[0-9]{1,9}|[a-z][a-z0-9_]*");
    private static final int MOST_OPTIONS = 100;

    private final Map<String, List<Item.Option>> sets = new LinkedHashMap<>();

    /** @param form which may name lists of options once, under {@code option-sets}, for several items */
    ItemReading(Settings form) {
        form.optionalChild("option-sets")
                .ifPresent(named -> named.keys().forEach(name -> sets.put(name, options(named, name))));
    }

    /** @param before what the items before it say; its conditions may use that */
    Item read(Settings at, String code, Formulas before) {
        Text question = at.text("question");
        Optional<Text> help = optionalText(at, "help");
        Optional<ItemType> type = type(at);
        List<Item.Option> options = type.filter(ItemType::hasOptions).isPresent() ? options(at) : List.of();
        Map<String, String> settings = type.map(known -> known.settings(at)).orElse(Map.of());
        String usual = type.map(ItemType::exportClass).orElse("normal");
        Item item = new Item(
                code,
                at.optionalString("type").orElse(""),
                question,
                help,
                options,
                settings,
                at.optionalString("ask-if").map(source -> before.condition(at, "ask-if")),
                at.flag("required", false),
                at.optionalString("export")
                        .map(written -> at.oneOf("export", EXPORT_CLASSES))
                        .orElse(usual));
        type.ifPresent(known -> {
            if (!known.isAsked()) {
                before.read(at, "formula", known.type(item).kind());
            }
            at.done();
        });
        return item;
    }

    private static Optional<ItemType> type(Settings at) {
        String name = at.string("type");
        Optional<ItemType> type = ItemTypes.find(name);
        if (type.isEmpty() && !name.isEmpty()) {
            at.fault("type", "There is no item type \"" + name + "\".", oneOf(ItemTypes.names()));
        }
        return type;
    }

    private List<Item.Option> options(Settings at) {
        boolean byName = at.node().value() instanceof Map<?, ?> map
                && map.get("options") instanceof Settings.Node node
                && node.value() instanceof String;
        if (!byName) {
            return options(at, "options");
        }
        String name = at.string("options");
        if (!sets.containsKey(name)) {
            at.fault("options", "There is no option set \"" + name + "\".", oneOf(List.copyOf(sets.keySet())));
        }
        return sets.getOrDefault(name, List.of());
    }

    private static List<Item.Option> options(Settings at, String key) {
        Codes codes = new Codes();
        List<Item.Option> options = at.children(key).stream()
                .map(option -> {
                    String value = codes.unique(option, "value", OPTION, "low_fodmap or 3");
                    Item.Option read = new Item.Option(value, option.text("label"), optionalText(option, "help"));
                    option.done();
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
