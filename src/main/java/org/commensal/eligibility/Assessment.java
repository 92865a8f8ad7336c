package org.commensal.eligibility;

import java.util.List;
import org.commensal.protocol.Study.Criterion;

/** Each criterion of the protocol, judged on the facts so far. */
public record Assessment(List<Judgement> judgements) {

    public enum Verdict {
        /** An inclusion criterion that is true, or an exclusion criterion that is false. */
        MET,
        NOT_MET,
        /** What is known does not decide it; missing is not false. */
        NOT_EVALUABLE
    }

    /** @param missing the variables without a value, where the criterion cannot be evaluated */
    public record Judgement(Criterion criterion, Verdict verdict, List<String> missing) {}

    /** Whether every criterion is met: one that cannot be evaluated keeps a participant out. */
    public boolean eligible() {
        return judgements.stream().allMatch(judgement -> judgement.verdict() == Verdict.MET);
    }

    public List<String> ids(Verdict verdict) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .map(judgement -> judgement.criterion().id())
                .toList();
    }
}
