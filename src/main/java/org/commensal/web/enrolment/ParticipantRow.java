package org.commensal.web.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister.Listed;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/** A line of the list of participants. */
record ParticipantRow(Study study, Set<ParticipantCode> unblinded, Texts texts) {

    ParticipantList.Row of(Listed listed) {
        Participant participant = listed.participant();
        String code = participant.code().value();
        List<ParticipantList.Day> days = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            days.add(day(
                    Words.of(stage, texts),
                    Optional.ofNullable(participant.milestones().get(stage))));
        }
        days.add(day(texts.get("participants.last-day"), listed.lastDay()));
        return new ParticipantList.Row(
                code,
                "/studies/" + study.id() + "/participants/" + code,
                study.site(participant.site()).name(),
                Words.of(participant.stage(), texts),
                participant.stage() == Stage.RANDOMISED ? Tone.TEAL : Tone.PLAIN,
                unblinded.contains(participant.code()),
                !participant.withdrawn().isEmpty(),
                days);
    }

    private ParticipantList.Day day(String label, Optional<LocalDate> day) {
        return new ParticipantList.Day(label, day.map(texts::dayOfYear).orElse("–"));
    }
}
