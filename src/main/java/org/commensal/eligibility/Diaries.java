package org.commensal.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.commensal.enrolment.Participant;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Diary;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;

/**
 * The diaries of a participant by block, every calendar day of the schedule in its place.
 *
 * <p>A day without an entry is there without answers, and so is one whose entry came too late.
 */
final class Diaries {

    private final Map<String, NavigableMap<LocalDate, Answers>> blocks = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Answers>> forms = new HashMap<>();

    Diaries(Study study, Participant participant, List<Response> responses) {
        for (Task task : study.schedule().tasks(participant.anchors())) {
            task.day().ifPresent(day -> days(blocks, key(task.form(), task.event()))
                    .put(day, Diary.MISSING));
        }
        for (Response response : responses) {
            if (!response.late()) {
                response.day().ifPresent(day -> {
                    days(blocks, key(response.form(), response.event())).put(day, response.answers());
                    days(forms, response.form()).put(day, response.answers());
                });
            }
        }
    }

    private static String key(String form, String block) {
        return form + "/" + block;
    }

    private static NavigableMap<LocalDate, Answers> days(
            Map<String, NavigableMap<LocalDate, Answers>> all, String key) {
        return all.computeIfAbsent(key, none -> new TreeMap<>());
    }

    /** The days of this block; none where the day from which they count is not known yet. */
    Diary of(String form, String block) {
        NavigableMap<LocalDate, Answers> days = days(blocks, key(form, block));
        if (days.isEmpty()) {
            return new Diary(List.of());
        }
        LocalDate before = days.firstKey().minusDays(1);
        Answers dayBefore = days(forms, form).getOrDefault(before, Diary.MISSING);
        return new Diary(dayBefore, new ArrayList<>(days.values()));
    }
}
