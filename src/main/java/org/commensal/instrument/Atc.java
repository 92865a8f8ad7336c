package org.commensal.instrument;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code of the Anatomical Therapeutic Chemical classification of medicines, of any of its five levels (WHO Collaborating
 * Centre for Drug Statistics Methodology, Guidelines for ATC classification and DDD assignment).
 *
 * <p>The form of a code is checked, not whether the classification has it: new codes come every year.
 */
final class Atc {

    private static final Pattern CODE = Pattern.compile("[ABCDGHJLMNPRSV]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?");

    private Atc() {}

    /** The code in capitals, where this is one. */
    static Optional<String> read(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    /** Whether a code belongs to one of these groups; a code of a level above a group leaves that one undecided. */
    static Value isOfOne(String code, List<Value> groups) {
        return groups.stream().map(group -> isOf(code, group)).reduce(Kleene.FALSE, Kleene::or);
    }

    private static Value isOf(String code, Value group) {
        if (!(group instanceof Value.Word beginning)) {
            return Kleene.UNKNOWN;
        }
        if (code.startsWith(beginning.value())) {
            return Kleene.TRUE;
        }
        return beginning.value().startsWith(code) ? Kleene.UNKNOWN : Kleene.FALSE;
    }

    /** Each group is written out as a code, in capitals. */
    static void checkGroups(List<Term> groups, Term.Scope scope) {
        if (groups.isEmpty()) {
            scope.fault("atc_in has no ATC codes.", "Write atc_in(medicine, \"N06A\", \"N05A\").");
        }
        for (Term group : groups) {
            boolean isCode = group instanceof Term.Literal literal
                    && literal.value() instanceof Value.Word word
                    && CODE.matcher(word.value()).matches();
            if (!isCode) {
                scope.fault(group + " is no ATC code.", "Write a code or its first levels, such as \"N06A\".");
            }
        }
    }
}
