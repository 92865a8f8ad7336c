package org.commensal.exchange;

import java.util.Optional;

/** The range checks of a number in ODM: its lowest and highest answer, and others that are listed. */
record OdmRange(Part item, Losses losses) {

    void apply(ItemDraft draft) {
        boolean whole = draft.type.equals("integer");
        Optional<Limit> least = Optional.empty();
        Optional<Limit> most = Optional.empty();
        for (Part check : item.parts("RangeCheck")) {
            String comparator = check.take("Comparator").orElse("");
            boolean isOne = check.parts("CheckValue").size() == 1;
            String value = isOne
                    ? check.part("CheckValue")
                            .flatMap(part -> part.take(Part.WORDS))
                            .orElse("")
                    : "";
            if (check.take("SoftHard").filter("Soft"::equals).isPresent()) {
                losses.leftOut(check.where(), "the warning at " + comparator + " " + value);
                continue;
            }
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
