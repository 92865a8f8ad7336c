package org.commensal.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.commensal.kernel.Asked.Kind;
import org.commensal.kernel.Asked.Shape;

/**
 * A typed view on one mapping of a study file, which knows the file and line of each value.
 *
 * <p>A wrong or missing value is reported, never thrown, and replaced by a harmless one, so that one reading finds every
 * fault. {@link #done()} reports each key that nothing asked for. Each question is told to whoever collects them, so that
 * the reference of all keys is made by reading and cannot differ from it.
 */
public final class Settings {

    /**
     * One value of a study file as it was written.
     *
     * @param value a {@code String}, a {@code List<Node>}, or a {@code Map<String, Node>} in the order of the file
     */
    public record Node(String file, int line, Object value) {}

    private final Node node;
    private final Map<String, Node> entries;
    private final Consumer<ProtocolFault> faults;
    private final Consumer<Asked> questions;
    private final String path;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> optional = new HashSet<>();
    private boolean namesAreFree;

    public Settings(Node node, Consumer<ProtocolFault> faults) {
        this(node, faults, question -> {}, "");
    }

    /**
     * @param questions is told each key that is asked for
     * @param path of this mapping, as {@code study.yaml/schedule.visits[]}
     */
    public Settings(Node node, Consumer<ProtocolFault> faults, Consumer<Asked> questions, String path) {
        this.node = node;
        this.faults = faults;
        this.questions = questions;
        this.path = path;
        this.entries = mapping(node);
    }

    private Settings below(Node value, String key, String ending) {
        String step = namesAreFree ? "*" : key;
        return new Settings(value, faults, questions, path + (path.endsWith("/") ? "" : ".") + step + ending);
    }

    private void ask(String key, boolean required, Kind kind) {
        ask(key, required, Shape.of(kind));
    }

