package org.commensal.questionnaires;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a second person enters of a form that two people enter, on its way in.
 *
 * @param id made by the device that it was entered on, so that sending it twice is harmless
 * @param task the key of a task that is filled in
 * @param answers by item code, as a {@link Submission} has them
 * @param confirmed the codes of unusual answers that somebody looked at again and found right
 */
public record SecondEntry(UUID id, String task, Map<String, Object> answers, Set<String> confirmed) {}
