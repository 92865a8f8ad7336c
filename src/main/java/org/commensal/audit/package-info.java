/**
 * The trail of every act, sealed into checkpoints that anyone can verify, and the locks under which acts take turns.
 *
 * <p>An entry is written in the transaction of its act; if it cannot be written, the act does not happen. No entry
 * holds an answer, an identity or an arm. Nothing here updates or deletes.
 */
@NullMarked
package org.commensal.audit;

import org.jspecify.annotations.NullMarked;
