package org.commensal.exchange;

import java.util.Optional;
import org.commensal.instrument.UsualLimits;

/**
 * The range checks of an item in ODM: the lowest and the highest answer of a number, what it warns outside of, and others
 * that are listed.
 */
record OdmRange(Part item, Losses losses) {

    /** Takes the soft checks, which another value may pass once somebody confirmed it. */
    void applySoft(ItemDraft draft) {
        for (Part check : item.parts("RangeCheck")) {
            if (!check.isSaid("SoftHard", "Soft")) {
                continue;
            }
            check.passOver("SoftHard");
            String comparator = check.take("Comparator").orElse("");
            String value = value(check);
            boolean isLimit = comparator.equals("GE") || comparator.equals("LE");
            String key = comparator.equals("GE") ? UsualLimits.LEAST : UsualLimits.MOST;
            if (!isLimit || draft.usual.putIfAbsent(key, value.strip()) != null) {
                losses.leftOut(check.where(), "Soft " + comparator + " " + value);
            }
        }
    }

    private static String value(Part check) {
        return check.parts("CheckValue").size() == 1
                ? check.part("CheckValue")
                        .flatMap(part -> part.take(Part.WORDS))
                        .orElse("")
                : "";
    }

    void apply(ItemDraft draft) {
        boolean whole = draft.type.equals("integer");
        Optional<Limit> least = Optional.empty();
        Optional<Limit> most = Optional.empty();
        for (Part check : item.parts("RangeCheck")) {
            if (check.isSaid("SoftHard", "Soft")) {
                continue;
            }
            String comparator = check.take("Comparator").orElse("");
            String value = value(check);
            check.passOver("SoftHard");
            Optional<Limit> low = comparator.startsWith("G")
                    ? Limit.least(value.strip(), comparator.equals("GE"), whole)
                    : Optional.empty();
            Optional<Limit> high = comparator.startsWith("L")
                    ? Limit.most(value.strip(), comparator.equals("LE"), whole)
                    : Optional.empty();
            if (low.isEmpty() && high.isEmpty()
                    || low.isPresent() && least.isPresent()
                    || high.isPresent() && most.isPresent()) {
                losses.leftOut(check.where(), comparator + " " + value);
            }
            least = least.or(() -> low);
            most = most.or(() -> high);
        }
        draft.limits(least, most);
    }
}
