package org.commensal.export;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.commensal.audit.JsonColumn;
import org.commensal.export.Release.FileEntry;

/** One row of {@code releases}. */
@Entity
@Table(name = "releases")
class ReleaseRow {

    @Id
    private UUID id;

    private String study;
    private String version;
    private String name;
    private long checkpoint;

    @Column(name = "made_at")
    private OffsetDateTime madeAt;

    @Column(name = "key_name")
    private String keyName;

    @Column(name = "sealed_seed")
    private byte[] sealedSeed;

    @Convert(converter = JsonColumn.class)
    private String files;

    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected ReleaseRow() {}

    ReleaseRow(Release release, String keyName, byte[] sealedSeed, UUID audit) {
        this.id = release.id();
        this.study = release.study();
        this.version = release.version();
        this.name = release.name();
        this.checkpoint = release.checkpoint();
        this.madeAt = release.made().atOffset(ZoneOffset.UTC);
        this.keyName = keyName;
        this.sealedSeed = sealedSeed;
        this.files = json(release.files());
        this.audit = audit;
    }

    String keyName() {
        return keyName;
    }

    byte[] sealedSeed() {
        return sealedSeed;
    }

    Release release() {
        return new Release(id, study, version, name, checkpoint, madeAt.toInstant(), files(files));
    }

    private static String json(List<FileEntry> files) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        files.forEach(file -> array.add(JSON.createObjectBuilder()
                .add("name", file.name())
                .add("rows", file.rows())
                .add("bytes", file.bytes())
                .add("sha256", file.sha256())));
        return array.build().toString();
    }

    private static List<FileEntry> files(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(file -> new FileEntry(
                            file.getString("name"),
                            file.getJsonNumber("rows").longValue(),
                            file.getJsonNumber("bytes").longValue(),
                            file.getString("sha256")))
                    .toList();
        }
    }
}
