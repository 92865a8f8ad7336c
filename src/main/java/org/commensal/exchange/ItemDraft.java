package org.commensal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/** One item while it is imported. */
final class ItemDraft {

    private static final int MOST_OPTIONS = 100;
    private static final int FARTHEST = 1_000_000_000;

    final String code;
    final String where;
    String type = "text";
    Text question;
    Optional<Text> help = Optional.empty();
    final Map<String, String> settings = new HashMap<>();
    final Map<String, String> usual = new LinkedHashMap<>();
    Optional<Expression> askIf = Optional.empty();
    boolean required = false;
    boolean mayRefuse;
    Optional<String> exportClass = Optional.empty();
    private final List<Item.Option> options = new ArrayList<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final CodeNames optionNames = new CodeNames();
    private final Losses losses;

    ItemDraft(String code, Text question, String where, Losses losses) {
        this.code = code;
        this.question = question;
        this.where = where;
        this.losses = losses;
    }

    void option(String value, Text label, Optional<Text> itsHelp, String at) {
        if (renamed.containsKey(value)) {
            losses.leftOut(at, value + ", " + label.en());
            return;
        }
        String ours = optionNames.option(value);
        if (!ours.equals(value)) {
            losses.renamed(at, value, ours);
        }
        renamed.put(value, ours);
        options.add(new Item.Option(ours, label, itsHelp));
    }

    /** The limits of a scale, which follow from its type. */
    void scale() {
        settings.putAll(Map.of("least", "0", "most", type.equals("nrs") ? "10" : "100", "decimals", "0"));
    }

    /** The labels of the two ends of a line; their numbers where a source has none. */
    void ends(Function<String, Optional<Text>> label) {
        List.of("0", "100")
                .forEach(value -> option(value, label.apply(value).orElse(Text.same(value)), Optional.empty(), where));
    }

    /** A choice has two to a hundred options; with one it is yes or no, with more or none the person writes. */
    void settleOptions() {
        boolean chooses = type.equals("choice") || type.equals("choices");
        if (!chooses || options.size() >= 2 && options.size() <= MOST_OPTIONS) {
            return;
        }
        if (options.size() == 1) {
            Text label = options.get(0).label();
            help = Optional.of(help.map(text -> new Text(text.en() + "\n" + label.en(), text.nl() + "\n" + label.nl()))
                    .orElse(label));
            losses.changed(
                    where,
                    "One option only: now yes or no, with its label as help: %s",
                    "Maar één optie: nu ja of nee, met het label als toelichting: %s",
                    label.en());
            type = "boolean";
        } else {
            options.forEach(option ->
                    losses.leftOut(where, option.value() + ", " + option.label().en()));
            losses.changed(
                    where,
                    "%s options cannot be a choice; the answer is written.",
                    "%s opties kunnen geen keuze zijn; het antwoord wordt getypt.",
                    options.size());
            type = "text";
        }
        options.clear();
    }

    /** Whole limits around those of the source; wide ones where it has none. */
    void limits(Optional<Limit> least, Optional<Limit> most) {
        long low = least.map(Limit::whole).orElse((long) -FARTHEST);
        long high = most.map(Limit::whole).orElse((long) FARTHEST);
        if (low < -FARTHEST || high > FARTHEST || low >= high) {
            losses.leftOut(where, "limits " + low + " to " + high);
            low = -FARTHEST;
            high = FARTHEST;
        } else {
            least.filter(limit -> !limit.isExact()).ifPresent(limit -> widened(limit, limit.whole()));
            most.filter(limit -> !limit.isExact()).ifPresent(limit -> widened(limit, limit.whole()));
            if (least.isEmpty() || most.isEmpty()) {
                losses.toComplete(
                        where,
                        "The lowest and the highest answer; we wrote %s and %s.",
                        "Het laagste en het hoogste antwoord; we schreven %s en %s.",
                        low,
                        high);
            }
        }
        settings.put("least", String.valueOf(low));
        settings.put("most", String.valueOf(high));
    }

    private void widened(Limit limit, long to) {
        losses.changed(where, "The limit %s is now %s.", "De grens %s is nu %s.", limit.said(), to);
    }

    Item item() {
        Map<String, String> ordered = FormDraft.settings();
        List.of("formula", "result", "least", "most", "decimals", "unit", "max-length", "indication")
                .forEach(key -> Optional.ofNullable(settings.get(key)).ifPresent(value -> ordered.put(key, value)));
        String usual = ItemTypes.find(type).orElseThrow().exportClass();
        Item limited = withUsualLimits(new Item(
                code, type, question, help, List.copyOf(options), ordered, askIf, required, exportClass.orElse(usual)));
        return mayRefuse && !required ? limited.with(Map.of(Item.MAY_REFUSE, "true")) : limited;
    }

    /** With the limits that a source warns outside of, where they are answers to the item. */
    private Item withUsualLimits(Item item) {
        if (usual.isEmpty()) {
            return item;
        }
        Map<String, Settings.Node> written = new LinkedHashMap<>();
        usual.forEach((key, limit) -> written.put(key, new Settings.Node(where, 1, limit)));
        List<ProtocolFault> faults = new ArrayList<>();
        Map<String, String> limits = ItemTypes.of(item).isOrdered()
                ? UsualLimits.read(new Settings(new Settings.Node(where, 1, written), faults::add), item)
                : Map.of();
        if (!faults.isEmpty() || limits.isEmpty()) {
            losses.leftOut(where, "usual limits " + String.join(", ", usual.values()));
            return item;
        }
        return item.with(limits);
    }

    void addTo(FormDraft form, String... sourceNames) {
        settleOptions();
        Item item = item();
        form.add(item, new Known(item, Map.copyOf(renamed)), where, sourceNames);
    }
}
