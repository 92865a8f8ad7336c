package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.export.comparison.Comparison;
import org.commensal.export.comparison.Side;
import org.commensal.export.disclosure.Disclosure;
import org.commensal.export.release.BlindedTables;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Table;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;

/**
 * Counts what is different between two releases of a study, for those who may download both.
 *
 * <p>In both the subjects have ids of that release alone, so that nobody can link them. Here the tables of both are made by
 * a seed of this comparison, which is then forgotten. No arm is read, whatever the releases tell.
 */
@ApplicationScoped
public class CompareReleases {

    /** @param older the one with fewer facts; of two with the same, the one that was asked for first */
    public record Compared(Release older, Release newer, Comparison comparison) {}

    private static final Comparator<Release> ORDER = Comparator.comparing(Release::checkpoint)
            .thenComparing(Release::made)
            .thenComparing(Release::id);

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Releases releases;

    @Inject
    BlindedTables tables;

    private final SecureRandom random = new SecureRandom();

    /**
     * Compares two releases, whichever of them is named first. All is read in one transaction.
     *
     * @throws org.commensal.kernel.Refusal {@code NOT_FOUND} where one is no release of this study; {@code NOT_YET} where one
     *     cannot be downloaded
     */
    @Transactional
    public Compared compare(Actor actor, String study, UUID one, UUID other) {
        ActingAs as = permission.require(actor, Right.DOWNLOAD_RELEASE, study);
        List<Release> both = Stream.of(
                        releases.downloadable(actor, study, one), releases.downloadable(actor, study, other))
                .sorted(ORDER)
                .toList();
        Release older = both.get(0);
        Release newer = both.get(1);
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        Comparison comparison = Comparison.of(side(older, seed), side(newer, seed));
        audit.record(
                as,
                "dataset.compared",
                newer.name(),
                "",
                Map.of("release", newer.id().toString(), "with", older.id().toString()));
        return new Compared(older, newer, comparison);
    }

    private Side side(Release release, byte[] seed) {
        List<Study> versions = tables.versions(release.study(), release.checkpoint()).stream()
                .map(PublishedStudy::study)
                .toList();
        Specification asked = release.specification().with(Arms.NONE);
        Specification today = Specification.draft(asked.formats()).withHistory();
        return new Side(
                tables.of(versions, release.checkpoint(), seed, asked),
                tables.of(versions, release.checkpoint(), seed, asked.withAllVariables()),
                asked.anonymity().isPresent() ? coarser(versions) : Set.of(),
                tables.ofSites(versions),
                names(tables.offered(versions, release.checkpoint(), asked.withHistory())),
                names(tables.offered(versions, release.checkpoint(), today)));
    }

    private Set<String> coarser(List<Study> versions) {
        Set<String> columns = new HashSet<>(tables.recognising(versions));
        columns.addAll(Disclosure.EVENTS);
        return columns;
    }

    private static Set<String> names(List<Table> tables) {
        Set<String> names = new HashSet<>();
        tables.forEach(table -> {
            names.add(table.name());
            table.columns().forEach(column -> names.add(table.name() + "." + column.name()));
        });
        return names;
    }
}
