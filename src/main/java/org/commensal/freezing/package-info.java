/**
 * Which data are frozen, and which are locked: of a form, a visit, a participant, a site or the whole study.
 *
 * <p>May import {@code enrolment} and what is left of it. Says whether data may change and never what they are; who is to
 * obey it, such as {@code questionnaires}, asks in its own transaction.
 */
@NullMarked
package org.commensal.freezing;

import org.jspecify.annotations.NullMarked;
