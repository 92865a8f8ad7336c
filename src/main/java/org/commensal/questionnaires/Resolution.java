package org.commensal.questionnaires;

import java.util.Map;
import java.util.UUID;
import org.commensal.kernel.Language;

/**
 * What somebody decides about items on which two entries of a form differ.
 *
 * @param id made by whoever decides, so that sending it twice is harmless; also of the correction, where there is one
 * @param entry the second entry
 * @param seen the response that stood when they looked
 * @param choices by item code
 * @param others the value of each item that is {@link DifferenceChoice#OTHER}; {@code null} where it has none
 * @param reason why, for all of them
 */
public record Resolution(
        UUID id,
        UUID entry,
        UUID seen,
        Map<String, DifferenceChoice> choices,
        Map<String, Object> others,
        String reason,
        Language language) {}
