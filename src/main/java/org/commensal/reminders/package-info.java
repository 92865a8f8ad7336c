/**
 * Reminders by e-mail of what participants fill in, by the rules of the study, with what became of each; and the calendar
 * of their visits.
 *
 * <p>May import {@code questionnaires}, {@code mail} and what is left of them. Never imports {@code randomisation}: every
 * arm is reminded alike. A mail tells no answer, no illness and no arm, and an address is read at the moment of sending
 * only.
 */
@NullMarked
package org.commensal.reminders;

import org.jspecify.annotations.NullMarked;
