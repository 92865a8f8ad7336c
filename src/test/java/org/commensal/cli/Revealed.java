package org.commensal.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.AllocationStream;
import org.commensal.allocation.CommitmentText;
import org.commensal.allocation.CommitmentText.Moment;
import org.commensal.allocation.Contribution;
import org.commensal.allocation.LedgerChain;
import org.commensal.allocation.LedgerFiles;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.Seed;
import org.commensal.protocol.StudyReader;

/** The revealed ledger of a study as its server would export it. */
final class Revealed {

    private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");
    private static final String DICE = "six dice: 3 1 4 1 5 9";

    private Revealed() {}

    static SortedMap<String, byte[]> ledger(Path study, int participants) {
        AllocationScheme scheme = StudyReader.read(study).scheme();
        Seed drawn = new Seed("drawn by the server, long before".getBytes(StandardCharsets.US_ASCII));
        Seed seed = drawn.with(List.of(DICE));
        Map<String, AllocationStream> streams = new HashMap<>();
        Map<String, String> links = new HashMap<>();
        List<LedgerRow> rows = new ArrayList<>();
        IntStream.range(0, participants).forEach(i -> {
            Map<String, String> levels = levels(scheme, i);
            String name = scheme.stream(levels);
            AllocationStream stream = streams.computeIfAbsent(name, first -> scheme.open(seed, first));
            Allocation next = stream.next(levels);
            stream.add(next);
            LedgerChain chain = scheme.chain(seed, name);
            LedgerRow row = new LedgerRow(next, "DEL-%04d".formatted(i + 1), START.plusSeconds(i));
            links.put(name, chain.next(links.getOrDefault(name, chain.first()), row));
            rows.add(row.chained(links.getOrDefault(name, "")));
        });
        return LedgerFiles.of(
                scheme,
                drawn,
                List.of(new Contribution(1, "statistician", START, DICE)),
                new CommitmentText(
                        scheme.study(),
                        scheme.version(),
                        Optional.of(new Moment(scheme.commitment(drawn), START)),
                        1,
                        Optional.of(new Moment(scheme.commitment(seed), START)),
                        Optional.empty()),
                rows,
                List.of());
    }

    private static Map<String, String> levels(AllocationScheme scheme, int participant) {
        Map<String, String> levels = new LinkedHashMap<>();
        scheme.factors()
                .forEach(factor -> levels.put(
                        factor.name(),
                        factor.levels().get(participant % factor.levels().size())));
        return levels;
    }
}
