package org.commensal.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.freezing.ChangeFreezing;
import org.commensal.freezing.Scope;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/** Locks data that are frozen, once every form of them is signed as it stands; all scopes or none. */
@ApplicationScoped
public class LockData {

    private static final int NAMED = 5;
    private static final Text UNSIGNED = new Text(
            "%s: %s of %s forms are not signed as they stand, so nothing was locked. Ask an investigator to sign: %s.",
            "%s: %s van %s formulieren zijn niet ondertekend zoals ze nu zijn. Er is niets vergrendeld. Vraag een onderzoeker om te ondertekenen: %s.");

    @Inject
    RecordRegister records;

    @Inject
    ChangeFreezing freezing;

    public void lock(Actor actor, String study, Collection<Scope> scopes, String reason) {
        freezing.lock(actor, study, scopes, reason, scope -> refuseUnlessSigned(study, scope));
    }

    private void refuseUnlessSigned(String study, Scope scope) {
        List<FormRecord> forms = records.of(study, scope);
        List<FormRecord> unsigned =
                forms.stream().filter(form -> !form.isSigned()).toList();
        if (!unsigned.isEmpty()) {
            String named = unsigned.stream()
                    .limit(NAMED)
                    .map(form -> form.scope().participant() + " " + form.scope().task())
                    .collect(Collectors.joining(", ", "", unsigned.size() > NAMED ? ", …" : ""));
            throw new Refusal(
                    Reason.NOT_YET, UNSIGNED.with(scope.subject().orElse(study), unsigned.size(), forms.size(), named));
        }
    }
}
