package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * Accepts what withheld a dataset: chance does so in one honest trial of fifty, and drop-out may differ by arm because a
 * treatment works. The same finding, no stronger, withholds no dataset of the study after it.
 *
 * <p>The reason may tell something of arms: it is filed with the check, and the audit trail says only that it was accepted.
 */
@ApplicationScoped
public class AcceptReleaseCheck {

    private static final int LONGEST = 2000;
    private static final Text INVALID = new Text(
            "This cannot be accepted without a reason, so nothing was.",
            "Dit kan niet zonder reden worden aanvaard. Er is niets aanvaard.");
    private static final Text REASON =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text NOTHING = new Text(
            "Nothing withheld this dataset. There is nothing to accept.",
            "Deze dataset werd door niets tegengehouden. Er is niets te aanvaarden.");
    private static final Text NEVER = new Text(
            "Words that name arms and kit numbers cannot be accepted. Have the protocol or the answers mended.",
            "Namen van groepen en nummers van verpakkingen zijn niet te aanvaarden."
                    + " Laat het protocol of de antwoorden verbeteren.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    ReleaseChecks checks;

    @Inject
    ReleaseCheckLedger ledger;

    @Inject
    Clock clock;

    /**
     * Accepts it once: whoever does so again changes nothing.
     *
     * @param proof that the actor gave the password again in this request
     * @throws Refusal {@code INVALID} without a reason; {@code CONFLICT} where nothing withheld it, or what cannot be accepted
     */
    @Transactional
    public ReleaseCheck accept(Actor actor, String study, UUID id, String reason, AskAgain.Proof proof) {
        ActingAs as = permission.require(actor, Right.ACCEPT_RELEASE_CHECK, study);
        proof.of(actor);
        if (reason.isBlank() || reason.strip().length() > LONGEST) {
            throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/reason", REASON)));
        }
        locks.hold("release-check/" + study);
        ReleaseCheck check = checks.get(actor, study, id);
        if (check.accepted().isPresent()) {
            return check;
        }
        if (!check.isAcceptable()) {
            throw new Refusal(Reason.CONFLICT, check.passed() ? NOTHING : NEVER);
        }
        UUID entry = audit.record(as, "release.accepted", study, "", Map.of("check", id.toString()));
        ledger.accept(check, reason.strip(), clock.instant().truncatedTo(ChronoUnit.MILLIS), entry);
        return checks.get(actor, study, id);
    }
}
