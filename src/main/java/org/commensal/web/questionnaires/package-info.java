/** Forms being filled in: the day of a participant, the forms of staff, and responses by the API. */
@NullMarked
package org.commensal.web.questionnaires;

import org.jspecify.annotations.NullMarked;
