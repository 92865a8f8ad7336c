package org.commensal.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.commensal.allocation.LedgerArchive;
import org.commensal.allocation.LedgerArchive.Verified;
import org.commensal.allocation.LedgerVerification.Outcome;

/**
 * Says that every allocation of a revealed ledger follows from what was published at its start, or where it does not.
 *
 * @param ledger the ledger.zip of a study, or the folder that it was unpacked to
 */
record VerifyLedger(PrintWriter out, Path ledger, boolean json) {

    int call() {
        List<Verified> verified = LedgerArchive.verify(files());
        if (json) {
            List<Map<String, Object>> summaries =
                    verified.stream().map(each -> summary(each.outcome())).toList();
            out.println(Json.of(summaries.size() == 1 ? summaries.get(0) : Json.members("schemes", summaries)));
        } else {
            verified.forEach(this::print);
        }
        return verified.stream().allMatch(each -> each.outcome().holds()) ? Stopped.FINE : Stopped.FOUND;
    }

    /** Of several schemes each line begins with the folder of its scheme. */
    private void print(Verified verified) {
        String folder = verified.folder().isEmpty() ? "" : verified.folder() + ": ";
        verified.outcome().faults().forEach(fault -> out.println(folder + fault));
        out.println(folder + sentence(verified.outcome()));
    }

    private static String sentence(Outcome outcome) {
        int faults = outcome.faults().size();
        return faults > 0
                ? faults + (faults == 1 ? " fault." : " faults.")
                : "No fault: %s %s (allocations: %d, chained: %d, streams: %d, contributions: %d)."
                        .formatted(
                                outcome.study(),
                                outcome.version(),
                                outcome.allocations(),
                                outcome.chained(),
                                outcome.streams(),
                                outcome.contributions());
    }

    private static Map<String, Object> summary(Outcome outcome) {
        return Json.members(
                "study", outcome.study(),
                "version", outcome.version(),
                "allocations", outcome.allocations(),
                "chained", outcome.chained(),
                "streams", outcome.streams(),
                "contributions", outcome.contributions(),
                "faults",
                        outcome.faults().stream()
                                .map(fault ->
                                        Json.members("file", fault.file(), "line", fault.line(), "what", fault.what()))
                                .toList());
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            if (Files.isDirectory(ledger)) {
                try (Stream<Path> paths = Files.walk(ledger, 2)) {
                    for (Path path : paths.filter(Files::isRegularFile).toList()) {
                        String name = ledger.relativize(path).toString().replace('\\', '/');
                        files.put(name, Files.readAllBytes(path));
                    }
                }
            } else {
                unpack(Files.readAllBytes(ledger), files);
            }
        } catch (IOException unreadable) {
            throw Stopped.noInput(
                    ledger + " cannot be read. Name a ledger.zip, or the folder that it was unpacked to.");
        }
        if (files.isEmpty()) {
            throw Stopped.noInput(
                    ledger + " holds no ledger. Name a ledger.zip, or the folder that it was unpacked to.");
        }
        return files;
    }

    private static void unpack(byte[] zip, Map<String, byte[]> files) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        }
    }
}
