package org.commensal.allocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.allocation.CommitmentText.Closing;
import org.commensal.allocation.CommitmentText.Moment;

/** Revealed ledgers as a trial would export them, and what somebody might do to them. */
final class Ledgers {

    static final Instant START = Instant.parse("2026-11-26T09:00:00.120Z");

    /** A scheme of every method as a study may write it, and what else a verifier has to know. */
    static final Map<String, AllocationScheme> SCHEMES = schemes();

    private Ledgers() {}

    private static Map<String, AllocationScheme> schemes() {
        Map<String, AllocationScheme> schemes = new LinkedHashMap<>();
        AllocationMethods.TABLE.forEach(entry -> schemes.put(
                entry.name(), Schemes.scheme(entry.ratio(), "method: " + entry.name() + "\n" + entry.example())));
        schemes.put("complete, 3:2:1", Schemes.scheme(List.of(3, 2, 1), "method: complete-randomisation"));
        schemes.put("blocks, 2:1", Schemes.scheme(List.of(2, 1), "method: permuted-blocks\nblock-sizes: [3, 6]"));
        schemes.put("block urn, 2:1:1", Schemes.scheme(List.of(2, 1, 1), "method: block-urn\nlambda: 3"));
        schemes.put("big stick, 3:2", Schemes.scheme(List.of(3, 2), "method: big-stick\nlimit: 2"));
        schemes.put(
                "maximal, free, 2:1",
                Schemes.scheme(List.of(2, 1), "method: maximal-procedure\nlimit: 3\nlength: 10\nend: free"));
        schemes.put(
                "wei, fake arms",
                Schemes.scheme(List.of(2, 1), "method: wei-urn\nalpha: 1\nbeta: 2\nunequal-ratio: fake-arms"));
        schemes.put(
                "minimisation, fake arms, ranks",
                Schemes.scheme(
                        List.of(2, 1, 1),
                        "method: minimisation\nmeasure: variance\nprobability: 3/4\nties: rank\noverall-total: true"
                                + "\nunequal-ratio: fake-arms"));
        schemes.put(
                "marginal totals, 3:2:1",
                Schemes.scheme(
                        List.of(3, 2, 1),
                        "method: minimisation\nmeasure: marginal-totals\nprobability: 17/20\nfactor-weights: {aura: 7}"));
        schemes.put(
                "text beyond ASCII",
                Schemes.read(
                        Schemes.arms(2),
                        List.of(1, 1),
                        List.of(
                                new Factor("mmd", List.of("<8", "8\u201315", "\u226515, or more")),
                                new Factor("quote \"q\"", List.of("back\\slash", "{\u00e9\u00e9n}: [1]"))),
                        "method: block-urn\nlambda: 2",
                        fault -> {
                            throw new AssertionError(fault);
                        }));
        return schemes;
    }

    /** The export of a trial with this many participants, whose seed these people contributed to. */
    static SortedMap<String, byte[]> of(AllocationScheme scheme, int participants, String... contributions) {
        return of(scheme, participants, false, contributions);
    }

    /** The same of a scheme that another took the place of. */
    static SortedMap<String, byte[]> closed(AllocationScheme scheme, int participants, String... contributions) {
        return of(scheme, participants, true, contributions);
    }

    private static SortedMap<String, byte[]> of(
            AllocationScheme scheme, int participants, boolean closed, String... contributions) {
        List<Contribution> given = IntStream.range(0, contributions.length)
                .mapToObj(i -> new Contribution(i + 1, "statistician", START, contributions[i]))
                .toList();
        Seed seed = Schemes.SEED.with(List.of(contributions));
        List<LedgerRow> rows = rows(scheme, seed, participants, 0);
        CommitmentText commitment = new CommitmentText(
                scheme.study(),
                scheme.version(),
                Optional.of(new Moment(scheme.commitment(Schemes.SEED), START)),
                given.size(),
                Optional.of(new Moment(scheme.commitment(seed), START)),
                closed ? Optional.of(new Closing(START.plusSeconds(86_400), LedgerEnd.of(rows))) : Optional.empty());
        return LedgerFiles.of(scheme, Schemes.SEED, given, commitment, rows, List.of());
    }

