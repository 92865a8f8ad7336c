package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;

/** Where the work of somebody in a study begins. */
@ApplicationScoped
class Workplace {

    /** @param path below the study */
    private record Place(Right right, String path) {}

    /** The first whose right somebody holds is theirs. */
    private static final List<Place> PLACES = List.of(
            new Place(Right.SEE_PARTICIPANTS, ""),
            new Place(Right.SEE_RELEASES, "/releases"),
            new Place(Right.READ_AUDIT, "/audit"),
            new Place(Right.SEE_UNBLINDINGS, "/unblindings"));

    @Inject
    Permission permission;

    /** The address; empty for those who have work in no study of their own. */
    Optional<String> of(Actor actor, String study) {
        return PLACES.stream()
                .filter(place -> permission.allowsSomewhere(actor, place.right(), study))
                .map(place -> "/studies/" + study + place.path())
                .findFirst();
    }
}
