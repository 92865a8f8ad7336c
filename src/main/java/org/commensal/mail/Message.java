package org.commensal.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is to be sent once. It tells neither to whom nor what: both are known at the moment of sending only.
 *
 * @param kind which use case appended it, and writes it
 * @param participant the code
 * @param about what it is about, unique within kind, study and participant
 * @param messageId of its header, the same however often it is handed to a mail server
 * @param planned when it was to be sent
 * @param usefulUntil not included; from then on it is too late
 */
public record Message(
        UUID id,
        String kind,
        String study,
        String participant,
        String about,
        String messageId,
        Instant planned,
        Instant usefulUntil) {}
