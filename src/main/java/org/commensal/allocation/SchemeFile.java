package org.commensal.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Settings.Node;

/** Reads a scheme back from its canonical JSON, as it was bound at activation. */
final class SchemeFile {

    private static final Pattern LIST = Pattern.compile("[{,]\"" + ImportedList.HASH + "\":\"([0-9a-f]{64})\"");

    private SchemeFile() {}

    /** The scheme that this text, and no other, is the canonical form of; empty where there is none. */
    static Optional<AllocationScheme> read(String file, String text, Optional<byte[]> list) {
        List<ProtocolFault> faults = new ArrayList<>();
        try {
            AllocationScheme scheme = read(new Settings(JsonText.read(file, text), faults::add), list, faults);
            return Optional.of(scheme)
                    .filter(read -> faults.isEmpty() && read.canonical().equals(text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException noScheme) {
            return Optional.empty();
        }
    }

    private static AllocationScheme read(Settings json, Optional<byte[]> list, List<ProtocolFault> faults) {
        List<Factor> factors = json.children("factors").stream()
                .map(factor -> new Factor(factor.string("name"), factor.strings("levels")))
                .toList();
        return AllocationScheme.read(
                json.string("study"),
                json.string("version"),
                json.strings("arms").stream().map(ArmCode::new).toList(),
                json.strings("ratio").stream().map(Integer::valueOf).toList(),
                factors,
                path -> list,
                new Settings(settings(json), faults::add));
    }

    /** The SHA-256 of the list that a scheme follows, if it does. */
    static Optional<String> list(String text) {
        Matcher hash = LIST.matcher(text);
        return hash.find() ? Optional.of(hash.group(1)) : Optional.empty();
    }

    /** The method beside its settings, as {@code allocation.yaml} has them: a list is named there, not its hash. */
    @SuppressWarnings("unchecked")
    private static Node settings(Settings json) {
        Map<String, Node> settings = new LinkedHashMap<>();
        Map<String, Node> scheme = (Map<String, Node>) json.node().value();
        settings.put("method", scheme.getOrDefault("method", new Node("", 1, "")));
        json.child("settings")
                .ifPresent(own -> settings.putAll((Map<String, Node>) own.node().value()));
        settings.remove(ImportedList.HASH);
        return new Node(json.node().file(), 1, settings);
    }
}
