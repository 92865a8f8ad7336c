package org.commensal.safety.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.commensal.kernel.Language;

/**
 * A report of a serious adverse event to the sponsor, with all that it says, so that it can be made again as it was.
 *
 * @param number 0 for the initial one, 1 for follow-up 1
 * @param response the answers that it is from
 * @param content what it says, by name
 * @param sha256 of the content, in hex
 * @param sent when it was sent to the sponsor
 * @param by the name of the investigator who signed it
 * @param at when it was signed
 */
public record SafetyReport(
        UUID id,
        int number,
        boolean last,
        UUID response,
        Optional<UUID> judgement,
        Language language,
        SortedMap<String, String> content,
        String sha256,
        Instant sent,
        String by,
        Instant at) {

    public SafetyReport {
        content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
    }

    /** The names of what another report says otherwise, or does not say. */
    public SortedSet<String> changesSince(SafetyReport earlier) {
        SortedSet<String> names = new TreeSet<>(content.keySet());
        names.addAll(earlier.content.keySet());
        names.removeIf(
                name -> Optional.ofNullable(content.get(name)).equals(Optional.ofNullable(earlier.content.get(name))));
        return names;
    }

    static String sha256(SortedMap<String, String> content) {
        StringBuilder canonical = new StringBuilder();
        Set<String> names = content.keySet();
        names.forEach(name -> {
            String value = content.getOrDefault(name, "");
            canonical.append(name.length()).append(':').append(name);
            canonical.append(value.length()).append(':').append(value);
        });
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
