/**
 * What makes data final: source data verification, signatures over exact revisions, and the lock that takes both.
 *
 * <p>May import {@code questionnaires}, {@code freezing} and what is left of them. Reads which response stands, by its
 * digest, and never an answer. Knows no arm: every form is verified and signed alike.
 */
@NullMarked
package org.commensal.verification;

import org.jspecify.annotations.NullMarked;
