/**
 * What is due, and what was answered: tasks from the schedule, drafts, and responses that are appended and scored;
 * and what two people entered of one form, compared.
 *
 * <p>May import {@code freezing} and what is left of it. Never imports {@code randomisation}: it knows that a
 * participant was randomised, and cannot know to what.
 */
@NullMarked
package org.commensal.questionnaires;

import org.jspecify.annotations.NullMarked;
