/** What participants choose about reminders and their calendar, signed in or by a link; and what became of reminders, by API. */
@NullMarked
package org.commensal.web.reminders;

import org.jspecify.annotations.NullMarked;
