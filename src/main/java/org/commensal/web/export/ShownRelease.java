package org.commensal.web.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.export.Need;
import org.commensal.export.Release;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Anonymity;
import org.commensal.kernel.Text;

/**
 * A release, as a program gets it.
 *
 * @param said what its state means, and what to do where there is something to be done
 * @param lacks the approvals that it needs before anybody may download it
 * @param files once it is made
 */
public record ShownRelease(
        UUID id,
        String study,
        String version,
        String name,
        long checkpoint,
        Instant made,
        String by,
        String kind,
        String population,
        Optional<LocalDate> cutOff,
        String arms,
        Optional<Integer> k,
        Optional<Integer> suppressedPercent,
        Set<String> tables,
        Set<String> leftOut,
        boolean history,
        List<String> formats,
        String state,
        int percent,
        Text said,
        List<String> lacks,
        List<Approved> approvals,
        List<FileEntry> files) {

    /** @param purpose what was approved */
    public record Approved(String by, String purpose, Instant at) {}

    public static ShownRelease of(Release release) {
        Specification specification = release.specification();
        return new ShownRelease(
                release.id(),
                release.study(),
                release.version(),
                release.name(),
                release.checkpoint(),
                release.made(),
                release.by().name(),
                specification.kind().code(),
                specification.population().code(),
                specification.cutOff(),
                specification.arms().code(),
                specification.anonymity().map(Anonymity::k),
                specification.anonymity().map(Anonymity::suppressedPercent),
                specification.tables(),
                specification.leftOut(),
                specification.history(),
                specification.formats(),
                release.state().code(),
                release.percent(),
                release.said(),
                release.lacks().stream().map(Need::code).toList(),
                release.approvals().stream()
                        .map(approval -> new Approved(
                                approval.by().name(), approval.need().code(), approval.at()))
                        .toList(),
                release.files());
    }
}
