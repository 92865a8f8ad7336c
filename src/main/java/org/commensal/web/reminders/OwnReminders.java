package org.commensal.web.reminders;

import java.util.Optional;

/**
 * What a participant chose.
 *
 * @param wanted whether reminders are sent; empty where the study sends none
 * @param calendar the address of the calendar, where one is open
 * @param subscribe the same as calendar programs of phones take it
 */
public record OwnReminders(Optional<Boolean> wanted, Optional<String> calendar, Optional<String> subscribe) {}
