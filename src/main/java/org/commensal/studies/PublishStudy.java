package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.FaultyStudy;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;

/** Publishes a study folder as an immutable version, known by the hash of its files. */
@ApplicationScoped
public class PublishStudy {

    private static final Text FAULTY = new Text(
            "The study folder has %s faults and was not published. Each is listed with its file and line.",
            "De studiemap heeft %s fouten en is niet gepubliceerd. Elke fout staat erbij met bestand en regel.");
    private static final Text LOCKED = new Text(
            "The data of study \"%s\" are locked. It can no longer be amended.",
            "De gegevens van studie \"%s\" zijn vergrendeld. De studie kan niet meer worden geamendeerd.");
    private static final Text KNOWN = new Text(
            "Version %s of study \"%s\" was published with other files. Raise version: in study.yaml.",
            "Versie %s van studie \"%s\" is al gepubliceerd met andere bestanden. Verhoog version: in study.yaml.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyLedger ledger;

    @Inject
    VersionLedger versions;

    @Inject
    Amendments amendments;

    /**
     * Publishes this folder; a folder that was published before is answered with the version that there is.
     *
     * @param files content by path within the folder; instruments that it names and does not bring come from the
     *     shipped library
     * @throws Refusal {@code CONFLICT} where it would amend an activated study in a way that its data forbid
     */
    @Transactional
    public PublishedStudy publish(Actor actor, Map<String, byte[]> files) {
        ActingAs as = permission.require(actor, Right.PUBLISH_STUDY, "*");
        StudyFolder folder = StudyFolder.of(files).withInstruments(ShippedStudies.instruments());
        Study study = read(folder);
        String hash = folder.hash();
        locks.hold("study/" + study.id());
        Optional<VersionHistory> before = versions.history(study.id());
        Optional<PublishedVersion> same = before.stream()
                .flatMap(history -> history.versions().stream())
                .filter(version -> version.hash().equals(hash))
                .findFirst();
        if (before.isPresent() && same.isPresent()) {
            return versions.published(before.get(), same.get());
        }
        before.ifPresent(history -> refuse(history, study));
        UUID entry = audit.record(
                new ActingAs(as.actor(), as.role(), study.id(), "*"),
                "study.published",
                study.id(),
                "",
                Map.of("version", study.version(), "hash", hash));
        ledger.append(study, hash, folder, entry);
        VersionHistory after = versions.history(study.id()).orElseThrow();
        return versions.published(after, after.find(study.version()).orElseThrow());
    }

    private void refuse(VersionHistory history, Study study) {
        if (history.find(study.version()).isPresent()) {
            throw new Refusal(Refusal.Reason.CONFLICT, KNOWN.with(study.version(), study.id()));
        }
        if (history.state() == PublishedStudy.State.LOCKED) {
            throw new Refusal(Refusal.Reason.CONFLICT, LOCKED.with(study.id()));
        }
        amendments.refuseForbidden(history, study);
    }

    private static Study read(StudyFolder folder) {
        try {
            return StudyReader.read(folder);
        } catch (FaultyStudy faulty) {
            List<Violation> violations =
                    faulty.faults().stream().map(PublishStudy::violation).toList();
            throw new Refusal(Refusal.Reason.INVALID, FAULTY.with(violations.size()), violations);
        }
    }

    private static Violation violation(ProtocolFault fault) {
        return new Violation("/" + fault.file() + ":" + fault.line(), Text.same(fault.what() + " " + fault.fix()));
    }
}
