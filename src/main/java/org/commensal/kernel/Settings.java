package org.commensal.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A typed view on one mapping of a study file, which knows the file and line of each value.
 *
 * <p>A wrong or missing value is reported, never thrown, and replaced by a harmless one, so that one reading finds every
 * fault. {@link #done()} reports each key that nothing asked for.
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
    private final Set<String> asked = new LinkedHashSet<>();

    public Settings(Node node, Consumer<ProtocolFault> faults) {
        this.node = node;
        this.faults = faults;
        this.entries = mapping(node);
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
        return entries.containsKey(key);
    }

    /** Whether a key is there with a single value. */
    public boolean isPlain(String key) {
        return Optional.ofNullable(entries.get(key))
                .filter(found -> found.value() instanceof String)
                .isPresent();
    }

    /** The keys in the order of the file. */
    public Set<String> keys() {
        return entries.keySet();
    }

    public Node node() {
        return node;
    }

    /** The value of a key that must be there and be a plain value. Empty after a fault. */
    public String string(String key) {
        return optionalString(key).orElseGet(() -> missing(key, ""));
    }

    public Optional<String> optionalString(String key) {
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
        return optionalString(key).map(text -> integer(key, text, least, most)).orElseGet(() -> missing(key, least));
    }

    public int integer(String key, int least, int most, int otherwise) {
        return has(key) ? integer(key, least, most) : otherwise;
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
        return optionalString(key)
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
        String text = string(key);
        if (text.isEmpty() || allowed.contains(text)) {
            return text.isEmpty() ? allowed.get(0) : text;
        }
        fault(key, "\"" + key + "\" is " + text + ".", "Write one of: " + String.join(", ", allowed) + ".");
        return allowed.get(0);
    }

    /** A sentence in both languages. */
    public Text text(String key) {
        Optional<Settings> both = child(key);
        if (both.isEmpty()) {
            return new Text("?", "?");
        }
        Text text = new Text(orMark(both.get().string("en")), orMark(both.get().string("nl")));
        both.get().done();
        return text;
    }

    private static String orMark(String text) {
        return text.isEmpty() ? "?" : text;
    }

    /** The mapping below a key that must be there. */
    public Optional<Settings> child(String key) {
        Optional<Node> found = get(key);
        if (found.isEmpty()) {
            missing(key, "");
        }
        return found.map(value -> new Settings(value, faults));
    }

    public Optional<Settings> optionalChild(String key) {
        return get(key).map(value -> new Settings(value, faults));
    }

    /** The plain values of a list; empty where the key is absent. */
    public List<String> strings(String key) {
        return list(key, value -> {
            if (value.value() instanceof String text) {
                return text;
            }
            faults.accept(new ProtocolFault(
                    value.file(), value.line(), "Expected a single value in \"" + key + "\".", "Write - value."));
            return "";
        });
    }

    /** The mappings of a list; empty where the key is absent. */
    public List<Settings> children(String key) {
        return list(key, value -> new Settings(value, faults));
    }

    /** The mappings below a mapping, by their key, in the order of the file. */
    public Map<String, Settings> named(String key) {
        Map<String, Settings> result = new LinkedHashMap<>();
        optionalChild(key)
                .ifPresent(parent -> parent.entries.forEach((name, value) -> {
                    parent.asked.add(name);
                    result.put(name, new Settings(value, faults));
                }));
        return result;
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
