package org.commensal.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a release is the one that was made: every file that its manifest names is there with its size and SHA-256, none
 * is beside them, and the manifest is signed.
 *
 * @param files how many were compared
 * @param fingerprint of the key that signed it; empty where nothing is signed
 * @param faults each with the file, one line each; none where it holds
 */
public record BundleVerification(int files, Optional<String> fingerprint, List<Fault> faults) {

    /** What a manifest does not name, since it speaks of it or is made from it. */
    private static final Set<String> BESIDE = Set.of(Bundle.MANIFEST, Bundle.SIGNATURE, Bundle.KEY, Bundle.SUMS);

    /** @param what is wrong with the file */
    public record Fault(String file, String what) {

        @Override
        public String toString() {
            return file + ": " + what;
        }
    }

    public BundleVerification {
        faults = List.copyOf(faults);
    }

    public boolean holds() {
        return faults.isEmpty();
    }

    /** Whether a zip or folder is one of these at all. */
    public static boolean concerns(Path place) throws IOException {
        return Bundle.read(place).spoken().containsKey(Bundle.MANIFEST);
    }

    /**
     * @param place the zip, or the folder that it was unpacked to
     * @param trusted the public key that it must be signed with; where there is none, that in the bundle itself, which only
     *     says that all is of one piece
     */
    public static BundleVerification of(Path place, Optional<String> trusted) throws IOException {
        Bundle bundle = Bundle.read(place);
        List<Fault> faults = new ArrayList<>();
        Optional<Map<String, Bundle.Sum>> promised = bundle.promised();
        if (promised.isEmpty()) {
            faults.add(new Fault(Bundle.MANIFEST, "is not there, or cannot be read"));
        }
        compare(bundle, promised.orElse(Map.of()), faults);
        Optional<String> key = trusted.or(() -> bundle.text(Bundle.KEY));
        Optional<String> fingerprint = signature(bundle, key, trusted, faults);
        return new BundleVerification(promised.map(Map::size).orElse(0), fingerprint, faults);
    }

    private static void compare(Bundle bundle, Map<String, Bundle.Sum> promised, List<Fault> faults) {
        promised.forEach((name, sum) -> {
            Bundle.Sum found = bundle.sums().get(name);
            if (found == null) {
                faults.add(new Fault(name, "is not there"));
            } else if (found.bytes() != sum.bytes()) {
                faults.add(new Fault(name, "has " + found.bytes() + " bytes where " + sum.bytes() + " were released"));
            } else if (!found.sha256().equals(sum.sha256())) {
                faults.add(new Fault(name, "is not what was released: its SHA-256 is " + found.sha256()));
            }
        });
        bundle.sums().keySet().stream()
                .filter(name -> !promised.containsKey(name) && !BESIDE.contains(name))
                .forEach(name -> faults.add(new Fault(name, "was not released")));
        bundle.wrongSums(promised)
                .forEach(line -> faults.add(new Fault(Bundle.SUMS, "is wrong in the line \"" + line + "\"")));
    }

    private static Optional<String> signature(
            Bundle bundle, Optional<String> key, Optional<String> trusted, List<Fault> faults) {
        Optional<String> signature = bundle.text(Bundle.SIGNATURE);
        if (signature.isEmpty() || key.isEmpty()) {
            faults.add(new Fault(Bundle.SIGNATURE, "is not there, so that nobody vouches for the manifest"));
            return Optional.empty();
        }
        byte[] manifest = bundle.spoken().getOrDefault(Bundle.MANIFEST, new byte[0]);
        if (!SigningKey.signed(key.get(), manifest, signature.get())) {
            String whose = trusted.isPresent() ? "the key that you trust" : Bundle.KEY;
            faults.add(new Fault(Bundle.SIGNATURE, "is no signature of the manifest by " + whose));
            return Optional.empty();
        }
        return Optional.of(SigningKey.fingerprint(key.get()));
    }
}
