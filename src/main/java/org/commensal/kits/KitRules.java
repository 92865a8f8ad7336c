package org.commensal.kits;

import java.util.List;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.kits.Kit.Step;
import org.commensal.protocol.Conduct;
import org.commensal.protocol.Study;

/** What every act on a kit refuses first, in the same words. */
final class KitRules {

    private static final int LONGEST_REASON = 2000;
    private static final Text NO_KITS = new Text("Study \"%s\" has no kits.", "Studie \"%s\" heeft geen verpakkingen.");
    private static final Text UNKNOWN = new Text(
            "There is no kit %s here. Check each digit.", "Er is hier geen verpakking %s. Controleer elk cijfer.");
    private static final Text WHY =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text NOT_NEXT =
            new Text("Kit %s is %s, so it cannot be %s.", "Verpakking %s is %s en kan dus niet worden %s.");

    private KitRules() {}

    /** What the study says of its kits; for a study without kits there is no such thing. */
    static Conduct.Kits of(Study study) {
        return study.conduct().kits().orElseThrow(() -> new Refusal(Reason.NOT_FOUND, NO_KITS.with(study.id())));
    }

    static KitNumbers numbers(Study study) {
        return new KitNumbers(of(study).prefix());
    }

    static Refusal unknown(String number) {
        return new Refusal(Reason.NOT_FOUND, UNKNOWN.with(number));
    }

    static String reason(String typed) {
        String why = typed.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refusal(Reason.INVALID, WHY, List.of(new Violation("/reason", WHY)));
        }
        return why;
    }

    static void mayFollow(Kit kit, Step next) {
        if (!kit.state().leadsTo(next)) {
            throw new Refusal(
                    Reason.CONFLICT,
                    new Text(
                            NOT_NEXT.with(kit.number(), english(kit.state()), english(next))
                                    .en(),
                            NOT_NEXT.with(kit.number(), dutch(kit.state()), dutch(next))
                                    .nl()));
        }
    }

    private static String english(Step step) {
        return switch (step) {
            case LISTED -> "at the depot";
            case SHIPPED -> "on its way";
            case ARRIVED -> "in stock";
            case ASSIGNED -> "handed out";
            case LOST -> "lost";
            case DAMAGED -> "damaged";
            case RETURNED -> "returned";
            case DESTROYED -> "destroyed";
        };
    }

    private static String dutch(Step step) {
        return switch (step) {
            case LISTED -> "in het depot";
            case SHIPPED -> "onderweg";
            case ARRIVED -> "op voorraad";
            case ASSIGNED -> "meegegeven";
            case LOST -> "kwijt";
            case DAMAGED -> "beschadigd";
            case RETURNED -> "teruggebracht";
            case DESTROYED -> "vernietigd";
        };
    }
}
