package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * The tables of one release: participants, and one for each questionnaire.
 *
 * <p>No column depends on an allocation: arms, strata, order of randomisation, dates, people, free text and direct
 * identifiers are not there to be left out by mistake, since nothing here reads them.
 */
@ApplicationScoped
public class BlindedTables {

    private static final Text LEAK = new Text(
            "Not released: the tables did not pass the blinding check. Ask the unblinding custodian.",
            "Niet vrijgegeven: de tabellen zijn niet door de blinderingscontrole gekomen. Vraag de bewaarder.");

    @Inject
    SealedFacts facts;

    /** @param seed of the subject ids of this release */
    public List<Table> of(Study study, long checkpoint, byte[] seed) {
        Map<String, Subject> known = facts.subjects(study.id(), checkpoint).stream()
                .collect(Collectors.toMap(Subject::code, Function.identity()));
        Map<String, Subject> subjects = new LinkedHashMap<>();
        SubjectIds.of(seed, known.keySet()).forEach((id, code) -> subjects.put(id, known.get(code)));
        List<Table> tables = new ArrayList<>();
        tables.add(ParticipantTable.of(study, subjects, seed));
        for (Questionnaire questionnaire : study.questionnaires().values()) {
            tables.add(new QuestionnaireTable(study, questionnaire, subjects, facts, checkpoint).table());
        }
        if (!ArmWords.absent(study, tables)) {
            throw new Refusal(Refusal.Reason.CONFLICT, LEAK);
        }
        return tables;
    }
}
