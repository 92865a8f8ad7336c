/**
 * What must be on file before a study may be activated: a simulation of its allocation, a dry run on a test list, and
 * the approval of two people.
 *
 * <p>May import {@code studies} and what is left of it. Knows no participant and no seed of a trial.
 */
@NullMarked
package org.commensal.golive;

import org.jspecify.annotations.NullMarked;
