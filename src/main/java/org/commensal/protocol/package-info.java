/**
 * What a study is: its parts as records, the reader of its folder, and the arithmetic of its schedule.
 *
 * <p>Imports {@code java.*}, {@code kernel}, {@code allocation} and {@code instrument}; the YAML library stays inside the
 * reader. Knows no participant and no clock.
 */
@NullMarked
package org.commensal.protocol;

import org.jspecify.annotations.NullMarked;
