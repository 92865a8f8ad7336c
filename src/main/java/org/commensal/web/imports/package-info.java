/** Where files of results are tried and imported. */
@NullMarked
package org.commensal.web.imports;

import org.jspecify.annotations.NullMarked;
