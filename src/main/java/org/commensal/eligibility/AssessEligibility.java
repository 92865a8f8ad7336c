package org.commensal.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.eligibility.Assessment.Judgement;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.instrument.Value;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.Criterion;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** Judges every criterion for one participant, on the facts as they are now. */
@ApplicationScoped
public class AssessEligibility {

    private static final int MOST_KEPT = 20_000;

    /**
     * On what somebody was judged.
     *
     * @param responses how many there were
     * @param version the hash of the protocol
     */
    private record Known(Participant participant, long responses, String version) {}

    private record Kept(Known known, Assessment assessment) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseLedger responses;

    public Assessment assess(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_ELIGIBILITY, studyId, participant.site());
        PublishedStudy published = studies.at(studyId, participant.site());
        return judge(published.opened(), facts(published, participant));
    }

    /**
     * The same for several participants of the actor's, as a list shows them.
     *
     * <p>A node keeps what it judged. Facts are only ever added, so that it holds as long as their number is the same.
     */
    public Map<ParticipantCode, Assessment> assess(Actor actor, String studyId, List<ParticipantCode> codes) {
        Map<ParticipantCode, Assessment> assessed = new LinkedHashMap<>();
        Map<ParticipantCode, Long> counts = responses.counts(studyId, codes);
        for (Participant participant : participants.find(studyId, codes)) {
            permission.require(actor, Right.SEE_ELIGIBILITY, studyId, participant.site());
            PublishedStudy published = studies.at(studyId, participant.site());
            ParticipantCode code = participant.code();
            Known known = new Known(participant, counts.getOrDefault(code, 0L), published.hash());
            assessed.put(code, assess(published, known));
        }
        return assessed;
    }

    private Assessment assess(PublishedStudy published, Known known) {
        String key = published.study().id() + "/" + known.participant().code();
        Kept before = kept.get(key);
        if (before != null && before.known().equals(known)) {
            return before.assessment();
        }
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        Assessment assessment = judge(published.opened(), facts(published, known.participant()));
        kept.put(key, new Kept(known, assessment));
        return assessment;
    }

    /** The facts of a participant, for a use case that checks its own right. */
    public Facts facts(PublishedStudy published, Participant participant) {
        return new Facts(published.study(), participant, responses.current(published, participant.code()));
    }

    public static Assessment judge(Study study, Facts facts) {
        return new Assessment(study.criteria().stream()
                .map(criterion -> judge(criterion, facts))
                .toList());
    }

    private static Judgement judge(Criterion criterion, Facts facts) {
        Value value = criterion.expression().evaluate(facts::get);
        if (value instanceof Value.Bool bool) {
            return new Judgement(
                    criterion, bool.value() == criterion.inclusion() ? Verdict.MET : Verdict.NOT_MET, List.of());
        }
        List<String> missing = criterion.expression().names().stream()
                .filter(name -> facts.get(name) instanceof Value.Missing)
                .sorted()
                .toList();
        return new Judgement(criterion, Verdict.NOT_EVALUABLE, missing);
    }
}
