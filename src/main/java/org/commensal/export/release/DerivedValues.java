package org.commensal.export.release;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.eligibility.Facts;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.DerivedVariable;
import org.commensal.questionnaires.Response;

/**
 * The derived variables of each subject, computed once for all tables of a release from the days of the diary, as they are
 * for eligibility ({@code eligibility.Facts}) and by the version that the site of the subject works with.
 */
final class DerivedValues {

    private final Basis basis;
    private final SealedResponseRegister responses;
    private final Map<String, Map<String, Value>> bySubject = new HashMap<>();

    DerivedValues(Basis basis, SealedResponseRegister responses) {
        this.basis = basis;
        this.responses = responses;
    }

    /** The value of a variable; none where the version of the subject has no such variable. */
    Optional<Value> of(String id, String variable) {
        if (bySubject.isEmpty()) {
            basis.eachWithAnswers(this::compute);
        }
        return Optional.ofNullable(bySubject.getOrDefault(id, Map.of()).get(variable));
    }

    private void compute(List<String> ids) {
        Map<String, List<Response>> diaries = responses.current(basis, forms(), basis.codes(ids));
        ids.forEach(id -> {
            Subject subject = basis.subject(id);
            Study study = basis.version(subject);
            Facts facts = new Facts(study, subject.participant(), diaries.getOrDefault(subject.code(), List.of()));
            Map<String, Value> values = new HashMap<>();
            study.derived().forEach(variable -> values.put(variable.code(), facts.get(variable.code())));
            bySubject.put(id, values);
        });
    }

    private Set<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        basis.versions()
                .forEach(study ->
                        study.derived().stream().map(DerivedVariable::form).forEach(forms::add));
        return forms;
    }
}
