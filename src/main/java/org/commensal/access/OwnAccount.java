package org.commensal.access;

import java.util.List;
import java.util.UUID;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;

/** Acts that need no role: those of people on their own account, and those of nobody who knocks at the door. */
final class OwnAccount {

    private static final Actor NOBODY = new Actor(new UUID(0, 0), "nobody", List.of());

    private OwnAccount() {}

    static ActingAs of(Actor actor) {
        return new ActingAs(actor, "self", Grant.EVERYWHERE, Grant.EVERYWHERE);
    }

    static ActingAs ofNobody() {
        return new ActingAs(NOBODY, "none", Grant.EVERYWHERE, Grant.EVERYWHERE);
    }
}
