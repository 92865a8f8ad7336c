package org.commensal.protocol;

import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Settings;
import org.commensal.protocol.Protocol.BlindedRole;
import org.commensal.protocol.Protocol.Blinding;
import org.commensal.protocol.Protocol.Intervention;

/** Reads what is done in each arm, and who knows it. */
final class InterventionReading {

    private static final List<String> ROLES = List.of(
            "participant",
            "care-provider",
            "coordinator",
            "investigator",
            "outcome-assessor",
            "data-reviewer",
            "statistician",
            "monitoring-committee");
    private static final List<String> STATES = List.of("aware", "blinded");

    private InterventionReading() {}

    static Intervention intervention(Settings at) {
        Intervention read = new Intervention(
                at.optionalText("why"),
                at.text("what"),
                at.optionalText("materials"),
                at.optionalText("provider"),
                at.optionalText("how"),
                at.optionalText("where"),
                at.text("when-and-how-much"),
                at.optionalText("tailoring"),
                at.optionalText("adherence-target"),
                at.optionalText("permitted"),
                at.optionalText("not-permitted"));
        at.done();
        return read;
    }

    /** @param openLabel the roles to whom the server shows an arm, which must be said to be aware */
    static Optional<Blinding> blinding(Settings study, List<String> openLabel) {
        return study.optionalChild("blinding").map(at -> {
            Codes seen = new Codes();
            List<BlindedRole> roles = at.children("roles", 1).stream()
                    .map(role -> role(role, seen, openLabel))
                    .toList();
            if (roles.isEmpty()) {
                at.fault("roles", "No role is named.", "Say of at least one whether it is aware or blinded.");
            }
            Blinding blinding = new Blinding(roles, at.optionalText("code-break"));
            at.done();
            return blinding;
        });
    }

    private static BlindedRole role(Settings at, Codes seen, List<String> openLabel) {
        String role = at.oneOf("role", ROLES);
        if (!seen.isNew(role)) {
            at.fault("role", "\"" + role + "\" is used twice.", "Name each role once.");
        }
        boolean aware = at.oneOf("status", STATES).equals("aware");
        if (!aware && openLabel.contains(role)) {
            at.fault("status", "\"" + role + "\" stands under open-label.", "Write aware, or remove it there.");
        }
        BlindedRole read = new BlindedRole(role, aware, at.optionalText("how"));
        at.done();
        return read;
    }
}
