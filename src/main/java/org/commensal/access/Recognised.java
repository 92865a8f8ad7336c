package org.commensal.access;

import java.util.List;
import java.util.UUID;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;

/** Reads a person with all grants from rows that begin with id, name, language, role, study, site, participant. */
final class Recognised {

    private Recognised() {}

    static SignedInPerson in(List<?> rows, Means means, boolean readOnly) {
        Object[] first = (Object[]) rows.get(0);
        List<Grant> grants = rows.stream()
                .map(row -> (Object[]) row)
                .filter(row -> row[3] != null)
                .map(row -> PeopleRegister.grant(row, 3))
                .toList();
        Actor actor = new Actor((UUID) first[0], (String) first[1], grants);
        return new SignedInPerson(actor, Language.of((String) first[2]), means, readOnly);
    }
}
