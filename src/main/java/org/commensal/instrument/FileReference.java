package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/**
 * A reference to a document that is kept elsewhere in the source, such as a laboratory report or an MRI: its name there,
 * and the SHA-256 of its bytes where somebody will want to prove that it is still the same.
 *
 * <p>Nothing is uploaded. Names of documents tend to hold names of people, so that no release has them.
 */
final class FileReference extends Composite {

    private static final String SHA_256 = "sha256";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Override
    public Map<String, String> settings(Settings item) {
        return Map.of();
    }

    @Override
    public Type type(Item item) {
        return Type.FILE;
    }

    @Override
    public String exportClass() {
        return "direct-identifier";
    }

    @Override
    public boolean isReleasable() {
        return false;
    }

    @Override
    public List<Item> parts(Item item) {
        return List.of(
                needed(part(
                        "name",
                        "text",
                        new Text(
                                "Name of the document, where it is kept",
                                "Naam van het document, zoals het is opgeslagen"),
                        Map.of("max-length", "200"),
                        item.exportClass())),
                part(
                        SHA_256,
                        "text",
                        new Text("SHA-256 of the document, if known", "SHA-256 van het document, als u die hebt"),
                        Map.of("max-length", "64"),
                        item.exportClass()));
    }

    @Override
    Reading check(Map<String, Value> parts) {
        Map<String, Value> kept = new LinkedHashMap<>(parts);
        if (parts.get(SHA_256) instanceof Value.Word written) {
            String digest = written.value().toLowerCase(Locale.ROOT);
            if (!DIGEST.matcher(digest).matches()) {
                return Reading.declined(
                        "A SHA-256 has 64 digits and letters from a to f; you wrote \"%s\".",
                        "Een SHA-256 heeft 64 cijfers en letters van a tot en met f; u schreef \"%s\".",
                        Echo.of(written.value()));
            }
            kept.put(SHA_256, new Value.Word(digest));
        }
        return Reading.of(new Value.Parts(kept));
    }
}
