package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.CheckpointLedger;
import org.commensal.audit.Locks;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.format.Formats;
import org.commensal.export.release.BlindedTables;
import org.commensal.export.release.Specification;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Releases the facts of a study up to now as a blinded, pseudonymised dataset under a name of its own.
 *
 * <p>What is kept is the recipe, with the size and SHA-256 of each file; the bytes are made from it at each download.
 */
@ApplicationScoped
public class ReleaseDataset {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}");
    private static final Text BAD_NAME = new Text(
            "Give the release a name of 1 to 60 letters, digits, spaces, dots and dashes.",
            "Geef de dataset een naam van 1 tot en met 60 letters, cijfers, spaties, punten en streepjes.");
    private static final Text UNKNOWN = new Text("Choose the formats from: %s.", "Kies de formaten uit: %s.");
    private static final Text TAKEN = new Text(
            "There is a release called \"%s\". Give this one another name.",
            "Er is al een dataset met de naam \"%s\". Geef deze een andere naam.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    CheckpointLedger checkpoints;

    @Inject
    BlindedTables tables;

    @Inject
    ReleaseLedger ledger;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** @param formats besides CSV, by the extensions of their files */
    @Transactional
    public Release release(Actor actor, String studyId, String name, List<String> formats) {
        ActingAs as = permission.require(actor, Right.RELEASE, studyId);
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(Reason.INVALID, BAD_NAME, List.of(new Violation("/name", BAD_NAME)));
        }
        List<String> chosen = chosen(formats);
        studies.opened(studyId);
        locks.hold("release/" + studyId);
        if (ledger.all(studyId).stream().anyMatch(release -> release.name().equals(name))) {
            throw new Refusal(Reason.CONFLICT, TAKEN.with(name));
        }
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        long checkpoint = checkpoints.seal();
        List<PublishedStudy> versions = tables.versions(studyId, checkpoint);
        Release recipe = new Release(
                UUID.randomUUID(),
                studyId,
                versions.get(versions.size() - 1).study().version(),
                name,
                checkpoint,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                List.of());
        Release release = with(recipe, write(recipe, chosen, seed, OutputStream.nullOutputStream()));
        UUID entry = audit.record(
                as,
                "dataset.released",
                name,
                "",
                Map.of("release", release.id().toString(), "checkpoint", Long.toString(release.checkpoint())));
        ledger.append(release, seed, entry);
        return release;
    }

    /** In the order of the table of formats, whatever the order in which they were asked for. */
    private static List<String> chosen(List<String> formats) {
        if (!Formats.extensions().containsAll(formats)) {
            Text unknown = UNKNOWN.with(String.join(", ", Formats.extensions()));
            throw new Refusal(Reason.INVALID, unknown, List.of(new Violation("/formats", unknown)));
        }
        return Formats.extensions().stream()
                .filter(format -> format.equals(Formats.CSV) || formats.contains(format))
                .toList();
    }

    /** Writes the zip of a recipe. */
    List<FileEntry> write(Release recipe, List<String> formats, byte[] seed, OutputStream out) {
        List<PublishedStudy> versions = tables.versions(recipe.study(), recipe.checkpoint());
        List<Study> contents = versions.stream().map(PublishedStudy::study).toList();
        return DatasetZip.write(
                versions,
                recipe,
                tables.of(contents, recipe.checkpoint(), seed, Specification.draft(formats)),
                formats,
                out);
    }

    private static Release with(Release recipe, List<FileEntry> files) {
        return new Release(
                recipe.id(),
                recipe.study(),
                recipe.version(),
                recipe.name(),
                recipe.checkpoint(),
                recipe.made(),
                files);
    }
}
