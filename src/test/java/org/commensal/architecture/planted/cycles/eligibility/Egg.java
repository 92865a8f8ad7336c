package org.commensal.architecture.planted.cycles.eligibility;

import org.commensal.architecture.planted.cycles.enrolment.Chicken;

/** Knows the chicken. */
public final class Egg {
    Class<?> chicken = Chicken.class;
}
