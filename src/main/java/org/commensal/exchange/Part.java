package org.commensal.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row, element or object of a source, which knows where it stands and which of its values were used.
 *
 * <p>Whatever nobody took is listed by {@link #listRest}, so that what a reader does not know cannot get lost silently.
 */
final class Part {

    /** The key of the words that an element holds itself. */
    static final String WORDS = "#words";

    private final String name;
    private final int line;
    private final String path;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private boolean seen = false;

    Part(String name, int line, String path) {
        this.name = name;
        this.line = line;
        this.path = path;
    }

    void put(String key, String value) {
        values.put(key, value);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isTaken(String key) {
        return taken.contains(key);
    }

    boolean isSaid(String key, String value) {
        return value.equals(values.get(key));
    }

    /** What stands there, without taking it. */
    String say(String key) {
        return values.getOrDefault(key, "");
    }

    void add(Part part) {
        parts.add(part);
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    String path() {
        return path;
    }

    String where() {
        return "line " + line + ", " + path;
    }

    /** A value that is in the study from now on; empty where it is absent or blank. */
    Optional<String> take(String key) {
        taken.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    /** The parts of this name; each still has to be taken from. */
    List<Part> parts(String wanted) {
        List<Part> found =
                parts.stream().filter(part -> part.name.equals(wanted)).toList();
        found.forEach(part -> part.seen = true);
        return found;
    }

    /** The first part of this name. A second one is listed by {@link #listRest}. */
    Optional<Part> part(String wanted) {
        Optional<Part> found =
                parts.stream().filter(part -> part.name.equals(wanted)).findFirst();
        found.ifPresent(part -> part.seen = true);
        return found;
    }

    /** Values that say nothing about the study: identifiers of the file, order numbers, and what follows from others. */
    void passOver(String... keys) {
        taken.addAll(List.of(keys));
    }

    /** This part and all below it are accounted for. */
    void passOverAll() {
        seen = true;
        taken.addAll(values.keySet());
        parts.forEach(Part::passOverAll);
    }

    /** Lists each value, here and below, that was not taken. */
    void listRest(Losses losses) {
        if (!seen && values.isEmpty() && parts.isEmpty()) {
            losses.leftOut(where(), name);
        }
        values.forEach((key, value) -> {
            if (!taken.contains(key) && !value.isBlank()) {
                losses.leftOut(where(), (key.equals(WORDS) ? name : key) + " = " + value);
            }
        });
        parts.forEach(part -> part.listRest(losses));
    }
}
