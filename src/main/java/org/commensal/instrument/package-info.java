/**
 * What a question is: item types, skip logic, scoring and the expressions they share, as functions over records.
 *
 * <p>Imports {@code java.*} and {@code kernel} only. Knows no study, no participant and no clock.
 */
@NullMarked
package org.commensal.instrument;

import org.jspecify.annotations.NullMarked;
