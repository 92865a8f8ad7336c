package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Figure;
import org.commensal.web.Tone;

/**
 * The protocol of a study as a person reads it: everything that was published, but for what would help to predict an
 * allocation.
 *
 * @param sections in the order in which they are read; those of which the protocol says nothing are not there
 */
public record ProtocolSheet(List<Figure> facts, List<Section> sections) {

    /** @param id what a link to it is called */
    public record Section(String id, String heading, List<Part> parts) {

        static Section of(String id, String heading, Part... parts) {
            return new Section(id, heading, List.of(parts));
        }

        boolean saysSomething() {
            return parts.stream().anyMatch(Part::saysSomething);
        }
    }

    /** A part of a section. */
    public sealed interface Part {
        boolean saysSomething();
    }

    /** @param heading empty where the section's own is enough */
    public record Prose(String heading, List<String> paragraphs) implements Part {
        @Override
        public boolean saysSomething() {
            return !paragraphs.isEmpty();
        }
    }

    /** Short sentences of equal weight. */
    public record Points(String heading, List<String> points) implements Part {
        @Override
        public boolean saysSomething() {
            return !points.isEmpty();
        }
    }

    /** Terms and what the protocol says of each. */
    public record Details(String heading, List<Term> terms) implements Part {
        @Override
        public boolean saysSomething() {
            return !terms.isEmpty();
        }
    }

    /** @param lines one or more */
    public record Term(String name, List<String> lines) {}

    /**
     * Things of one kind, each with a title of its own, such as outcomes.
     *
     * @param across whether what is said of each is short enough to stand side by side
     */
    public record Entries(String heading, boolean across, List<Entry> entries) implements Part {

        Entries(String heading, List<Entry> entries) {
            this(heading, false, entries);
        }

        @Override
        public boolean saysSomething() {
            return !entries.isEmpty();
        }
    }

    /**
     * @param tag before the title; may be empty
     * @param code by which files and data call it; may be empty
     * @param about may be empty
     * @param rule an expression as the study wrote it; may be empty
     */
    public record Entry(String tag, Tone tone, String title, String code, String about, List<Term> terms, String rule) {

        static Entry plain(String title, String about, List<Term> terms) {
            return new Entry("", Tone.PLAIN, title, "", about, terms, "");
        }
    }

    /** Criteria with their identifiers; a sentence where there is none. */
    public record Criteria(String heading, String none, List<Criterion> criteria) implements Part {
        @Override
        public boolean saysSomething() {
            return true;
        }
    }

    public record Criterion(String id, String text) {}

    public record Schedule(ScheduleGrid grid) implements Part {
        @Override
        public boolean saysSomething() {
            return !grid.moments().isEmpty();
        }
    }

    /** Every version that was published, the newest first. */
    public record Versions(List<Version> versions) implements Part {
        @Override
        public boolean saysSomething() {
            return !versions.isEmpty();
        }
    }

    /**
     * @param shortHash the first digits of {@code hash}
     * @param changes the page that says what it changes, for those who may see it
     */
    public record Version(
            String version,
            String published,
            String hash,
            String shortHash,
            boolean inForce,
            Optional<String> changes) {}
}
