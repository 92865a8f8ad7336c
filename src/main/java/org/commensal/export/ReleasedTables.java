package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.commensal.export.disclosure.Disclosure;
import org.commensal.export.release.BlindedTables;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Table;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;

/** The tables of a release as they leave: blinded, chosen, and as anonymous as was asked. Whatever gives data begins here. */
@ApplicationScoped
class ReleasedTables {

    @Inject
    BlindedTables tables;

    @Inject
    ReleaseLedger ledger;

    /** @param versions of the study by which the facts are read, the oldest first */
    record Content(List<PublishedStudy> versions, Disclosure disclosed) {

        List<Study> studies() {
            return versions.stream().map(PublishedStudy::study).toList();
        }
    }

    Content of(Release release) {
        List<PublishedStudy> versions = tables.versions(release.study(), release.checkpoint());
        List<Study> studies = versions.stream().map(PublishedStudy::study).toList();
        Specification asked = release.specification();
        List<Table> blinded = tables.of(studies, release.checkpoint(), ledger.seed(release), asked);
        return new Content(versions, Disclosure.of(blinded, tables.recognising(studies), asked.anonymity()));
    }
}
