/** Pages and resources about closing data: verification, signatures, freezing and locking. */
@NullMarked
package org.commensal.web.closing;

import org.jspecify.annotations.NullMarked;
