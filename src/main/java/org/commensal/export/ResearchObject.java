package org.commensal.export;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.commensal.export.Release.FileEntry;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;

/**
 * Where a release comes from, as an RO-Crate 1.1 (ro-crate-metadata.json, JSON-LD of schema.org): the files, the protocol
 * that they were collected by, and the act that made them. Names nobody of the study team.
 */
final class ResearchObject {

    private static final String CONTEXT = "https://w3id.org/ro/crate/1.1/context";
    private static final String PROFILE = "https://w3id.org/ro/crate/1.1";
    private static final Map<String, String> MEDIA = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "xml", "application/xml",
            "txt", "text/plain",
            "R", "text/x-r-source",
            "py", "text/x-python",
            "parquet", "application/vnd.apache.parquet",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private ResearchObject() {}

    static String of(List<PublishedStudy> versions, Release release, List<FileEntry> files) {
        Study study = versions.get(versions.size() - 1).study();
        JsonArrayBuilder graph = JSON.createArrayBuilder();
        graph.add(entity("ro-crate-metadata.json", "CreativeWork")
                .add("conformsTo", reference(PROFILE))
                .add("about", reference("./")));
        graph.add(entity("./", "Dataset")
                .add("name", study.title().en() + ": " + release.name())
                .add(
                        "description",
                        "Blinded data of study " + study.id() + ", facts up to checkpoint " + release.checkpoint())
                .add("identifier", "urn:uuid:" + release.id())
                .add(
                        "datePublished",
                        release.made().atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .add("hasPart", references(files.stream().map(FileEntry::name).toList()))
                .add("mentions", reference("#release")));
        versions.forEach(version -> graph.add(protocol(version)));
        graph.add(entity("#software", "SoftwareApplication")
                .add("name", "Commensal")
                .add("softwareVersion", release.software()));
        graph.add(entity("#release", "CreateAction")
                .add("name", "Release of the dataset")
                .add("instrument", reference("#software"))
                .add(
                        "object",
                        references(versions.stream().map(ResearchObject::id).toList()))
                .add("result", reference("./")));
        files.forEach(file -> graph.add(file(file)));
        return JSON.createObjectBuilder()
                        .add("@context", CONTEXT)
                        .add("@graph", graph)
                        .build()
                + "\n";
    }

    private static JsonObjectBuilder protocol(PublishedStudy version) {
        return entity(id(version), "CreativeWork")
                .add("name", "Protocol of " + version.study().id())
                .add("version", version.study().version())
                .add("sha256", version.hash());
    }

    private static String id(PublishedStudy version) {
        return "#protocol-" + version.study().version();
    }

    private static JsonObjectBuilder file(FileEntry file) {
        String ending = file.name().substring(file.name().lastIndexOf('.') + 1);
        return entity(file.name(), "File")
                .add("contentSize", Long.toString(file.bytes()))
                .add("encodingFormat", MEDIA.getOrDefault(ending, "application/octet-stream"))
                .add("sha256", file.sha256());
    }

    private static JsonObjectBuilder entity(String id, String type) {
        return JSON.createObjectBuilder().add("@id", id).add("@type", type);
    }

    private static JsonArrayBuilder references(List<String> ids) {
        JsonArrayBuilder references = JSON.createArrayBuilder();
        ids.forEach(id -> references.add(reference(id)));
        return references;
    }

    private static JsonObject reference(String id) {
        return JSON.createObjectBuilder().add("@id", id).build();
    }
}
