package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import org.commensal.exchange.Exporters;
import org.commensal.protocol.LicensedWording;
import org.commensal.protocol.Study;
import org.commensal.web.Texts;

/**
 * The copies of a study that a person may take along.
 *
 * @param folder where the study folder is, for those who may publish
 * @param withheld whether wording that needs a licence is left out of these copies
 */
public record CopyLinks(List<Link> formats, Optional<String> folder, boolean withheld) {

    public record Link(String address, String label) {}

    static CopyLinks of(Study study, boolean publishes, Texts texts) {
        String base = "/api/studies/" + study.id();
        return new CopyLinks(
                Exporters.names().stream()
                        .map(format -> new Link(base + "/metadata/" + format, texts.get("copies." + format)))
                        .toList(),
                publishes ? Optional.of(base + "/folder.zip") : Optional.empty(),
                !publishes && LicensedWording.isIn(study));
    }
}
