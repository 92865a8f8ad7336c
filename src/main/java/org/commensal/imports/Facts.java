package org.commensal.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commensal.enrolment.Participant;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;

/**
 * What a file is judged by.
 *
 * @param participants by code, those for whom the actor may import
 * @param atSites the version of the study that each site works with
 * @param versions every version that was ever in force, by its name
 * @param answered the current responses to the form at the visit or event of the import, by participant code
 * @param today in the zone of the study
 */
record Facts(
        Map<String, Participant> participants,
        Map<String, Study> atSites,
        Map<String, Study> versions,
        Map<String, List<Response>> answered,
        LocalDate today) {}
