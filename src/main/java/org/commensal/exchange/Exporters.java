package org.commensal.exchange;

import java.util.List;
import java.util.function.BiFunction;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * Every format that the metadata of a study can be exported to. A new one is a class and a line here.
 *
 * <p>An export holds forms and, where the format has them, the schedule; the page for an ethics committee also the
 * groups, the criteria and the consent document. None holds factors, ratios, or how is allocated: the same study with
 * another allocation gives the same bytes.
 */
public final class Exporters {

    /**
     * One format.
     *
     * @param mediaType of its files
     * @param ending of their names
     */
    public record Exporter(String name, String mediaType, String ending, BiFunction<Study, String, byte[]> writer) {

        /**
         * The same bytes for the same study.
         *
         * @param hash of its folder, which the page for an ethics committee shows
         */
        public byte[] write(Study study, String hash) {
            return writer.apply(study, hash);
        }
    }

    private static final List<Exporter> TABLE = List.of(
            new Exporter("odm", "application/xml", "xml", (study, hash) -> OdmWriter.bytes(study)),
            new Exporter("fhir", "application/fhir+json", "json", (study, hash) -> FhirWriter.bytes(study)),
            new Exporter("preview", "text/html", "html", PreviewPage::bytes));

    private static final Text UNKNOWN =
            new Text("There is no format \"%s\". Choose one of: %s.", "Er is geen formaat \"%s\". Kies een van: %s.");

    private Exporters() {}

    public static List<String> names() {
        return TABLE.stream().map(Exporter::name).toList();
    }

    /** @throws Refusal {@code NOT_FOUND} where there is no format of this name */
    public static Exporter of(String name) {
        return TABLE.stream()
                .filter(exporter -> exporter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.NOT_FOUND, UNKNOWN.with(Text.shorten(name), String.join(", ", names()))));
    }
}
