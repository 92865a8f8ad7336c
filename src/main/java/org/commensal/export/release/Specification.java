package org.commensal.export.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commensal.enrolment.Stage;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.kernel.Text;

/**
 * What a release is to hold: with the facts up to a checkpoint and the sealed seed, everything that its bytes follow from.
 *
 * @param edition of the tables: {@link #FIRST} has participants and questionnaires alone
 * @param cutOff the last day of which data are in it; all days where there is none
 * @param tables by name; all of them where none is named
 * @param leftOut variables that are not in it, as {@code table.column}
 * @param history whether what was corrected is told with what it was before
 * @param anonymity where subjects are made alike in what they could be recognised by
 * @param formats by their names in the table of formats, CSV among them
 */
public record Specification(
        int edition,
        Kind kind,
        Population population,
        Optional<LocalDate> cutOff,
        Set<String> tables,
        Set<String> leftOut,
        boolean history,
        Arms arms,
        Optional<Anonymity> anonymity,
        List<String> formats) {

    public static final int FIRST = 1;
    public static final int NEWEST = 2;

    /** What a release is for. */
    public enum Kind {
        DRAFT("draft, to try an analysis on", "proefversie, om een analyse op te proberen"),
        OFFICIAL(
                "official, to report on once the data are locked",
                "definitief, om over te rapporteren als de gegevens vergrendeld zijn");

        private final Text label;

        Kind(String en, String nl) {
            this.label = new Text(en, nl);
        }

        public Text label() {
            return label;
        }

        public String code() {
            return Specification.code(this);
        }

        public static Optional<Kind> of(String code) {
            return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /** Who is in it; whoever stopped the use of their data is in none. */
    public enum Population {
        CONSENTED(Stage.CONSENTED, "everybody who consented", "iedereen die toestemming gaf"),
        ENROLLED(Stage.ENROLLED, "everybody who was enrolled", "iedereen die is ingeschreven"),
        RANDOMISED(
                Stage.RANDOMISED,
                "everybody who was randomised (intention to treat)",
                "iedereen die heeft geloot (intention-to-treat)");

        private final Stage stage;
        private final Text label;

        Population(Stage stage, String en, String nl) {
            this.stage = stage;
            this.label = new Text(en, nl);
        }

        boolean holds(Subject subject) {
            return subject.day(stage).isPresent();
        }

        public Text label() {
            return label;
        }

        public String code() {
            return Specification.code(this);
        }

        public static Optional<Population> of(String code) {
            return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /** What it tells of the allocation. */
    public enum Arms {
        NONE("no allocation", "geen toewijzing"),
        MASKED(
                "masked arms: A, B, C in an order of this release alone",
                "gemaskeerde groepen: A, B, C in een volgorde van alleen deze dataset"),
        NAMED("unblinded: the arm of everybody", "gedeblindeerd: van iedereen de groep");

        private final Text label;

        Arms(String en, String nl) {
            this.label = new Text(en, nl);
        }

        public Text label() {
            return label;
        }

        public String code() {
            return Specification.code(this);
        }

        public static Optional<Arms> of(String code) {
            return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /**
     * Every subject is like at least {@code k - 1} others.
     *
     * @param suppressedPercent how many subjects of a hundred may be told nothing of instead
     */
    public record Anonymity(int k, int suppressedPercent) {

        public static final int LEAST_K = 2;
        public static final int MOST_K = 100;
        public static final int USUAL_PERCENT = 5;
    }

    public Specification {
        tables = new TreeSet<>(tables);
        leftOut = new TreeSet<>(leftOut);
        formats = List.copyOf(formats);
    }

    /** Of a release of before there were specifications. */
    public static Specification first(List<String> formats) {
        return whole(FIRST, formats);
    }

    /** A draft of everything that may be released. */
    public static Specification draft(List<String> formats) {
        return whole(NEWEST, formats);
    }

    private static Specification whole(int edition, List<String> formats) {
        return new Specification(
                edition,
                Kind.DRAFT,
                Population.CONSENTED,
                Optional.empty(),
                Set.of(),
                Set.of(),
                false,
                Arms.NONE,
                Optional.empty(),
                formats);
    }

    public Specification withFormats(List<String> others) {
        return new Specification(edition, kind, population, cutOff, tables, leftOut, history, arms, anonymity, others);
    }

    /** The same with every variable of its tables. */
    public Specification withAllVariables() {
        return new Specification(
                edition, kind, population, cutOff, tables, Set.of(), history, arms, anonymity, formats);
    }

    /** The same with what was corrected. */
    public Specification withHistory() {
        return new Specification(edition, kind, population, cutOff, tables, leftOut, true, arms, anonymity, formats);
    }

    /** The same, and of arms no more than this. */
    public Specification with(Arms told) {
        return new Specification(edition, kind, population, cutOff, tables, leftOut, history, told, anonymity, formats);
    }

    public boolean isFirst() {
        return edition == FIRST;
    }

    /** Whether a day is not after the cut-off. */
    boolean reaches(LocalDate day) {
        return cutOff.isEmpty() || !day.isAfter(cutOff.get());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
