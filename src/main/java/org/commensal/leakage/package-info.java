/**
 * Whether what is in a dataset, however innocent each part looks, tells to which arm its subjects were allocated.
 *
 * <p>Imports {@code java.*} only; knows no study, no table and no name of an arm. Subjects are places in arrays, arms are
 * numbers from 0. The same features, allocations and seed give the same verdict. Whoever calls it knows the allocation,
 * and what it finds tells something of it: a verdict is for those who are not blinded.
 */
@NullMarked
package org.commensal.leakage;

import org.jspecify.annotations.NullMarked;
