package org.commensal.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Text;

/** Reads the strings of FHIR with their translations, and its extensions. */
record FhirTexts(Wording wording) {

    /** The extension of this address; what it holds still has to be taken. */
    static Optional<Part> extension(Part of, String url) {
        for (Part extension : of.parts("extension")) {
            if (extension.take("url").filter(url::equals).isPresent()) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    static List<Part> extensions(Part of, String url) {
        return of.parts("extension").stream()
                .filter(extension -> extension.take("url").filter(url::equals).isPresent())
                .toList();
    }

    /** A code that follows from what the thing is here. */
    static void passOverCode(Part of, String system, String code) {
        of.parts("code").stream()
                .filter(coding -> coding.isSaid("system", system) && coding.isSaid("code", code))
                .forEach(coding -> coding.passOver("system", "code"));
    }

    static Optional<String> string(Part of, String url) {
        return extension(of, url).flatMap(found -> found.take("valueString"));
    }

    /** A number that an extension holds, whole or not. */
    static Optional<String> number(Part of, String url) {
        return extension(of, url).flatMap(found -> found.take("valueInteger").or(() -> found.take("valueDecimal")));
    }

    Optional<Text> text(Part of, String key) {
        Map<String, String> said = new LinkedHashMap<>();
        of.take(key)
                .filter(words -> !Wording.clean(words).isEmpty())
                .ifPresent(words -> said.put(Wording.UNNAMED, words));
        of.part("_" + key)
                .ifPresent(beside -> extensions(beside, FhirNames.TRANSLATION).forEach(each -> {
                    String language = extension(each, "lang")
                            .flatMap(lang -> lang.take("valueCode").or(() -> lang.take("valueString")))
                            .orElse("?");
                    extension(each, "content")
                            .flatMap(content -> content.take("valueString").or(() -> content.take("valueMarkdown")))
                            .ifPresent(words -> said.putIfAbsent(language, words));
                }));
        return said.isEmpty() ? Optional.empty() : Optional.of(wording.text(said, of.where() + "/" + key));
    }

    Optional<Text> sentence(Part of, String url) {
        return extension(of, url).flatMap(found -> text(found, "valueString"));
    }
}
