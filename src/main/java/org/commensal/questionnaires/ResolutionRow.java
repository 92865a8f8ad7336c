package org.commensal.questionnaires;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.IdColumn;
import org.jspecify.annotations.Nullable;

/** One row of {@code difference_resolutions}. */
@Entity
@Table(name = "difference_resolutions")
class ResolutionRow {

    @Id
    private UUID id;

    @Column(name = "second_entry")
    private UUID secondEntry;

    private UUID request;
    private String item;
    private String choice;
    private String reason;

    @Convert(converter = IdColumn.class)
    private @Nullable UUID correction;

    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected ResolutionRow() {}

    ResolutionRow(Resolution resolution, String item, Optional<UUID> correction, UUID audit) {
        this.id = UUID.randomUUID();
        this.secondEntry = resolution.entry();
        this.request = resolution.id();
        this.item = item;
        this.choice = choice(resolution, item);
        this.reason = resolution.reason();
        this.correction = correction.orElse(null);
        this.audit = audit;
    }

    UUID entry() {
        return secondEntry;
    }

    String item() {
        return item;
    }

    /** Whether this was decided by the same request. */
    boolean isOf(Resolution resolution) {
        return secondEntry.equals(resolution.entry())
                && resolution.choices().containsKey(item)
                && choice.equals(choice(resolution, item))
                && reason.equals(resolution.reason());
    }

    private static String choice(Resolution resolution, String item) {
        return String.valueOf(resolution.choices().get(item));
    }
}
