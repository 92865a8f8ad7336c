package org.commensal.instrument;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names that an expression may use at one place of a study, each with its type. */
public record Variables(Map<String, Type> types) {

    public Variables {
        types = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /** These variables and one more. */
    public Variables and(String name, Type type) {
        Map<String, Type> more = new LinkedHashMap<>(types);
        more.put(name, type);
        return new Variables(more);
    }

    /** These variables and those; where both have a name, the other's type counts. */
    public Variables and(Variables others) {
        Map<String, Type> more = new LinkedHashMap<>(types);
        more.putAll(others.types);
        return new Variables(more);
    }

    public boolean has(String name) {
        return types.containsKey(name);
    }

    Optional<Type> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The known name that differs from this one by the fewest characters, where one is near. */
    Optional<String> nearest(String name) {
        return types.keySet().stream()
                .filter(known -> resemble(known, name))
                .min(Comparator.comparingInt(known -> distance(known, name)));
    }

    /** Whether one name may well be a slip of the pen for the other. */
    public static boolean resemble(String one, String other) {
        int near = Math.max(1, other.length() / 3);
        return Math.abs(one.length() - other.length()) <= near && distance(one, other) <= near;
    }

    /** How many characters must be added, removed or replaced (Levenshtein 1966, Soviet Physics Doklady). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
