package org.commensal.access;

import static org.commensal.kernel.Actor.Grant.EVERYWHERE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * Which roles may be given to staff, and which may not meet in one person.
 *
 * <p>Somebody who must stay blinded in a study is given no role there that may learn an arm, and the other way round:
 * whoever holds both would not be blinded at all.
 */
final class GrantRules {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    private static final Text NO_ROLE = new Text(
            "There is no role \"%s\" to give. Choose one of: %s.", "Er is geen rol \"%s\" om te geven. Kies uit: %s.");
    private static final Text NO_CODE = new Text(
            "This is not a code. Write the code of the study or site, or * for all.",
            "Dit is geen code. Schrijf de code van het onderzoek of centrum, of * voor alle.");
    private static final Text NO_PARTICIPANT = new Text(
            "Only a participant's own account belongs to one participant. Leave this out.",
            "Alleen het account van een deelnemer hoort bij één deelnemer. Laat dit weg.");
    private static final Text BLINDED = new Text(
            "A %s must not learn an arm and a %s may, so one person cannot be both in a study. Give the role to another.",
            "Een %s mag geen behandelgroep weten en een %s wel. Eén persoon kan dit niet allebei zijn in een onderzoek."
                    + " Geef de rol aan iemand anders.");

    private GrantRules() {}

    /** What is wrong with giving these roles to somebody who holds those; the pointers count from {@code /grants/0}. */
    static List<Violation> faults(List<Grant> given, Collection<Grant> held) {
        List<Violation> faults = new ArrayList<>();
        List<Grant> together = new ArrayList<>(held);
        for (int i = 0; i < given.size(); i++) {
            Grant grant = given.get(i);
            String pointer = "/grants/" + i;
            faults.addAll(faults(grant, pointer));
            together.stream()
                    .flatMap(other -> clash(grant, other).stream())
                    .findFirst()
                    .ifPresent(clash -> faults.add(new Violation(pointer + "/role", clash)));
            together.add(grant);
        }
        return faults;
    }

    private static List<Violation> faults(Grant grant, String pointer) {
        List<Violation> faults = new ArrayList<>();
        if (givable(grant.role()).isEmpty()) {
            faults.add(new Violation(pointer + "/role", NO_ROLE.with(grant.role(), String.join(", ", givable()))));
        }
        if (!isCode(grant.study())) {
            faults.add(new Violation(pointer + "/study", NO_CODE));
        }
        if (!isCode(grant.site())) {
            faults.add(new Violation(pointer + "/site", NO_CODE));
        }
        if (!grant.participant().equals(EVERYWHERE)) {
            faults.add(new Violation(pointer + "/participant", NO_PARTICIPANT));
        }
        return faults;
    }

    private static Optional<Text> clash(Grant one, Grant other) {
        Optional<Role> role = givable(one.role());
        Optional<Role> second = givable(other.role());
        boolean sameStudy = one.study().equals(other.study())
                || one.study().equals(EVERYWHERE)
                || other.study().equals(EVERYWHERE);
        if (!sameStudy
                || role.isEmpty()
                || second.isEmpty()
                || role.get().staysBlinded() == second.get().staysBlinded()) {
            return Optional.empty();
        }
        boolean first = role.get().staysBlinded();
        return Optional.of(BLINDED.with(first ? one.role() : other.role(), first ? other.role() : one.role()));
    }

    private static boolean isCode(String code) {
        return code.equals(EVERYWHERE) || CODE.matcher(code).matches();
    }

    private static Optional<Role> givable(String code) {
        return Role.of(code).filter(role -> role != Role.PARTICIPANT);
    }

    private static List<String> givable() {
        return List.of(Role.values()).stream()
                .filter(role -> role != Role.PARTICIPANT)
                .map(Role::code)
                .toList();
    }
}
