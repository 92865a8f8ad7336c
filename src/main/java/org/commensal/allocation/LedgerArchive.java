package org.commensal.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.allocation.LedgerVerification.Outcome;
import org.commensal.allocation.LedgerVerification.Place;

/**
 * The ledgers of a study in one archive: that of its only scheme as it is, or, where the scheme was amended, a folder
 * for each scheme in their order, {@code scheme-01} the first.
 */
public final class LedgerArchive {

    private static final Pattern PART = Pattern.compile("scheme-([0-9]{2})/([^/]+)");

    private LedgerArchive() {}

    /**
     * What was found in one ledger.
     *
     * @param folder empty where there is one ledger
     */
    public record Verified(String folder, Outcome outcome) {}

    /** @param ledgers the files of each scheme, the oldest first */
    public static SortedMap<String, byte[]> of(List<? extends Map<String, byte[]>> ledgers) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < ledgers.size(); i++) {
            String folder = ledgers.size() == 1 ? "" : folder(i + 1) + "/";
            ledgers.get(i).forEach((name, content) -> files.put(folder + name, content));
        }
        return files;
    }

    /** Computes every ledger of an archive again; one that is missing among the others has faults alone. */
    public static List<Verified> verify(Map<String, byte[]> files) {
        SortedMap<Integer, Map<String, byte[]>> parts = new TreeMap<>();
        files.forEach((path, content) -> {
            Matcher part = PART.matcher(path);
            if (part.matches()) {
                parts.computeIfAbsent(Integer.valueOf(part.group(1)), number -> new TreeMap<>())
                        .put(part.group(2), content);
            }
        });
        if (parts.isEmpty() || files.containsKey(LedgerFiles.SCHEME)) {
            return List.of(new Verified("", LedgerVerification.of(files)));
        }
        List<Verified> verified = new ArrayList<>();
        for (int number = 1; number <= parts.lastKey(); number++) {
            Place place = number == parts.lastKey() ? Place.LAST : Place.EARLIER;
            verified.add(
                    new Verified(folder(number), LedgerVerification.of(parts.getOrDefault(number, Map.of()), place)));
        }
        return verified;
    }

    private static String folder(int number) {
        return "scheme-%02d".formatted(number);
    }
}
