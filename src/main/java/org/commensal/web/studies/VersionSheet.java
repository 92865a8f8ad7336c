package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Tone;

/**
 * One version of a study as its readers see it: what it changes, who approved it, which sites work with it.
 *
 * @param base the address of this page
 * @param from the version that it is held against; empty for the first
 * @param approval what it rests on and when it was given
 * @param approves whether this reader may approve it now
 * @param newScheme whether it is put in force at all sites at once, with a new allocation scheme
 * @param goLive what must be on file before that, for those who may see it
 */
public record VersionSheet(
        String base,
        String version,
        String standing,
        Tone tone,
        String published,
        String hash,
        Optional<String> from,
        List<Group> groups,
        Optional<String> approval,
        boolean approves,
        boolean newScheme,
        Optional<String> goLive,
        List<Site> sites) {

    /** The changes that ask as much of a running study. */
    public record Group(String heading, List<Line> lines) {}

    /** @param concerns how much of what is stored or being filled in it is about */
    public record Line(String sentence, List<String> concerns) {}

    /**
     * @param now the version that the site works with
     * @param release whether this reader may put the version in force here now
     */
    public record Site(String code, String name, String now, boolean release) {}
}
