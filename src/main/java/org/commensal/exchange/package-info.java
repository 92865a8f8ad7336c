/**
 * Study metadata in and out of the formats of other systems: questions, codes, texts, limits and skip logic.
 *
 * <p>Imports {@code kernel}, {@code instrument} and {@code protocol} of ours. An import gives the files of a study
 * folder and a list of every thing in the source that is not in them. It never drops anything silently, never reads or
 * writes answers of participants, never publishes a study, and never lets the settings of an allocation out.
 */
@NullMarked
package org.commensal.exchange;

import org.jspecify.annotations.NullMarked;
