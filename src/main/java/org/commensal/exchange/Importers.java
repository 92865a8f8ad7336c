package org.commensal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Every format that a study can be imported from. A new one is a class and a line here. */
public final class Importers {

    private static final int START = 4000;

    /**
     * One format.
     *
     * @param recognises whether a file that starts with this text, of at most 4000 characters, is of this format
     * @param reader of the file's name and content
     */
    private record Importer(String name, Predicate<String> recognises, BiFunction<String, byte[], Import> reader) {}

    private static final List<Importer> TABLE = List.of(
            new Importer("redcap", RedcapDictionary::recognises, RedcapDictionary::read),
            new Importer("odm", OdmReader::recognises, OdmReader::read),
            new Importer("fhir", FhirReader::recognises, FhirReader::read));

    private Importers() {}

    public static List<String> names() {
        return TABLE.stream().map(Importer::name).toList();
    }

    /**
     * The study in this file, and what of the file is not in it.
     *
     * @throws FaultyImport with every fault at once, where the file is of no format that we know or cannot be read
     */
    public static Import read(String fileName, byte[] content) {
        String name = fileName.isBlank() ? "import" : fileName;
        SourceText.refuseUnlessText(name, content);
        String latin = new String(content, 0, Math.min(START, content.length), StandardCharsets.ISO_8859_1);
        String start = latin.replaceFirst("^\u00EF\u00BB\u00BF", "").strip();
        return TABLE.stream()
                .filter(importer -> importer.recognises().test(start))
                .findFirst()
                .orElseThrow(() -> new FaultyImport(
                        name,
                        1,
                        "This is no file that can be imported.",
                        "Import a file of: " + String.join(", ", names()) + ", in UTF-8."))
                .reader()
                .apply(name, content);
    }
}
