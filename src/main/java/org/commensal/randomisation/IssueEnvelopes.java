package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.Role;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.Envelope.State;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.studies.StudyRegister;

/**
 * Issues sealed envelopes for a site, to be opened in their order while the server cannot be used, and prints them.
 *
 * <p>What an envelope holds is drawn by the allocation ratio from the sealed seed, for its number alone; it is shown to
 * whoever prints it and stands nowhere. Who recruits is neither told nor allowed to print.
 */
@ApplicationScoped
public class IssueEnvelopes {

    private static final int MOST = 50;
    private static final Text INVALID = new Text("No envelope was issued.", "Er zijn geen enveloppen uitgegeven.");
    private static final Text SITE =
            new Text("There is no site \"%s\" in this study.", "Deze studie heeft geen centrum \"%s\".");
    private static final Text COUNT =
            new Text("Issue 1 to 50 envelopes at a time.", "Geef 1 tot en met 50 enveloppen per keer uit.");
    private static final Text NEXT = new Text(
            "The next envelope of this site is number %s. Look again at what was issued.",
            "De volgende envelop van dit centrum is nummer %s. Kijk opnieuw wat er is uitgegeven.");
    private static final Text BLINDED = new Text(
            "Envelopes would unblind the coordinators of the site, who must stay blinded in this study. None can be issued.",
            "Met enveloppen zouden de coördinatoren van het centrum de toewijzing zien. In deze studie mag dat niet, dus er kunnen geen enveloppen worden uitgegeven.");
    private static final Text KITS = new Text(
            "This study hands out numbered kits, and an envelope cannot know which kit is in stock. None can be issued.",
            "Deze studie werkt met genummerde verpakkingen, en een envelop weet niet welke er op voorraad is. Er kunnen geen enveloppen worden uitgegeven.");
    private static final Text RECRUITS = new Text(
            "You also randomise in this study, so you may not know what an envelope holds.",
            "U randomiseert ook in deze studie. Daarom mag u niet weten wat er in een envelop zit.");
    private static final Text NONE = new Text(
            "This site has no unused envelope to print. Issue some first.",
            "Dit centrum heeft geen ongebruikte envelop om af te drukken. Geef er eerst een paar uit.");

    /** What is printed of an envelope. */
    public record Sheet(int number, ArmDescription arm) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    SeedLedger seeds;

    @Inject
    EnvelopeLedger ledger;

    @Inject
    Clock clock;

    /** Why a study can have no envelopes; empty where it can. */
    static Optional<Text> whyNot(Study study) {
        if (study.conduct().kits().isPresent()) {
            return Optional.of(KITS);
        }
        return study.openLabel().contains(Role.COORDINATOR.code()) ? Optional.empty() : Optional.of(BLINDED);
    }

    /**
     * Issues envelopes. Sent again they are the same ones.
     *
     * @param first the number after the last that was issued for the site
     */
    @Transactional
    public List<IssuedEnvelope> issue(Actor actor, String id, String site, int first, int last) {
        ActingAs as = permission.require(actor, Right.ISSUE_ENVELOPES, id);
        Study study = studies.inForce(id).collecting();
        Study scheme = studies.scheme(id);
        refuse(actor, study);
        refuseUnknown(study, site);
        if (last < first || last - first >= MOST) {
            throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/last", COUNT)));
        }
        ledger.hold(scheme, site);
        List<IssuedEnvelope> before = ledger.of(scheme, site);
        boolean same = before.size() == last && isLastBatch(before, first);
        if (!same && first != before.size() + 1) {
            throw new Refusal(Reason.CONFLICT, NEXT.with(before.size() + 1));
        }
        if (!same) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            UUID entry = audit.record(as, "envelopes.issued", site, "", numbers(scheme, first, last));
            ledger.append(scheme, site, first, last, actor.id(), now, entry);
        }
        return ledger.of(scheme, site);
    }

    /** Whether the last issue began with this number: all of it was issued at one moment, and what is before was not. */
    private static boolean isLastBatch(List<IssuedEnvelope> envelopes, int first) {
        if (first < 1 || first > envelopes.size()) {
            return false;
        }
        Instant at = envelopes.get(envelopes.size() - 1).issued();
        return envelopes.get(first - 1).issued().equals(at)
                && (first == 1 || !envelopes.get(first - 2).issued().equals(at));
    }

    /**
     * What the unused envelopes of a site hold, to be printed and sealed.
     *
     * @param proof that the actor gave the password again in this request
     */
    @Transactional
    public List<Sheet> print(Actor actor, String id, String site, AskAgain.Proof proof) {
        ActingAs as = permission.require(actor, Right.ISSUE_ENVELOPES, id);
        proof.of(actor);
        Study study = studies.inForce(id).collecting();
        Study scheme = studies.scheme(id);
        refuse(actor, study);
        refuseUnknown(study, site);
        List<Integer> unused = ledger.of(scheme, site).stream()
                .map(IssuedEnvelope::envelope)
                .filter(envelope -> envelope.state() == State.UNUSED)
                .map(envelope -> envelope.number())
                .toList();
        if (unused.isEmpty()) {
            throw new Refusal(Reason.NOT_YET, NONE);
        }
        audit.record(as, "envelopes.printed", site, "", numbers(scheme, unused.get(0), unused.get(unused.size() - 1)));
        var outside = scheme.scheme().outside(seeds.open(scheme));
        return unused.stream()
                .map(number -> sheet(study, outside.envelope(site, number, Map.of())))
                .toList();
    }

    private static Sheet sheet(Study study, Allocation drawn) {
        return new Sheet(
                drawn.sequence(),
                study.arms().stream()
                        .filter(arm -> arm.code().equals(drawn.arm().value()))
                        .findFirst()
                        .orElseThrow());
    }

    private void refuse(Actor actor, Study study) {
        if (permission.allowsSomewhere(actor, Right.RANDOMISE, study.id())) {
            throw new Refusal(Reason.NOT_ALLOWED, RECRUITS);
        }
        whyNot(study).ifPresent(why -> {
            throw new Refusal(Reason.NOT_YET, why);
        });
    }

    private static void refuseUnknown(Study study, String site) {
        if (study.sites().stream().noneMatch(each -> each.code().equals(site))) {
            throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/site", SITE.with(Text.shorten(site)))));
        }
    }

    private static Map<String, String> numbers(Study scheme, int first, int last) {
        return Map.of("scheme", scheme.version(), "first", String.valueOf(first), "last", String.valueOf(last));
    }
}
