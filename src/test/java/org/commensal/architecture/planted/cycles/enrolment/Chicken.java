package org.commensal.architecture.planted.cycles.enrolment;

import org.commensal.architecture.planted.cycles.eligibility.Egg;

/** Knows the egg. */
public final class Chicken {
    Egg egg = new Egg();
}
