package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Withdrawal;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.kits.Kit.Step;
import org.commensal.protocol.Conduct;
import org.commensal.protocol.Study;

/**
 * Takes a kit from the stock of a site for a participant, in the transaction of whoever knows what kind it must be.
 *
 * <p>The kits of the site are held until that transaction ends, and the database lets no number be handed out twice. Who
 * calls has asked for the right, and records the act. The kind is an argument and leaves no trace but the number that was chosen by it.
 */
@ApplicationScoped
public class AssignKit {

    /** In the place of a visit: that the kit was handed out when the participant was randomised. */
    public static final String AT_RANDOMISATION = "randomisation";

    private static final Text NONE = new Text(
            "No kit can be handed out to %s at this site now. Call the depot; nothing was changed.",
            "Er is nu op dit centrum geen verpakking voor %s. Bel het depot; er is niets gewijzigd.");

    private static final Text STOPPED = new Text(
            "%s stopped with the product on %s. No kit is handed out any more.",
            "%s is op %s gestopt met het product. Er wordt geen verpakking meer uitgereikt.");

    @Inject
    KitLedger ledger;

    @Inject
    KindLedger kinds;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** Holds the stock of a site, so that what {@link #inStock} says holds until the transaction ends. */
    public void hold(Study study, String site) {
        if (study.conduct().kits().isPresent()) {
            ledger.hold(study.id(), site);
        }
    }

    /**
     * Whether there is a kit of every kind at the site; empty where the study has no kits. Nobody is randomised where one
     * kind is missing: a refusal that depended on the arm would tell it. A closed arm takes nobody, so its kind may be.
     */
    public Optional<Boolean> inStock(Study study, String site) {
        return study.conduct().kits().map(rules -> stock(study, study.ratio(), rules, site)
                .complete());
    }

    /** The kit that the participant was handed at a visit, or in the place of a kit; empty where there was none. */
    public Optional<String> assigned(String study, ParticipantCode code, String visit, String replaces) {
        return find(ledger.of(study, code), visit, replaces).map(Kit::number);
    }

    /** A kit of this kind in the stock of the participant's site; it is handed out when {@link #append} says so. */
    public String choose(Study study, Participant participant, String kind) {
        Conduct.Kits rules = study.conduct().kits().orElseThrow();
        LocalDate stopped = participant.withdrawn().get(Withdrawal.Part.INTERVENTION);
        if (stopped != null) {
            throw new Refusal(Reason.CONFLICT, STOPPED.with(participant.code(), stopped));
        }
        ledger.hold(study.id(), participant.site());
        return stock(study, study.kinds(), rules, participant.site())
                .next(kind, random)
                .map(Kit::number)
                .orElseThrow(() -> new Refusal(Reason.NOT_YET, NONE.with(participant.code())));
    }

    private Kinds stock(Study study, Map<String, Integer> ratio, Conduct.Kits rules, String site) {
        LocalDate today = clock.instant().atZone(study.zone()).toLocalDate();
        List<Kit> here = ledger.ofSite(study.id(), site);
        return Kinds.of(ratio, kinds.byKind(study.id(), site, here), kit -> kit.usable(today, rules.shelfLifeDays()));
    }

    /**
     * Records that the kit was handed out.
     *
     * @param visit or {@link #AT_RANDOMISATION}
     * @param replaces the number of the lost or damaged kit that it is instead of; empty where there is none
     */
    public void append(Study study, ParticipantCode code, String number, String visit, String replaces, UUID entry) {
        ledger.append(
                study.id(),
                List.of(number),
                Step.ASSIGNED,
                StepTaken.assigned(clock.instant(), code, visit, replaces),
                entry);
    }

    private static Optional<Kit> find(List<Kit> kits, String visit, String replaces) {
        return kits.stream()
                .filter(kit -> kit.step(Step.ASSIGNED)
                        .filter(done ->
                                done.visit().equals(visit) && done.replaces().equals(replaces))
                        .isPresent())
                .findFirst();
    }
}
