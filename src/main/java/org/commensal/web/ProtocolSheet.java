package org.commensal.web;

import java.util.List;
import java.util.Optional;

/**
 * The protocol of a study as a person reads it: everything that was published, but for what would help to predict an
 * allocation.
 *
 * @param allocation sentences about the allocation, none of which names a method or its settings
 * @param versions every version that was published, the newest first
 */
public record ProtocolSheet(
        String title,
        String summary,
        String sites,
        List<Overview.Fact> facts,
        List<Named> arms,
        ScheduleGrid schedule,
        List<Criterion> inclusion,
        List<Criterion> exclusion,
        List<String> leftOut,
        List<Named> derived,
        List<String> allocation,
        List<Named> factors,
        List<Form> forms,
        List<Version> versions) {

    /** Something with a sentence about it. */
    public record Named(String name, String about) {}

    public record Criterion(String id, String text) {}

    /**
     * @param minutes how long it takes
     * @param source who made it and under which licence, as the protocol states it
     * @param warning that its wording is not there
     */
    public record Form(String title, String questions, String minutes, String source, Optional<String> warning) {}

    /** @param shortHash the first digits of {@code hash} */
    public record Version(String version, String published, String hash, String shortHash, boolean inForce) {}
}
