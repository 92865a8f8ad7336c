/** Kits of a blinded product: stock, shipments, hand-out and return. */
@NullMarked
package org.commensal.web.kits;

import org.jspecify.annotations.NullMarked;
