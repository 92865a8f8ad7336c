package org.commensal.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A method for equal arms, run over as many fake arms as the ratio has shares, of which an arm of share w owns w: so each
 * participant goes to each arm with exactly its share of the ratio, whoever came before being unknown (Kuznetsova and
 * Tymofyeyev, Preserving the allocation ratio at every allocation with biased coin randomization and minimization in
 * studies with unequal allocation, Statistics in Medicine 2012;31:701).
 *
 * <p>An arm weighs what its fake arms weigh together. Which of them was meant is drawn below that weight under the label
 * {@value #LABEL}, where the arm owns more than one; nobody needs to know it but the method.
 *
 * @param inner over the fake arms
 */
record FakeArms(Design design, AllocationMethod inner) implements AllocationMethod {

    static final String LABEL = "fake-arm";
    static final String KEY = "unequal-ratio";
    static final String NATIVE = "native";
    static final String FAKE = "fake-arms";

    /** Reads a method that a study may run over fake arms. */
    static AllocationMethods.Reader offered(AllocationMethods.Reader method) {
        return (design, settings) -> {
            String chosen = settings.oneOf(KEY, List.of(NATIVE, FAKE), NATIVE);
            return chosen.equals(FAKE)
                    ? new FakeArms(design, method.read(expanded(design), settings))
                    : method.read(design, settings);
        };
    }

    private static Design expanded(Design design) {
        List<ArmCode> fakes = new ArrayList<>();
        for (int arm = 0; arm < design.arms().size(); arm++) {
            for (int fake = 0; fake < design.ratio().get(arm); fake++) {
                fakes.add(new ArmCode(design.arms().get(arm).value() + " " + fake));
            }
        }
        return new Design(fakes, Collections.nCopies(fakes.size(), 1), design.factors());
    }

    @Override
    public Course begin() {
        return new Owners(inner.begin(), design.shares());
    }

    @Override
    public boolean stratifies() {
        return inner.stratifies();
    }

    @Override
    public boolean balancesFactors() {
        return inner.balancesFactors();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(inner.settings());
        settings.put(KEY, FAKE);
        return settings;
    }

    /** A course over the fake arms, seen from the arms that own them. */
    private static final class Owners implements Course {

        private final Course fakes;
        private final long[] shares;
        private final long[] weights;
        private long[] lent = {};
        private Draw draw = (label, bound) -> 0;

        Owners(Course fakes, long[] shares) {
            this.fakes = fakes;
            this.shares = shares;
            this.weights = new long[shares.length];
        }

        @Override
        public long[] weights(int[] levels, Draw ofThisParticipant) {
            draw = ofThisParticipant;
            lent = fakes.weights(levels, draw);
            int fake = 0;
            for (int arm = 0; arm < weights.length; arm++) {
                weights[arm] = 0;
                for (int last = fake + (int) shares[arm]; fake < last; fake++) {
                    weights[arm] += lent[fake];
                }
            }
            return weights;
        }

        @Override
        public void allocated(int[] levels, int arm) {
            int fake = 0;
            for (int before = 0; before < arm; before++) {
                fake += (int) shares[before];
            }
            if (shares[arm] > 1) {
                fake = draw.place(LABEL, lent, fake, fake + (int) shares[arm]);
            }
            fakes.allocated(levels, fake);
        }

        @Override
        public Course copy() {
            return new Owners(fakes.copy(), shares);
        }

        @Override
        public Object state() {
            return fakes.state();
        }
    }
}
