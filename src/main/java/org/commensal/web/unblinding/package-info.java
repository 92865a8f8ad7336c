/** Code breaks and planned unblinding: asked, decided, registered. */
@NullMarked
package org.commensal.web.unblinding;

import org.jspecify.annotations.NullMarked;
