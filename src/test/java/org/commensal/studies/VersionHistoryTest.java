package org.commensal.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.PublishedVersion.Approval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version is in force where, as a table. A star marks activation, a tick approval; sites stand behind a colon. */
class VersionHistoryTest {

    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<String> SITES = List.of("north", "south");

    @ParameterizedTest
    @CsvSource({
        "1,                         1, 1, 1",
        "1 2,                       2, 2, 2",
        "1*,                        1, 1, 1",
        "1* 2,                      1, 1, 1",
        "1* 2✓,                     1, 1, 1",
        "1* 2✓:south,               2, 1, 2",
        "1* 2✓:north:south,         2, 2, 2",
        "1* 2✓:south 3✓:north,      3, 3, 2",
        "1* 2✓:north 3✓:north 4✓,   3, 3, 1",
        "0 1* 2,                    1, 1, 1",
        "1* 2✓*,                    2, 2, 2",
        "1* 2✓:north 3✓*,           3, 3, 3",
        "1* 2✓* 3✓:south,           3, 2, 3",
    })
    void eachSiteWorksWithWhatWasReleasedToItLast(String history, String inForce, String north, String south) {
        VersionHistory versions = read(history);

        assertThat(versions.inForce().version()).isEqualTo(inForce);
        assertThat(versions.at("north").version()).isEqualTo(north);
        assertThat(versions.at("south").version()).isEqualTo(south);
    }

    @ParameterizedTest
    @CsvSource({
        "1 2,                              REPLACED PUBLISHED",
        "0 1* 2,                           REPLACED IN_FORCE PROPOSED",
        "1* 2✓,                            IN_FORCE APPROVED",
        "1* 2✓:south,                      IN_FORCE IN_FORCE",
        "1* 2✓:north:south,                PAST IN_FORCE",
        "1* 2 3✓:north,                    IN_FORCE REPLACED IN_FORCE",
        "1* 2✓:north 3✓:north:south 4,     PAST PAST IN_FORCE PROPOSED",
        "1* 2✓ 3✓* 4,                      PAST REPLACED IN_FORCE PROPOSED",
    })
    void eachVersionStandsSomewhereInItsLife(String history, String standings) {
        VersionHistory versions = read(history);

        assertThat(versions.versions().stream()
                        .map(version -> versions.standing(version, SITES).name()))
                .containsExactly(standings.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"1, 1,", "1 2, 2, 1", "1* 2 3, 3, 1", "1* 2✓:north 3, 3, 2", "1* 2✓:north 3, 2, 1", "0 1*, 1, 0"})
    void isHeldAgainstTheNewestBeforeItThatWasInForce(String history, String version, String before) {
        VersionHistory versions = read(history);

        assertThat(versions.before(versions.find(version).orElseThrow()).map(PublishedVersion::version))
                .isEqualTo(Optional.ofNullable(before));
    }

    /** One scheme allocates: the one that was activated last. */
    @ParameterizedTest
    @CsvSource({"1 2,,", "1* 2✓:north,1,1", "1* 2✓:north 3✓*,3,1 3", "0 1* 2✓* 3,2,1 2"})
    void theSchemeThatWasActivatedLastAllocates(String history, String scheme, String schemes) {
        VersionHistory versions = read(history);

        assertThat(versions.scheme().map(PublishedVersion::version)).isEqualTo(Optional.ofNullable(scheme));
        assertThat(versions.schemes().stream().map(PublishedVersion::version).collect(Collectors.joining(" ")))
                .isEqualTo(Optional.ofNullable(schemes).orElse(""));
    }

    private static VersionHistory read(String history) {
        List<PublishedVersion> versions =
                Stream.of(history.split(" ")).map(VersionHistoryTest::version).toList();
        boolean active = versions.stream().anyMatch(PublishedVersion::wasInForce);
        return new VersionHistory("trial", active ? State.ACTIVE : State.PUBLISHED, versions);
    }

    private static PublishedVersion version(String word) {
        String[] parts = word.split(":");
        Map<String, Instant> sites = Stream.of(parts).skip(1).collect(Collectors.toMap(site -> site, site -> THEN));
        return new PublishedVersion(
                parts[0].replaceAll("[^0-9]", ""),
                "hash of " + word,
                THEN,
                Optional.of("commitment").filter(any -> parts[0].endsWith("*")),
                Optional.of(new Approval("letter", THEN)).filter(any -> parts[0].contains("✓")),
                sites);
    }
}
