/** Allocation: whether somebody can be randomised, the answer that the role may see, commitment and ledger. */
@NullMarked
package org.commensal.web.randomisation;

import org.jspecify.annotations.NullMarked;
