package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The second verifier, {@code deploy/verify-allocations.R}, run on a ledger. */
public final class VerifierInR {

    private static final Path SCRIPT = Path.of("deploy", "verify-allocations.R");

    private VerifierInR() {}

    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("Rscript", "-e", "suppressPackageStartupMessages(library(digest))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The lines that it prints of these files, which are written into the folder first. */
    public static List<String> says(Map<String, byte[]> files, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "Rscript",
                        SCRIPT.toString(),
                        Ledgers.write(files, folder).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean fine = said.lines().allMatch(line -> line.contains("No fault"));
        assertThat(process.waitFor()).as(said).isEqualTo(fine ? 0 : 1);
        return said.lines().toList();
    }
}
