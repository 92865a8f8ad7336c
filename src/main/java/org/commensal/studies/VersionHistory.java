package org.commensal.studies;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.studies.PublishedStudy.State;

/**
 * Every published version of a study, and which of them is in force where.
 *
 * <p>Before activation the newest version counts, and replaces those before it. Activation puts one version in force at
 * every site. Each later version is an amendment: it comes into force at a site when it is released to that site, or, where
 * it has a scheme of its own, at every site when it is activated. What was in force before is read for ever.
 *
 * @param versions the oldest first; at least one
 */
public record VersionHistory(String study, State state, List<PublishedVersion> versions) {

    /** Where one version is in its life. */
    public enum Standing {
        /** Published, before the study is activated. */
        PUBLISHED,
        /** Never in force, and no longer going to be: a later version took its place. */
        REPLACED,
        /** An amendment that nobody approved yet. */
        PROPOSED,
        /** An amendment that was approved, and is released to no site yet. */
        APPROVED,
        /** At least one site works with it. */
        IN_FORCE,
        /** It was in force, and every site works with a later one. */
        PAST
    }

    public VersionHistory {
        versions = List.copyOf(versions);
    }

    /** Every version whose scheme and seed allocated, the oldest first; the last one does now. */
    public List<PublishedVersion> schemes() {
        return versions.stream()
                .filter(version -> version.commitment().isPresent())
                .toList();
    }

    /** The version whose scheme, seed and commitment allocate; none before the study is activated. */
    public Optional<PublishedVersion> scheme() {
        return last(schemes().stream());
    }

    /** The newest version that is in force anywhere; before activation the newest. */
    public PublishedVersion inForce() {
        return last(versions.stream().filter(PublishedVersion::wasInForce)).orElseGet(this::newest);
    }

    /** The version that this site works with. */
    public PublishedVersion at(String site) {
        return last(versions.stream()
                        .filter(version -> version.commitment().isPresent()
                                || version.sites().containsKey(site)))
                .orElseGet(this::newest);
    }

    /** Every version by which answers may have been given, the oldest first. */
    public List<PublishedVersion> everInForce() {
        return versions.stream().filter(PublishedVersion::wasInForce).toList();
    }

    public Optional<PublishedVersion> find(String version) {
        return versions.stream()
                .filter(published -> published.version().equals(version))
                .findFirst();
    }

    /** @param sites of the study, by their codes */
    public Standing standing(PublishedVersion version, List<String> sites) {
        if (scheme().isEmpty()) {
            return version.equals(newest()) ? Standing.PUBLISHED : Standing.REPLACED;
        }
        if (version.wasInForce()) {
            return sites.stream().anyMatch(site -> at(site).equals(version)) ? Standing.IN_FORCE : Standing.PAST;
        }
        if (comesBefore(version, inForce())) {
            return Standing.REPLACED;
        }
        return version.approval().isPresent() ? Standing.APPROVED : Standing.PROPOSED;
    }

    /** What this version amends: the newest before it that was in force, else the one before it; none for the first. */
    Optional<PublishedVersion> before(PublishedVersion version) {
        List<PublishedVersion> earlier = versions.subList(0, versions.indexOf(version));
        return last(earlier.stream().filter(PublishedVersion::wasInForce)).or(() -> last(earlier.stream()));
    }

    public boolean comesBefore(PublishedVersion one, PublishedVersion other) {
        return versions.indexOf(one) < versions.indexOf(other);
    }

    private PublishedVersion newest() {
        return versions.get(versions.size() - 1);
    }

    private static Optional<PublishedVersion> last(Stream<PublishedVersion> versions) {
        return versions.reduce((earlier, later) -> later);
    }
}