    /**
     * The export of a trial of which four participants followed two others, and the first and the third of four
     * envelopes of one site were used.
     */
    static SortedMap<String, byte[]> withRowsOutside(AllocationScheme scheme, int participants) {
        Seed seed = Schemes.SEED;
        List<LedgerRow> rows = new ArrayList<>(rows(scheme, seed, participants, 0));
        OutsideStreams outside = scheme.outside(seed);
        Map<String, String> levels = rows.get(3).allocation().levels();
        for (int i = 0; i < 4; i++) {
            LedgerRow followed = rows.get(i / 2 * 5);
            rows.add(chained(
                    scheme,
                    rows,
                    outside.forced(
                            followed.participant(),
                            i % 2 + 1,
                            followed.allocation().arm(),
                            levels)));
        }
        for (int number : new int[] {1, 3}) {
            rows.add(chained(scheme, rows, outside.envelope("north", number, levels)));
        }
        List<Envelope> envelopes = List.of(
                new Envelope("north", 1, Envelope.State.USED),
                new Envelope("north", 2, Envelope.State.SPOILED),
                new Envelope("north", 3, Envelope.State.USED),
                new Envelope("north", 4, Envelope.State.UNUSED),
                new Envelope("south", 1, Envelope.State.UNUSED));
        CommitmentText commitment = new CommitmentText(
                scheme.study(),
                scheme.version(),
                Optional.empty(),
                0,
                Optional.of(new Moment(scheme.commitment(seed), START)),
                Optional.empty());
        return LedgerFiles.of(scheme, seed, List.of(), commitment, rows, envelopes);
    }

    private static LedgerRow chained(AllocationScheme scheme, List<LedgerRow> before, Allocation allocation) {
        LedgerChain chain = scheme.chain(Schemes.SEED, allocation.stream());
        String link = before.stream()
                .filter(row -> row.allocation().stream().equals(allocation.stream()))
                .map(LedgerRow::chain)
                .reduce(chain.first(), (first, second) -> second);
        LedgerRow row = new LedgerRow(
                allocation, "OUT-%04d".formatted(before.size() + 1), START.plusMillis(before.size() * 61_007L));
        return row.chained(chain.next(link, row));
    }

    /** @param unchained how many rows of each stream are of before there were chains */
    static List<LedgerRow> rows(AllocationScheme scheme, Seed seed, int participants, int unchained) {
        Map<String, String> links = new HashMap<>();
        List<LedgerRow> rows = new ArrayList<>();
        for (Allocation allocation : Schemes.ledger(scheme, seed, participants)) {
            LedgerChain chain = scheme.chain(seed, allocation.stream());
            LedgerRow row = new LedgerRow(
                    allocation, "LUM-%04d".formatted(rows.size() + 1), START.plusMillis(rows.size() * 61_007L));
            String link = chain.next(links.getOrDefault(allocation.stream(), chain.first()), row);
            links.put(allocation.stream(), link);
            rows.add(allocation.sequence() > unchained ? row.chained(link) : row);
        }
        return rows;
    }

    /** The same export with one line of a file changed, by its number from 1. */
    static SortedMap<String, byte[]> altered(
            Map<String, byte[]> files, String file, int line, UnaryOperator<String> change) {
        List<String> lines = new ArrayList<>(lines(files, file));
        lines.set(line - 1, change.apply(lines.get(line - 1)));
        return with(files, file, lines);
    }

    static SortedMap<String, byte[]> with(Map<String, byte[]> files, String file, List<String> lines) {
        SortedMap<String, byte[]> altered = new TreeMap<>(files);
        String end = file.equals(LedgerFiles.SCHEME) ? "" : "\n";
        altered.put(file, LedgerFiles.utf8(String.join("\n", lines) + end));
        return altered;
    }

    static List<String> lines(Map<String, byte[]> files, String file) {
        return List.of(new String(files.get(file), StandardCharsets.UTF_8).split("\n"));
    }

    /** Another value in one column of a line of the ledger. */
    static UnaryOperator<String> cell(String column, UnaryOperator<String> change) {
        return line -> {
            List<String> values = new ArrayList<>(Csv.values(line));
            int place = LedgerRow.COLUMNS.indexOf(column);
            values.set(place, change.apply(values.get(place)));
            return Csv.line(values);
        };
    }

    static Path write(Map<String, byte[]> files, Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
