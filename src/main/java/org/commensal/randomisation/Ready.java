package org.commensal.randomisation;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.commensal.eligibility.Assessment;
import org.commensal.eligibility.Facts;
import org.commensal.enrolment.Participant;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * How far a participant is from being allocated, by the facts of one moment.
 *
 * @param study the version that the site of the participant works with
 * @param gates what must be true before an allocation, and whether it is
 */
record Ready(Study study, Participant participant, Facts facts, Assessment assessment, List<Gate> gates) {

    private static final Text NOT_YET =
            new Text("%s cannot be randomised yet. %s.", "%s kan nog niet gerandomiseerd worden. %s.");

    List<Gate> unmet() {
        return gates.stream().filter(gate -> !gate.met()).toList();
    }

    /** Refuses where a gate is shut, and says of each why. */
    void refuseUnmet() {
        List<Violation> shut = unmet().stream()
                .map(gate -> new Violation(
                        "",
                        new Text(
                                gate.label().en() + ": " + gate.detail().en(),
                                gate.label().nl() + ": " + gate.detail().nl())))
                .toList();
        if (!shut.isEmpty()) {
            Text first = shut.get(0).message();
            throw new Refusal(
                    Reason.NOT_YET,
                    new Text(
                            String.format(NOT_YET.en(), participant.code(), first.en()),
                            String.format(NOT_YET.nl(), participant.code(), first.nl())),
                    shut);
        }
    }

    /** The level of each allocation factor; every one must be known. */
    Map<String, String> levels() {
        return Levels.of(study, facts);
    }

    /** The verdict on each criterion as it stands, in JSON. */
    String verdicts() {
        JsonObjectBuilder verdicts = JSON.createObjectBuilder();
        assessment
                .judgements()
                .forEach(judgement -> verdicts.add(
                        judgement.criterion().id(), judgement.verdict().name()));
        return verdicts.build().toString();
    }
}
