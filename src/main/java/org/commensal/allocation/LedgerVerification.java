package org.commensal.allocation;

import static org.commensal.allocation.LedgerFiles.COMMITMENT;
import static org.commensal.allocation.LedgerFiles.CONTRIBUTIONS;
import static org.commensal.allocation.LedgerFiles.ENVELOPES;
import static org.commensal.allocation.LedgerFiles.LEDGER;
import static org.commensal.allocation.LedgerFiles.LIST;
import static org.commensal.allocation.LedgerFiles.SCHEME;
import static org.commensal.allocation.LedgerFiles.SEED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Computes a revealed ledger again, from the seed and the factor levels alone, and says line by line where it is not
 * what the published commitment bound: the commitments, what others contributed, every allocation, and the chain.
 *
 * <p>No sentence tells an arm. An arm is in the files, for those who may have them.
 */
public final class LedgerVerification {

    /** @param line of the file, from 1; 0 where the whole file is meant */
    public record Fault(String file, int line, String what) {

        @Override
        public String toString() {
            return file + (line == 0 ? "" : ":" + line) + ": " + what + ".";
        }
    }

    /**
     * What was computed again, and every fault that was found; the ledger holds where there is none.
     *
     * @param chained how many of the allocations carry a chain; all but those that a version without chains made
     */
    public record Outcome(
            String study,
            String version,
            int allocations,
            int chained,
            int streams,
            int contributions,
            List<Fault> faults) {

        public boolean holds() {
            return faults.isEmpty();
        }

        /** The same with these faults. */
        public Outcome with(List<Fault> found) {
            return new Outcome(study, version, allocations, chained, streams, contributions, List.copyOf(found));
        }
    }

    /** Which of the schemes of a study this is, where there are several: all but the last one are closed. */
    enum Place {
        ONLY,
        EARLIER,
        LAST
    }

    private static final Pattern LINE_BREAK = Pattern.compile("\r?\n");
    private static final Pattern SEED_DIGITS = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, byte[]> files;
    private final Place place;
    private final List<Fault> faults = new ArrayList<>();

    private LedgerVerification(Map<String, byte[]> files, Place place) {
        this.files = files;
        this.place = place;
    }

    /** @param files of the ledger by their names; others among them do not count */
    public static Outcome of(Map<String, byte[]> files) {
        return of(files, Place.ONLY);
    }

    static Outcome of(Map<String, byte[]> files, Place place) {
        return new LedgerVerification(files, place).verify();
    }

    private Outcome verify() {
        for (String file : List.of(SCHEME, COMMITMENT, CONTRIBUTIONS, SEED, LEDGER)) {
            if (!files.containsKey(file)) {
                faults.add(new Fault(file, 0, "the file is missing"));
            }
        }
        Optional<AllocationScheme> scheme = scheme();
        Optional<Seed> seed = seed("seed");
        Optional<Seed> drawn = seed("server-seed");
        List<String> contributions = contributions();
        if (scheme.isEmpty() || seed.isEmpty() || drawn.isEmpty()) {
            return new Outcome("", "", 0, 0, 0, contributions.size(), List.copyOf(faults));
        }
        bound(scheme.get(), seed.get(), drawn.get(), contributions);
        LedgerRows rows = new LedgerRows(scheme.get(), seed.get(), new EnvelopeLines(lines(ENVELOPES)), faults);
        rows.verify(lines(LEDGER));
        closed(rows.end());
        return new Outcome(
                scheme.get().study(),
                scheme.get().version(),
                rows.allocations(),
                rows.chained(),
                rows.streams(),
                contributions.size(),
                List.copyOf(faults));
    }

    private Optional<AllocationScheme> scheme() {
        Optional<byte[]> list = Optional.ofNullable(files.get(LIST));
        Optional<String> hash = SchemeFile.list(text(SCHEME));
        if (hash.isPresent() && !hash.equals(list.map(Sha256::hex))) {
            faults.add(new Fault(LIST, 0, "this is not the list that the scheme binds"));
            return Optional.empty();
        }
        Optional<AllocationScheme> scheme = SchemeFile.read(SCHEME, text(SCHEME), list);
        if (scheme.isEmpty() && files.containsKey(SCHEME)) {
            faults.add(new Fault(SCHEME, 1, "this is not the canonical form of an allocation scheme"));
        }
        return scheme;
    }

