package org.commensal.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/**
 * A randomisation list that a statistician made elsewhere, followed row by row within each stratum.
 *
 * <p>The weight of the arm on the list is 1 and of every other 0, so an allocation is computed and verified as with every
 * other method. Where the rows of a stratum are used up, the participant is refused; no row of another stratum is ever
 * taken. The scheme holds the SHA-256 of the file, so the commitment binds the list. Draws nothing of its own.
 *
 * @param file its path within the study folder
 * @param rows the arms, by their place in the design, of each stratum in order of sequence
 * @param files of the study folder, by their path
 */
record ImportedList(
        Design design,
        String file,
        String sha256,
        Map<String, List<Integer>> rows,
        Function<String, Optional<byte[]>> files)
        implements AllocationMethod {

    static final String HASH = "sha-256";
    private static final String KEY = "file";
    private static final Text USED_UP = new Text(
            "The randomisation list has no row left for %s. Do not randomise; ask the statistician for an amended list.",
            "De randomisatielijst heeft geen regel meer voor %s. Randomiseer niet; vraag de statisticus om een nieuwe"
                    + " lijst.");

    static ImportedList read(Design design, Settings settings, Function<String, Optional<byte[]>> files) {
        String file = settings.string(KEY);
        byte[] bytes = files.apply(file).orElse(new byte[0]);
        if (bytes.length == 0 && !file.isEmpty()) {
            settings.fault(
                    KEY,
                    "There is no file \"" + file + "\" in the study folder, or it is empty.",
                    "Add it, with the columns " + ListFile.HEADER + ".");
        }
        Map<String, List<Integer>> rows = bytes.length == 0
                ? Map.of()
                : new ListFile(design, (what, fix) -> settings.fault(KEY, file + ": " + what, fix)).read(bytes);
        return new ImportedList(design, file, Sha256.hex(bytes), rows, files);
    }

    @Override
    public Course begin() {
        return new Followed(new int[design.strata().size()]);
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(KEY, file, HASH, sha256);
    }

    @Override
    public Optional<byte[]> list() {
        return files.apply(file);
    }

    /** How many rows of each stratum have been taken. */
    private final class Followed implements Course {

        private final int[] taken;

        Followed(int[] taken) {
            this.taken = taken;
        }

        @Override
        public long[] weights(int[] levels, Draw draw) {
            int place = design.stratum(levels);
            String stratum = design.strata().get(place);
            List<Integer> arms = rows.getOrDefault(stratum, List.of());
            if (taken[place] >= arms.size()) {
                throw new Refusal(Refusal.Reason.CONFLICT, USED_UP.with(stratum));
            }
            long[] weights = new long[design.arms().size()];
            weights[arms.get(taken[place])] = 1;
            return weights;
        }

        @Override
        public void allocated(int[] levels, int arm) {
            taken[design.stratum(levels)]++;
        }

        @Override
        public Course copy() {
            return new Followed(taken.clone());
        }

        @Override
        public Object state() {
            return Arrays.stream(taken).boxed().toList();
        }
    }
}
