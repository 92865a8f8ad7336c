package org.commensal.eligibility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commensal.enrolment.Participant;
import org.commensal.instrument.Definitions;
import org.commensal.instrument.Diary;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;

/**
 * Every variable of a participant, by name: the answers and scores of each form, the newest where a form was filled in
 * more than once; the derived variables of the diary; and {@code site}.
 */
public final class Facts {

    private final Map<String, Value> variables = new HashMap<>();
    /** Those that nobody has asked for yet. */
    private final Map<String, Study.DerivedVariable> derived = new HashMap<>();

    private final Diaries diaries;

    /** @param responses the current ones, in the order in which they were filled in */
    public Facts(Study study, Participant participant, List<Response> responses) {
        for (Response response : responses) {
            variables.putAll(response.answers().values());
            variables.putAll(response.scores());
        }
        diaries = new Diaries(study, participant, responses);
        study.derived().forEach(variable -> derived.put(variable.code(), variable));
        derived.keySet().forEach(variables::remove);
        variables.put("site", new Value.Word(participant.site()));
    }

    /** The value of a variable; unknown where nothing was answered. */
    public Value get(String name) {
        Study.DerivedVariable variable = derived.remove(name);
        if (variable != null) {
            variables.putIfAbsent(name, value(variable));
        }
        return variables.getOrDefault(name, Value.Missing.UNKNOWN);
    }

    private Value value(Study.DerivedVariable variable) {
        List<Diary> blocks = variable.blocks().stream()
                .map(block -> diaries.of(variable.form(), block))
                .toList();
        return Definitions.block(variable.function(), blocks);
    }
}