    /** Whether what was published before the first allocation binds this scheme, this seed and these contributions. */
    private void bound(AllocationScheme scheme, Seed seed, Seed drawn, List<String> contributions) {
        int before = faults.size();
        published("study", scheme.study(), "this is not the study of the scheme");
        published("version", scheme.version(), "this is not the version of the scheme");
        published(
                "contributions",
                String.valueOf(contributions.size()),
                "this is not the number of contributions in " + CONTRIBUTIONS);
        published(CommitmentText.BINDING, scheme.commitment(seed), "the commitment is not that of the scheme and seed");
        if (!contributions.isEmpty() || named(COMMITMENT).containsKey(CommitmentText.SERVER)) {
            published(
                    CommitmentText.SERVER,
                    scheme.commitment(drawn),
                    "the commitment is not that of the scheme and the server's seed");
        }
        if (!Arrays.equals(drawn.with(contributions).bytes(), seed.bytes())) {
            boolean bothBound = faults.size() == before;
            faults.add(new Fault(
                    bothBound ? CONTRIBUTIONS : SEED,
                    bothBound ? 0 : 1,
                    "the seed does not follow from the server's seed and the contributions"));
        }
    }

    /** Whether the ledger ends where it ended when another scheme took the place of this one. */
    private void closed(LedgerEnd end) {
        List<String> said = List.of(CommitmentText.CLOSED, CommitmentText.ALLOCATIONS, CommitmentText.END);
        boolean closed = said.stream().anyMatch(named(COMMITMENT)::containsKey);
        if (closed || place == Place.EARLIER) {
            published(
                    CommitmentText.ALLOCATIONS,
                    String.valueOf(end.allocations()),
                    "this is not the number of allocations in " + LEDGER);
            published(CommitmentText.END, end.hash(), "the ledger does not end where the scheme was closed");
        }
        if (closed && place == Place.LAST) {
            faults.add(new Fault(COMMITMENT, 0, "this scheme was closed, and the one after it is missing"));
        }
    }

    private void published(String name, String expected, String otherwise) {
        Named found = named(COMMITMENT).getOrDefault(name, new Named(0, ""));
        if (found.line == 0) {
            faults.add(new Fault(COMMITMENT, 0, "\"" + name + "\" is missing"));
        } else if (!found.value.equals(expected)) {
            faults.add(new Fault(COMMITMENT, found.line, otherwise));
        }
    }

    private Optional<Seed> seed(String name) {
        Named found = named(SEED).getOrDefault(name, new Named(0, ""));
        if (SEED_DIGITS.matcher(found.value).matches()) {
            return Optional.of(new Seed(HexFormat.of().parseHex(found.value)));
        }
        if (files.containsKey(SEED)) {
            faults.add(new Fault(SEED, found.line, "\"" + name + "\" is not a seed of 64 hexadecimal digits"));
        }
        return Optional.empty();
    }

    private List<String> contributions() {
        List<String> contents = new ArrayList<>();
        List<String> lines = lines(CONTRIBUTIONS);
        for (int line = 2; line <= lines.size(); line++) {
            List<String> values = Csv.values(lines.get(line - 1));
            if (values.size() != LedgerFiles.CONTRIBUTION_COLUMNS.size()
                    || !values.get(0).equals(String.valueOf(line - 1))) {
                faults.add(new Fault(CONTRIBUTIONS, line, "this is not contribution " + (line - 1)));
            }
            contents.add(values.get(values.size() - 1));
        }
        return contents;
    }

    /** A value of a text file of names and values. */
    private record Named(int line, String value) {}

    private Map<String, Named> named(String file) {
        Map<String, Named> named = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (int line = 1; line <= lines.size(); line++) {
            String[] parts = lines.get(line - 1).split(": ", 2);
            if (parts.length == 2) {
                named.putIfAbsent(parts[0], new Named(line, parts[1]));
            }
        }
        return named;
    }

    private List<String> lines(String file) {
        String text = text(file);
        return text.isEmpty() ? List.of() : List.of(LINE_BREAK.split(text));
    }

    private String text(String file) {
        return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }
}
