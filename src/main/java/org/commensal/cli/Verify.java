package org.commensal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.commensal.bundle.BundleVerification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that a release is as it was made, or that a revealed ledger follows from what was published; or where not. */
@Command(
        name = "verify",
        description =
                "Of a release: compares the size and SHA-256 of each file with the manifest, and checks the signature"
                        + " of the manifest. Of a revealed ledger: computes every allocation again, and the commitments, the"
                        + " contributions and the chain. Prints each file or line where it differs.",
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(
            paramLabel = "ZIP",
            description =
                    "The dataset.zip of a release or the ledger.zip of a study, or the folder that it was unpacked"
                            + " to.")
    private Path place = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "The public key that a release must be signed with, as the server gives it.")
    private @Nullable Path key;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    Verify(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        return isRelease() ? release() : new VerifyLedger(out, place, json).call();
    }

    private boolean isRelease() {
        try {
            return BundleVerification.concerns(place);
        } catch (IOException unreadable) {
            throw Stopped.noInput(place + " cannot be read. Name a dataset.zip or ledger.zip, or the folder that it was"
                    + " unpacked to.");
        }
    }

    private int release() {
        BundleVerification verified = verified(Optional.ofNullable(key).map(Verify::pem));
        if (json) {
            out.println(Json.of(summary(verified)));
        } else {
            verified.faults().forEach(out::println);
            int faults = verified.faults().size();
            out.println(verified.holds() ? fine(verified) : faults + (faults == 1 ? " fault." : " faults."));
        }
        return verified.holds() ? Stopped.FINE : Stopped.FOUND;
    }

    private BundleVerification verified(Optional<String> trusted) {
        try {
            return BundleVerification.of(place, trusted);
        } catch (IOException unreadable) {
            throw Stopped.noInput(place + " cannot be read to its end.");
        }
    }

    private String fine(BundleVerification verified) {
        String by = verified.fingerprint().orElse("");
        return "No fault: " + verified.files() + " files, signed by "
                + (key != null ? "the key that you trust." : "the key " + by + ". Compare it with that of the server.");
    }

    private static Map<String, Object> summary(BundleVerification verified) {
        List<Map<String, Object>> faults = verified.faults().stream()
                .map(fault -> Json.members("file", fault.file(), "what", fault.what()))
                .toList();
        return Json.members(
                "files", verified.files(), "key", verified.fingerprint().orElse(""), "faults", faults);
    }

    private static String pem(Path key) {
        try {
            return Files.readString(key);
        } catch (IOException unreadable) {
            throw Stopped.noInput(key + " cannot be read. Name the file with the public key of the server.");
        }
    }
}
