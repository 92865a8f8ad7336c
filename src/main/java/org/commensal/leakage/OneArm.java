package org.commensal.leakage;

/**
 * Those who have a value that others have not, or those who have it not.
 *
 * @param isPure whether there is somebody and all of them are of one arm
 * @param p how likely that is by chance: hypergeometric, the tail of Fisher's exact test, summed over the arms
 */
record OneArm(int subjects, boolean isPure, double p) {

    /** @param value 1 for those who have it, 0 for the others */
    static OneArm of(Feature feature, int value, Allocations allocations) {
        int[] having = new int[allocations.arms()];
        int subjects = 0;
        for (int i = 0; i < allocations.subjects(); i++) {
            if (feature.values()[i] == value) {
                having[allocations.actual()[i]]++;
                subjects++;
            }
        }
        boolean pure = false;
        for (int count : having) {
            pure |= subjects > 0 && count == subjects;
        }
        return new OneArm(subjects, pure, chance(subjects, allocations));
    }

    private static double chance(int subjects, Allocations allocations) {
        double chance = 0;
        for (int size : allocations.sizes(allocations.actual())) {
            double all = 1;
            for (int i = 0; i < subjects; i++) {
                all *= Math.max(0, size - i) / (double) (allocations.subjects() - i);
            }
            chance += all;
        }
        return chance;
    }
}