    /** A key that was first looked for without need is optional, whatever is asked about it after that. */
    private void ask(String key, boolean required, Shape shape) {
        if (!required) {
            optional.add(key);
        }
        boolean needed = required && !optional.contains(key);
        questions.accept(new Asked(path, node, namesAreFree ? "*" : key, needed, shape));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Node> mapping(Node from) {
        if (from.value() instanceof Map<?, ?> map) {
            return (Map<String, Node>) map;
        }
        faults.accept(new ProtocolFault(
                from.file(), from.line(), "Expected keys with values here.", "Write key: value lines, indented."));
        return Map.of();
    }

    /** Reports a fault at the value of {@code key}, or at this mapping where the key is absent. */
    public void fault(String key, String what, String fix) {
        Node at = entries.getOrDefault(key, node);
        faults.accept(new ProtocolFault(at.file(), at.line(), what, fix));
    }

    public boolean has(String key) {
        if (!asked.contains(key)) {
            optional.add(key);
        }
        return entries.containsKey(key);
    }

    /** Whether a key is there with a single value. */
    public boolean isPlain(String key) {
        return Optional.ofNullable(entries.get(key))
                .filter(found -> found.value() instanceof String)
                .isPresent();
    }

    /** The keys in the order of the file, where the study team chooses them. */
    public Set<String> keys() {
        return withNamesOfTheStudy().entries.keySet();
    }

    /** This mapping, whose keys are names that the study team chooses. */
    public Settings withNamesOfTheStudy() {
        namesAreFree = true;
        return this;
    }

    public Node node() {
        return node;
    }

    /** The value of a key that must be there and be a plain value. Empty after a fault. */
    public String string(String key) {
        ask(key, true, Kind.VALUE);
        return neededValue(key);
    }

    private String neededValue(String key) {
        return value(key).orElseGet(() -> missing(key, ""));
    }

    public Optional<String> optionalString(String key) {
        ask(key, false, Kind.VALUE);
        return value(key);
    }

    private Optional<String> value(String key) {
        return get(key).flatMap(found -> {
            if (found.value() instanceof String text && !text.isBlank()) {
                return Optional.of(text);
            }
            fault(key, "\"" + key + "\" must be a single value.", "Write " + key + ": value.");
            return Optional.empty();
        });
    }

    /** A whole number from {@code least} to {@code most}, both included. {@code least} after a fault. */
    public int integer(String key, int least, int most) {
        ask(key, true, new Shape(Kind.NUMBER, least, most, List.of()));
        return value(key).map(text -> integer(key, text, least, most)).orElseGet(() -> missing(key, least));
    }

    public int integer(String key, int least, int most, int otherwise) {
        ask(key, false, new Shape(Kind.NUMBER, least, most, List.of()));
        return get(key).isPresent()
                ? value(key).map(text -> integer(key, text, least, most)).orElse(least)
                : otherwise;
    }

    private int integer(String key, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, with the range
        }
        fault(key, "\"" + key + "\" is " + text + ".", "Write a whole number from " + least + " to " + most + ".");
        return least;
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key, boolean otherwise) {
        ask(key, false, Kind.FLAG);
        return value(key)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        fault(key, "\"" + key + "\" is " + text + ".", "Write true or false.");
                        yield otherwise;
                    }
                })
                .orElse(otherwise);
    }

    /** One of these values. The first after a fault. */
    public String oneOf(String key, List<String> allowed) {
        ask(key, true, new Shape(Kind.CHOICE, 0, 0, allowed));
        String text = neededValue(key);
        if (text.isEmpty() || allowed.contains(text)) {
            return text.isEmpty() ? allowed.get(0) : text;
        }
        fault(key, "\"" + key + "\" is " + text + ".", "Write one of: " + String.join(", ", allowed) + ".");
        return allowed.get(0);
    }

    /** One of these values, or {@code otherwise} where the key is absent. */
    public String oneOf(String key, List<String> allowed, String otherwise) {
        ask(key, false, new Shape(Kind.CHOICE, 0, 0, allowed));
        return get(key).isPresent() ? oneOf(key, allowed) : otherwise;
    }

    /** A sentence in both languages. */
    public Text text(String key) {
        ask(key, true, Kind.TEXT);
        Optional<Node> found = get(key);
        if (found.isEmpty()) {
            missing(key, "");
            return new Text("?", "?");
        }
        return text(found.get());
    }

    public Optional<Text> optionalText(String key) {
        ask(key, false, Kind.TEXT);
        return get(key).map(this::text);
    }

    private Text text(Node sentence) {
        Settings both = new Settings(sentence, faults);
        Text text = new Text(orMark(both.string("en")), orMark(both.string("nl")));
        both.done();
        return text;
    }

    private static String orMark(String text) {
        return text.isEmpty() ? "?" : text;
    }

    /** The mapping below a key that must be there. */
    public Optional<Settings> child(String key) {
        ask(key, true, Kind.MAPPING);
        Optional<Node> found = get(key);
        if (found.isEmpty()) {
            missing(key, "");
        }
        return found.map(value -> below(value, key, ""));
    }

    public Optional<Settings> optionalChild(String key) {
        ask(key, false, Kind.MAPPING);
        return get(key).map(value -> below(value, key, ""));
    }

    /** The plain values of a list; empty where the key is absent. */
    public List<String> strings(String key) {
        ask(key, false, Kind.VALUES);
        return list(key, value -> {
            if (value.value() instanceof String text) {
                return text;
            }
            faults.accept(new ProtocolFault(
                    value.file(), value.line(), "Expected a single value in \"" + key + "\".", "Write - value."));
            return "";
        });
    }

    /** The sentences of a list; empty where the key is absent. */
    public List<Text> texts(String key) {
        ask(key, false, Kind.TEXTS);
        return list(key, this::text);
    }

    /** The mappings of a list; empty where the key is absent. */
    public List<Settings> children(String key) {
        return children(key, 0);
    }

    /** The same, where the reading refuses a list of fewer than these, in words of its own. */
    public List<Settings> children(String key, int fewest) {
        ask(key, fewest > 0, new Shape(Kind.LIST, fewest, 0, List.of()));
        return list(key, value -> below(value, key, "[]"));
    }

    private <T> List<T> list(String key, Function<Node, T> each) {
        List<T> result = new ArrayList<>();
        get(key).ifPresent(found -> {
            if (found.value() instanceof List<?> values) {
                values.forEach(value -> result.add(each.apply((Node) value)));
            } else {
                fault(key, "\"" + key + "\" must be a list.", "Write one \"- value\" line for each.");
            }
        });
        return result;
    }

    private Optional<Node> get(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    private <T> T missing(String key, T instead) {
        if (!has(key)) {
            fault(key, "\"" + key + "\" is missing.", "Add " + key + ": to it.");
        }
        return instead;
    }

    /** Reports every key that was written and never asked for: a typing error, or a key of another place. */
    public void done() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                fault(key, "\"" + key + "\" is not a key here.", "Use one of: " + String.join(", ", asked) + ".");
            }
        }
    }
}
