package org.commensal.architecture.planted.chance.allocation;

/** Throws dice that nobody can throw again. */
final class Dice {
    double thrown() {
        return Math.random();
    }
}
