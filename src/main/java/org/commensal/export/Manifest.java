package org.commensal.export;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.release.Specification.Arms;
import org.commensal.studies.PublishedStudy;

/** What a release is, and each of its files with size and SHA-256, for programs. */
final class Manifest {

    private Manifest() {}

    /** @param disclosure what the release is, in a word or two: {@code pseudonymised} */
    static String of(List<PublishedStudy> versions, Release release, String disclosure, List<FileEntry> files) {
        JsonArrayBuilder entries = JSON.createArrayBuilder();
        files.forEach(file -> entries.add(JSON.createObjectBuilder()
                .add("path", file.name())
                .add("rows", file.rows())
                .add("bytes", file.bytes())
                .add("sha256", file.sha256())));
        JsonObjectBuilder json = protocol(
                        JSON.createObjectBuilder()
                                .add("release", release.name())
                                .add("id", release.id().toString()),
                        versions)
                .add("checkpoint", release.checkpoint())
                .add("blinding", blinding(release.specification().arms()))
                .add("disclosure", disclosure);
        if (!release.specification().isFirst()) {
            json.add("software", "Commensal " + release.software())
                    .add("made", release.made().toString())
                    .add("checks", checks(release.specification().arms()))
                    .add("specification", SpecificationJson.write(release.specification()));
        }
        return json.add("files", entries).build() + "\n";
    }

    /** What a release has passed, or it would not be there. */
    private static JsonObjectBuilder checks(Arms arms) {
        return JSON.createObjectBuilder().add("arm-leak", arms == Arms.NAMED ? "not made: arms are told" : "passed");
    }

    private static String blinding(Arms arms) {
        return switch (arms) {
            case NONE -> "no allocation";
            case MASKED -> "masked arms";
            case NAMED -> "unblinded";
        };
    }

    /** The version that the columns follow, and those before it on which data were collected. */
    private static JsonObjectBuilder protocol(JsonObjectBuilder manifest, List<PublishedStudy> versions) {
        PublishedStudy newest = versions.get(versions.size() - 1);
        manifest.add("study", newest.study().id())
                .add("version", newest.study().version())
                .add("protocol-sha256", newest.hash());
        if (versions.size() > 1) {
            JsonArrayBuilder earlier = JSON.createArrayBuilder();
            versions.subList(0, versions.size() - 1)
                    .forEach(version -> earlier.add(JSON.createObjectBuilder()
                            .add("version", version.study().version())
                            .add("protocol-sha256", version.hash())));
            manifest.add("earlier-versions", earlier);
        }
        return manifest;
    }
}
