/**
 * Work that takes longer than a request may: done one after another on each server, with how far it is.
 *
 * <p>Knows neither what is done nor where it is written.
 */
@NullMarked
package org.commensal.background;

import org.jspecify.annotations.NullMarked;
