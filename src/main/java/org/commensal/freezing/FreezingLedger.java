package org.commensal.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.commensal.audit.Columns;
import org.commensal.audit.Locks;
import org.commensal.audit.OneReading;
import org.commensal.kernel.ParticipantCode;

/** Every freezing, thawing, locking and unlocking of data. Appends only. */
@ApplicationScoped
public class FreezingLedger {

    private static final String STEPS =
            "select f.site, f.participant, f.event, f.task, f.number, f.step, e.person_name, f.at, f.reason"
                    + " from freezings f join audit_entries e on e.id = f.audit where f.study = ?";
    private static final String IN_ORDER = " order by f.at, f.number";

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    @Inject
    OneReading reading;

    /**
     * Lets nobody freeze, thaw, lock or unlock data of this participant until the transaction ends, so that what they are
     * now still holds when it does. Asked for before any other lock of the participant.
     */
    public void hold(String study, ParticipantCode code) {
        hold(study, code.value());
    }

    private void hold(String study, String participant) {
        locks.holdPart("freezing/" + study, participant);
    }

    /** Waits for everybody who changes or signs data in these scopes, and lets nobody begin until the transaction ends. */
    public void hold(String study, Collection<Scope> scopes) {
        List<String> participants =
                scopes.stream().map(Scope::participant).distinct().toList();
        if (participants.size() == 1 && !participants.contains(Scope.ALL)) {
            hold(study, participants.get(0));
        } else {
            locks.holdWhole("freezing/" + study);
        }
    }

    void append(FreezingRow row) {
        database.persist(row);
        database.flush();
    }

    /** Every step of a study. */
    public Freezings of(String study) {
        return steps(STEPS + IN_ORDER, study);
    }

    /** The steps of the scopes that this participant lies in, or that lie in the participant. */
    public Freezings of(String study, ParticipantCode code) {
        return reading.once(
                List.of("freezings", study, code),
                () -> steps(STEPS + " and f.participant in ('*', ?)" + IN_ORDER, study, code.value()));
    }

    /** How many steps were taken in a study: as long as it is the same, so is what is frozen. */
    public long count(String study) {
        return ((Number) database.createNativeQuery("select count(*) from freezings where study = ?")
                        .setParameter(1, study)
                        .getSingleResult())
                .longValue();
    }

    private Freezings steps(String query, String... parameters) {
        var prepared = database.createNativeQuery(query);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setParameter(i + 1, parameters[i]);
        }
        List<Freezing> steps = new ArrayList<>();
        for (Object found : prepared.getResultList()) {
            Object[] row = (Object[]) found;
            steps.add(new Freezing(
                    new Scope((String) row[0], (String) row[1], (String) row[2], (String) row[3]),
                    ((Number) row[4]).intValue(),
                    FreezeStep.valueOf((String) row[5]),
                    (String) row[6],
                    Columns.instant(row[7]),
                    (String) row[8]));
        }
        return new Freezings(steps);
    }
}
