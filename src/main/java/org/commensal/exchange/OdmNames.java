package org.commensal.exchange;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Text;

/** What the elements of ODM have in common: definitions found by their OID, translated texts, and aliases of ours. */
final class OdmNames {

    private final String file;
    private final Part version;
    private final Wording wording;
    private final Map<String, Map<String, Part>> definitions = new LinkedHashMap<>();

    /** @param version a {@code MetaDataVersion} */
    OdmNames(String file, Part version, Wording wording) {
        this.file = file;
        this.version = version;
        this.wording = wording;
    }

    /** The definition of this kind that a reference names. */
    Optional<Part> find(String kind, String oid) {
        Map<String, Part> named = definitions.computeIfAbsent(kind, wanted -> {
            Map<String, Part> byOid = new LinkedHashMap<>();
            version.parts(wanted)
                    .forEach(part -> byOid.putIfAbsent(part.take("OID").orElse(""), part));
            return byOid;
        });
        return Optional.ofNullable(named.get(oid));
    }

    /** The translated texts below an element of this name. */
    Optional<Text> text(Part of, String element) {
        return of.part(element).flatMap(this::translated);
    }

    private Optional<Text> translated(Part element) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Part each : element.parts("TranslatedText")) {
            String language = each.take("lang").orElse(Wording.UNNAMED);
            each.take(Part.WORDS)
                    .filter(words -> !Wording.clean(words).isEmpty())
                    .ifPresent(words -> said.merge(language, words, (one, other) -> one + "\n" + other));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(wording.text(said, element.where()));
    }

    /** References in the order that their numbers say; as they stand where one has none. */
    static List<Part> inOrder(List<Part> references) {
        Map<Part, Integer> numbers = new HashMap<>();
        references.forEach(each -> each.take("OrderNumber")
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .ifPresent(digits -> numbers.put(each, Integer.valueOf(digits))));
        return numbers.size() < references.size()
                ? references
                : references.stream().sorted(Comparator.comparing(numbers::get)).toList();
    }

    /** Lists that what is referred to may be left out there; here it is expected. */
    static void listOptional(Part reference, Losses losses) {
        reference
                .take("Mandatory")
                .filter("No"::equals)
                .ifPresent(no -> losses.leftOut(reference.where(), "Mandatory = No"));
    }

    FaultyImport dangling(Part reference, String kind, String oid) {
        return new FaultyImport(
                file,
                reference.line(),
                "There is no " + kind + " \"" + oid + "\".",
                "Define it, or remove this reference.");
    }

    /** What an alias of this context says. */
    static Optional<String> alias(Part of, String context) {
        for (Part alias : of.parts("Alias")) {
            if (alias.take("Context").filter(context::equals).isPresent()) {
                return alias.take("Name");
            }
        }
        return Optional.empty();
    }

    /** A sentence that two aliases say, one a language. */
    Optional<Text> sentence(Part of, String context) {
        Optional<String> nl = alias(of, context + ":nl");
        return alias(of, context + ":en").map(en -> new Text(en, nl.orElse("[vertalen] " + en)));
    }
}
