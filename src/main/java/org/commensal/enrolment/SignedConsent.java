package org.commensal.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.Language;

/**
 * A consent that is on file.
 *
 * @param signedOn in the time zone of the study
 * @param onScreen the moment at which it was signed on a screen; empty where a paper was signed
 * @param answers to each question of the document, by its code
 */
public record SignedConsent(
        UUID id,
        String documentVersion,
        Language language,
        LocalDate signedOn,
        Optional<Instant> onScreen,
        Map<String, Boolean> answers) {}
