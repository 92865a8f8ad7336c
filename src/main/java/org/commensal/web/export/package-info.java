/** Releases: what was made, and their download. */
@NullMarked
package org.commensal.web.export;

import org.jspecify.annotations.NullMarked;
