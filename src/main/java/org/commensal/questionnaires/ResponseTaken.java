package org.commensal.questionnaires;

import java.time.Instant;
import java.util.UUID;
import org.commensal.enrolment.Participant;
import org.commensal.kernel.ActingAs;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;

/**
 * A response that was just appended, told in its transaction to later rooms: what they do about it is kept with the
 * response or not at all.
 *
 * @param as who sent it, in which role
 * @param published the study in force
 * @param study the version that was filled in
 * @param revision 1 for the first, more for a correction
 */
public record ResponseTaken(
        ActingAs as,
        PublishedStudy published,
        Study study,
        Participant participant,
        UUID response,
        Task task,
        int revision,
        Instant received) {}
