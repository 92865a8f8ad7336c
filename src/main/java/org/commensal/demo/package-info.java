/**
 * The demonstration: its clock, its accounts and its synthetic participants, who go through the same use cases as
 * everybody.
 *
 * <p>Exists only where {@code app.mode} is {@code demo}. Writes to no table itself.
 */
@NullMarked
package org.commensal.demo;

import org.jspecify.annotations.NullMarked;
